/** The ways in which a browser runs a module: in a worker, or on the page's own thread where the page may start none. */

import type { Part } from "./answer/answer.js";
import type { Checker, CheckerOptions } from "./api.js";
import { WorkerChecker } from "./checker.js";
import { PagePort } from "./page.js";
import type { Module } from "./protocol.js";

/** A checker whose modules are made so, unless its options name the workers' addresses. */
export function checkerOf(
  options: CheckerOptions,
  worker: (module: Module) => Worker,
  part: (module: Module) => Promise<Part>,
): Checker {
  const { workerUrl } = options;
  const create = (module: Module): Worker =>
    workerUrl === undefined ? worker(module) : new Worker(workerUrl(module) as string | URL, { type: "module" });
  return new WorkerChecker(options, [
    { thread: "worker", create },
    { thread: "page", create: (module) => new PagePort(part(module)) },
  ]);
}

/** The same checker in Node, for servers and scripts: each module runs in a thread of its own, with a deadline. */

import { Worker as Thread } from "node:worker_threads";

import type { Checker } from "../api.js";
import { WorkerChecker } from "../checker.js";
import type { Port } from "../module.js";
import type { Module, Reply, Request } from "../protocol.js";

export type * from "../index.js";
export { CheckerError } from "../error.js";
export { isLitter } from "../reading.js";
export { MOST_FILES } from "../types.js";

/** Limits of a checker in Node. */
export interface NodeOptions {
  /** Milliseconds that the reading of one file may take; 20,000 unless told. */
  deadline?: number;
}

/**
 * Makes a checker. It holds one pack at a time: a server that checks several at once makes one for each, and closes it.
 * Threads that have nothing to do do not keep the process running.
 */
export function createChecker(options: NodeOptions = {}): Checker {
  return new WorkerChecker(options, [{ thread: "worker", create: (module) => new ThreadPort(module) }]);
}

/** A thread that looks like a worker of the browser. */
class ThreadPort implements Port {
  onmessage: Port["onmessage"] = null;
  onmessageerror: Port["onmessageerror"] = null;
  onerror: Port["onerror"] = null;
  readonly #thread: Thread;

  constructor(module: Module) {
    this.#thread = new Thread(new URL("./thread.js", import.meta.url), { workerData: module, execArgv: [] });
    this.#thread.unref();
    this.#thread.on("message", (data: Reply) => {
      if (!("page" in data)) this.#thread.unref();
      this.onmessage?.(new MessageEvent("message", { data }));
    });
    this.#thread.on("messageerror", () => this.onmessageerror?.(new MessageEvent("messageerror")));
    this.#thread.on("error", (error: Error) => {
      // Node has no ErrorEvent; no more of it is asked for.
      this.onerror?.({ message: error.message, preventDefault: () => undefined } as ErrorEvent);
    });
  }

  postMessage(request: Request, transfer: Transferable[]): void {
    this.#thread.ref();
    this.#thread.postMessage(request, transfer as ArrayBuffer[]);
  }

  terminate(): void {
    void this.#thread.terminate();
  }
}

/**
 * The checker from a script tag, without modules or a bundler: `<script src="/tender-check/tender-check.js"></script>` gives
 * `TenderCheck`. Workers, wasm and the element are found beside the script.
 */

import type { Part } from "./answer/answer.js";
import type { Checker, CheckerOptions } from "./api.js";
import { checkerOf } from "./ways.js";
import type { TenderCheckElement } from "./element-types.js";
import type { Module } from "./protocol.js";

export { CheckerError } from "./error.js";
export { isLitter } from "./reading.js";

const script = document.currentScript;
const base = script instanceof HTMLScriptElement ? script.src : location.href;

/** Makes a checker and begins to load the core module, unless told otherwise. */
export function createChecker(options: CheckerOptions = {}): Checker {
  const address = (folder: string, module: Module): string => new URL(`${folder}/${module}.js`, base).href;
  return checkerOf(
    options,
    (module) => new Worker(address("worker", module), { type: "module" }),
    (module) => import(/* @vite-ignore */ address("answer", module)) as Promise<Part>,
  );
}

/** Makes `<tender-check>` known to the page, and gives its class. */
export async function element(): Promise<typeof TenderCheckElement> {
  const address = new URL("element/element.js", base).href;
  const module = (await import(/* @vite-ignore */ address)) as { TenderCheckElement: typeof TenderCheckElement };
  return module.TenderCheckElement;
}

/** A page that holds the element need not ask for it. */
function look(): void {
  if (document.querySelector("tender-check")) void element();
}

if (document.readyState === "loading") addEventListener("DOMContentLoaded", look);
else look();

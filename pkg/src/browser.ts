/** A checker in a browser, with files that bundlers find. */

import type { Part } from "./answer/answer.js";
import type { Checker, CheckerOptions } from "./api.js";
import type { Module } from "./protocol.js";
import { checkerOf } from "./ways.js";

/** Makes a checker and begins to load the core module, unless told otherwise. Its readers are loaded when a file of their kind is met. */
export function createChecker(options: CheckerOptions = {}): Checker {
  return checkerOf(options, ownWorker, ownPart);
}

/** Bundlers find worker files by these very expressions. */
function ownWorker(module: Module): Worker {
  switch (module) {
    case "core":
      return new Worker(new URL("./worker/core.js", import.meta.url), { type: "module" });
    case "bid":
      return new Worker(new URL("./worker/bid.js", import.meta.url), { type: "module" });
    case "export":
      return new Worker(new URL("./worker/export.js", import.meta.url), { type: "module" });
    case "text":
      return new Worker(new URL("./worker/text.js", import.meta.url), { type: "module" });
    case "office":
      return new Worker(new URL("./worker/office.js", import.meta.url), { type: "module" });
    case "pdf":
      return new Worker(new URL("./worker/pdf.js", import.meta.url), { type: "module" });
    case "mark":
      return new Worker(new URL("./worker/mark.js", import.meta.url), { type: "module" });
  }
}

/** The same for the page's own thread. */
function ownPart(module: Module): Promise<Part> {
  switch (module) {
    case "core":
      return import("./answer/core.js");
    case "bid":
      return import("./answer/bid.js");
    case "export":
      return import("./answer/export.js");
    case "text":
      return import("./answer/text.js");
    case "office":
      return import("./answer/office.js");
    case "pdf":
      return import("./answer/pdf.js");
    case "mark":
      return import("./answer/mark.js");
  }
}

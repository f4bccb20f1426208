import type { Answer } from "../protocol.js";
import { serve, type Tell } from "./serve.js";

/** Serves a module that does nothing but read files, and perhaps open packs. */
export function serveReader(
  init: (options?: { module_or_path: string }) => Promise<unknown>,
  read: (name: string, bytes: Uint8Array, tell: Tell) => string,
  open?: (name: string, bytes: Uint8Array) => Answer,
): void {
  serve(async (call, tell) => {
    switch (call.op) {
      case "start":
        await init(call.wasm === undefined ? undefined : { module_or_path: call.wasm });
        return "";
      case "read":
        return read(call.name, call.bytes, tell);
      case "open":
        return open?.(call.name, call.bytes) ?? { value: `[${read(call.name, call.bytes, tell)}]` };
      default:
        throw new Error(`a reader cannot ${call.op}`);
    }
  });
}

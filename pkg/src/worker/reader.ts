import { serve } from "./serve.js";

/** Serves a module that does nothing but read files. */
export function serveReader(
  init: (options?: { module_or_path: string }) => Promise<unknown>,
  read: (name: string, bytes: Uint8Array) => string,
): void {
  serve(async (call) => {
    switch (call.op) {
      case "start":
        await init(call.wasm === undefined ? undefined : { module_or_path: call.wasm });
        return "";
      case "read":
        return read(call.name, call.bytes);
      default:
        throw new Error(`a reader cannot ${call.op}`);
    }
  });
}

import init, { Marked, __wbg_reset_state } from "../wasm/mark.js";
import type { Answerer } from "./answer.js";

export { __wbg_reset_state as reset };

export function answerer(): Answerer {
  return async (call) => {
    switch (call.op) {
      case "start":
        await init(call.wasm === undefined ? undefined : { module_or_path: call.wasm });
        return "";
      case "mark": {
        const { name, bytes, document, remarks, author, date } = call;
        const marked = new Marked(bytes, document, remarks, author, date);
        const value = JSON.stringify({ comments: marked.comments(), changes: 0 });
        const files = [{ name, bytes: marked.take() }];
        marked.free();
        return { value, files };
      }
      default:
        throw new Error(`what writes into PDF files does not ${call.op}`);
    }
  };
}

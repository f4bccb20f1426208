import init, { Opened, __wbg_reset_state, read } from "../wasm/text.js";
import type { Answerer } from "./answer.js";
import { opener, readerOf } from "./reader.js";

export { __wbg_reset_state as reset };

export function answerer(): Answerer {
  return readerOf(init, read, opener(Opened));
}

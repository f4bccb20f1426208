import init, { __wbg_reset_state, read_telling } from "../wasm/pdf.js";
import type { Answerer } from "./answer.js";
import { readerOf } from "./reader.js";

export { __wbg_reset_state as reset };

export function answerer(): Answerer {
  return readerOf(init, read_telling);
}

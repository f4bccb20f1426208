import init, { Opened, Reviewed, __wbg_reset_state, read } from "../wasm/office.js";
import type { Answer } from "../protocol.js";
import type { Answerer } from "./answer.js";
import { opener, readerOf, type CommentCall } from "./reader.js";

export { __wbg_reset_state as reset };

function comment({ name, bytes, remarks, author, date, changes }: CommentCall): Answer {
  const reviewed = new Reviewed(bytes, remarks, author, date, changes);
  const value = JSON.stringify({ comments: reviewed.comments(), changes: reviewed.changes() });
  const files = [{ name, bytes: reviewed.take() }];
  reviewed.free();
  return { value, files };
}

export function answerer(): Answerer {
  return readerOf(init, read, opener(Opened), comment);
}

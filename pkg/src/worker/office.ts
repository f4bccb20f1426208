import init, { Opened, Reviewed, read } from "../wasm/office.js";
import type { Answer } from "../protocol.js";
import { opener, serveReader, type CommentCall } from "./reader.js";

function comment({ name, bytes, remarks, author, date, changes }: CommentCall): Answer {
  const reviewed = new Reviewed(bytes, remarks, author, date, changes);
  const value = JSON.stringify({ comments: reviewed.comments(), changes: reviewed.changes() });
  const files = [{ name, bytes: reviewed.take() }];
  reviewed.free();
  return { value, files };
}

serveReader(init, read, opener(Opened), comment);

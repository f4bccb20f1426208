import init, { Opened, Reviewed, read } from "../wasm/office.js";
import type { Answer } from "../protocol.js";
import { serveReader, type CommentCall } from "./reader.js";

function open(name: string, bytes: Uint8Array): Answer {
  const opened = new Opened(name, bytes);
  const files = Array.from({ length: opened.count() }, (_, file) => {
    return { name: opened.name(file) ?? name, bytes: opened.take(file) ?? new Uint8Array() };
  });
  const value = opened.documents();
  opened.free();
  return { value, files };
}

function comment({ name, bytes, remarks, author, date, changes }: CommentCall): Answer {
  const reviewed = new Reviewed(bytes, remarks, author, date, changes);
  const value = JSON.stringify({ comments: reviewed.comments(), changes: reviewed.changes() });
  const files = [{ name, bytes: reviewed.take() }];
  reviewed.free();
  return { value, files };
}

serveReader(init, read, open, comment);

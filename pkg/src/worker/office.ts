import init, { Opened, read } from "../wasm/office.js";
import { serveReader } from "./reader.js";

serveReader(init, read, (name, bytes) => {
  const opened = new Opened(name, bytes);
  const files = Array.from({ length: opened.count() }, (_, file) => {
    return { name: opened.name(file) ?? name, bytes: opened.take(file) ?? new Uint8Array() };
  });
  const value = opened.documents();
  opened.free();
  return { value, files };
});

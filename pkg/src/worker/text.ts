import init, { read } from "../wasm/text.js";
import { serveReader } from "./reader.js";

serveReader(init, read);

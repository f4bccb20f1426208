import init, { read } from "../wasm/office.js";
import { serveReader } from "./reader.js";

serveReader(init, read);

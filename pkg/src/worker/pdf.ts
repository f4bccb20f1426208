import init, { read } from "../wasm/pdf.js";
import { serveReader } from "./reader.js";

serveReader(init, read);

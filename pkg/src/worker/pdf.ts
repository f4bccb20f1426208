import init, { read_telling } from "../wasm/pdf.js";
import { serveReader } from "./reader.js";

serveReader(init, read_telling);

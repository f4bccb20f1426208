import init, { Opened, read } from "../wasm/text.js";
import { opener, serveReader } from "./reader.js";

serveReader(init, read, opener(Opened));

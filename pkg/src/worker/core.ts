import init, { Pack, reader, set_asides, settings, speak } from "../wasm/core.js";
import { serve } from "./serve.js";

let pack: Pack | undefined;

/** The wasm and the messages are fetched side by side. */
async function start(wasm: string | undefined, messages: string | undefined): Promise<void> {
  const words = fetch(messages ?? new URL("../messages/en.txt", import.meta.url)).then((response) => {
    if (!response.ok) throw new Error(`${response.status}: ${response.url}`);
    return response.text();
  });
  const [text] = await Promise.all([words, init(wasm === undefined ? undefined : { module_or_path: wasm })]);
  speak(text);
}

serve(async (call) => {
  switch (call.op) {
    case "start":
      await start(call.wasm, call.messages);
      return "";
    case "reader":
      return reader(call.bytes);
    case "settings":
      return settings(call.json);
    case "set_asides":
      return set_asides(call.json);
    case "judge":
    case "remarks":
      if (call.documents !== undefined) {
        pack?.free();
        pack = undefined;
        pack = new Pack(call.documents);
      }
      if (pack === undefined) throw new Error("there is no pack to judge");
      return call.op === "judge" ? pack.report(call.given) : pack.remarks(call.given, call.document);
    case "read":
    case "open":
    case "comment":
      throw new Error("the core reads no files");
  }
});

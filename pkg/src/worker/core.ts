import init, { Pack, reader, set_asides, settings } from "../wasm/core.js";
import { serve } from "./serve.js";

let pack: Pack | undefined;

serve(async (call) => {
  switch (call.op) {
    case "start":
      await init(call.wasm === undefined ? undefined : { module_or_path: call.wasm });
      return "";
    case "reader":
      return reader(call.bytes);
    case "settings":
      return settings(call.json);
    case "set_asides":
      return set_asides(call.json);
    case "judge":
      if (call.documents !== undefined) {
        pack?.free();
        pack = undefined;
        pack = new Pack(call.documents);
      }
      if (pack === undefined) throw new Error("there is no pack to judge");
      return pack.report(call.given);
    case "read":
    case "open":
      throw new Error("the core reads no files");
  }
});

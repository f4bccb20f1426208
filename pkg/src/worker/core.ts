import init, { Pack, format, read } from "../wasm/core.js";
import { serve } from "./serve.js";

let pack: Pack | undefined;

serve(async (call) => {
  switch (call.op) {
    case "start":
      await init(call.wasm === undefined ? undefined : { module_or_path: call.wasm });
      return "";
    case "format":
      return format(call.name, call.bytes);
    case "read":
      return read(call.name, call.bytes);
    case "judge":
      if (call.documents !== undefined) {
        pack?.free();
        pack = undefined;
        pack = new Pack(call.documents);
      }
      if (pack === undefined) throw new Error("there is no pack to judge");
      return pack.report(call.given);
  }
});

import init, { __wbg_reset_state, compared, opened, remarks, set_asides, settings, shaped, speak } from "../wasm/export.js";
import type { Answerer } from "./answer.js";
import { startSpeaking } from "./messages.js";

export { __wbg_reset_state as reset };

export function answerer(): Answerer {
  return async (call) => {
    switch (call.op) {
      case "start":
        await startSpeaking(init, speak, call, new URL("../messages/en.export.txt", import.meta.url));
        return "";
      case "shape":
        return shaped(call.report, call.shape);
      case "open_report":
        return opened(call.json);
      case "compare":
        return compared(call.earlier, call.later);
      case "remarks":
        return remarks(call.report, call.document);
      case "settings":
        return settings(call.json);
      case "set_asides":
        return set_asides(call.json);
      default:
        throw new Error(`what is done with reports does not ${call.op}`);
    }
  };
}

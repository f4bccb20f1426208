import init, { __wbg_reset_state, assess, letter, profile, speak } from "../wasm/bid.js";
import type { Answerer } from "./answer.js";
import { startSpeaking } from "./messages.js";

export { __wbg_reset_state as reset };

export function answerer(): Answerer {
  return async (call) => {
    switch (call.op) {
      case "start":
        await startSpeaking(init, speak, call, new URL("../messages/en.bid.txt", import.meta.url));
        return "";
      case "profile":
        return profile(call.json);
      case "assess":
        return assess(call.report, call.profile, call.choice);
      case "letter":
        return { value: "", files: [{ name: "", bytes: letter(call.text) }] };
      default:
        throw new Error(`the bidder's desk does not ${call.op}`);
    }
  };
}

import init, { Pack, __wbg_reset_state, reader, speak } from "../wasm/core.js";
import type { Answerer } from "./answer.js";
import { DraftOf, resetText } from "./draft.js";
import { encoded, listOf } from "./json.js";
import { startSpeaking } from "./messages.js";

export function reset(): void {
  __wbg_reset_state();
  resetText();
}

export function answerer(): Answerer {
  let pack: Pack | undefined;
  const draft = new DraftOf();
  /** Takes a pack, the JSON of each of its documents, in place of the one that was there. */
  const hold = (documents: readonly Uint8Array[]): Pack => {
    pack?.free();
    pack = undefined;
    return (pack = new Pack(listOf(documents)));
  };
  return async (call) => {
    switch (call.op) {
      case "start":
        await startSpeaking(init, speak, call, new URL("../messages/en.txt", import.meta.url));
        return "";
      case "reader":
        return reader(call.bytes);
      case "judge":
        if (call.documents !== undefined) {
          draft.forget();
          hold(call.documents.map(encoded));
        }
        if (pack === undefined) throw new Error("there is no pack to judge");
        return pack.report(call.given);
      case "revise":
        return draft.revise(call, hold);
      default:
        throw new Error(`the core does not ${call.op}`);
    }
  };
}

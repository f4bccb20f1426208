import type { Answer, Call } from "../protocol.js";
import { difference, type Revised } from "../revision.js";
import { HEAD } from "../types.js";
import type { Document, Report } from "../types.js";
import type { Pack } from "../wasm/core.js";
import { reader } from "../wasm/core.js";
import { encoded, textOf } from "./json.js";
import startText, { __wbg_reset_state, read } from "../wasm/text.js";

/** The reader of text, where drafts are read: a document that came from another module would pass through the page. */
let started: Promise<unknown> | undefined;

/** Makes the reader of text as if it were freshly loaded. */
export function resetText(): void {
  if (started) __wbg_reset_state();
}

/** Counts the revisions of all drafts. */
let revisions = 0;

/** The document that is being written, as it was last sent, with the JSON of the others of its pack. */
export class DraftOf {
  private last: (Revised & { at: number; number: number; documents: Uint8Array[] }) | undefined;

  /** Forgets the draft: the pack is another. */
  forget(): void {
    this.last = undefined;
  }

  /** Reads a draft and has its pack judged, which `hold` makes of the JSON of each of its documents. */
  async revise(call: Extract<Call, { op: "revise" }>, hold: (documents: readonly Uint8Array[]) => Pack): Promise<Answer> {
    const bytes = typeof call.text === "string" ? encoded(call.text) : call.text;
    const by = reader(bytes.subarray(0, HEAD));
    if (by !== "text") return { value: by };
    await (started ??= startText(call.wasm === undefined ? undefined : { module_or_path: call.wasm }));
    const { at } = call;
    const known = call.documents === undefined ? this.last : undefined;
    const documents = call.documents?.map(encoded) ?? known?.documents;
    if (documents === undefined) throw new Error("there is no pack with a draft");
    const json = (documents[at] = read(call.name, bytes));
    const pack = hold(documents);
    const after = { document: JSON.parse(textOf(json)) as Document, report: JSON.parse(pack.report(call.given)) as Report };
    const before = known?.at === at && known.number === call.base ? known : undefined;
    const changed = difference(before, after, at);
    const number = ++revisions;
    this.last = { ...after, at, number, documents };
    return { value: by, revision: { ...changed, number, base: before?.number } };
  }
}

/** What a frame and the page around it say to each other. `docs/embedding.md` explains it to those who write such pages. */

import type { Report } from "tender-check";

/** Version of the protocol, in every message as `tenderCheck`. It changes when a message changes its meaning or goes away. */
export const VERSION = 1;

/** How many findings there are, by their weight. */
export type Counts = Readonly<Record<"high" | "medium" | "low" | "query" | "missing" | "enabler", number>>;

/** What the frame tells. Nothing of a document is in it but in `report`, for which the reader is asked. */
export type Told =
  /** It can be spoken to. */
  | { event: "ready" }
  /** How high it would like to be, in CSS pixels. */
  | { event: "height"; height: number }
  /** The documents were judged. */
  | { event: "counts"; counts: Counts }
  /** The reader agreed that the page gets the report. */
  | { event: "report"; report: Report }
  /** The reader did not agree, or there is no report. */
  | { event: "refused" };

/** What the page around may ask. */
export type Asked = { ask: "report" };

/** Whether a message is one of ours, of this version, and asks something. */
export function asks(data: unknown): data is Asked {
  return (
    typeof data === "object" &&
    data !== null &&
    (data as { tenderCheck?: unknown }).tenderCheck === VERSION &&
    (data as { ask?: unknown }).ask === "report"
  );
}

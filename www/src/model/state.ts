/** What a visit shows: where it stands, and what came of it. */

import type { Circumstances, Comparison, Document, Given, Progress, Report } from "tender-check";

import type { Draft } from "./draft";

/** Where a visit stands. */
export type State =
  | { readonly name: "start" }
  | { readonly name: "checking"; readonly files: readonly File[]; readonly progress?: Reading }
  | { readonly name: "result"; readonly result: Result }
  /** Nothing of what was given could be read. */
  | { readonly name: "unread"; readonly report: Report }
  | { readonly name: "failed"; readonly reason: string };

/** How far the reading is. */
export interface Reading {
  readonly step: Exclude<Progress, { step: "page" }>;
  /** The page that is being read, where the file has pages. */
  readonly page?: { readonly number: number; readonly of: number };
  /** Files that were read, of all. */
  readonly done: number;
  readonly total: number;
}

/** A report with what it was made from. */
export interface Result {
  /** None where the report was saved earlier and is opened again: it can be read, and not be weighed anew. */
  readonly documents: readonly Document[];
  readonly report: Report;
  /** The circumstances as they are when the user says nothing. */
  readonly found: Circumstances;
  readonly given: Given;
  /** Names of the documents that were taken out of the pack, in the order in which they were. */
  readonly removed: readonly string[];
  /** The document that is being written in the page, if any. */
  readonly draft?: Draft;
  /** The earlier draft or report that this one is held against. */
  readonly compared?: Compared;
}

/** An earlier report with what became of its findings. */
export interface Compared {
  /** Name of the file that it is from. */
  readonly name: string;
  readonly report: Report;
  readonly comparison: Comparison;
  /** The report that it is compared with. */
  readonly later: Report;
}

/** A report on a pack, with the circumstances as they are when the user says nothing. */
export type Judged = Pick<Result, "report" | "found">;

/** Where a visit stands with a report: one in which nothing could be read is none, unless it is on what is being written. */
export function outcome(result: Result): State {
  const { report, draft } = result;
  return !draft && report.coverage.files.every((file) => file.read === "none") ? { name: "unread", report } : { name: "result", result };
}

/** What the page and its workers say to each other. */

import type { Revision } from "./revision.js";
import type { Reader } from "./types.js";

/**
 * One wasm module, run by one worker: the core judges, the readers read files, export puts a report into
 * shapes, bid holds it against an organisation, mark writes into PDF files.
 */
export type Module = "core" | "export" | "bid" | "mark" | Reader;

/** A shape of a report for people: a page that needs nothing else, Markdown, a table for spreadsheets. */
export type Shape = "html" | "markdown" | "csv";

/** The JSON of each document of a pack, which the core is given where it does not hold them yet. */
export type Documents = readonly string[];

/** Something that a worker is asked to do. The answer's value is mostly JSON. */
export type Call =
  /** Load the wasm, and the messages of a module that speaks, from other addresses than their own where these are given. */
  | { op: "start"; wasm?: string | undefined; messages?: string | undefined }
  /** Tell from the first bytes of a file which module reads it; the answer is a `Reader`. */
  | { op: "reader"; bytes: Uint8Array }
  /** Read a file; where it asks for a password, these are tried. The answer is a `Document`. */
  | { op: "read"; name: string; bytes: Uint8Array; passwords: readonly string[] }
  /** Read a file, or unpack it if it is a pack; the answer is an array of `Document`s and the files in it. */
  | { op: "open"; name: string; bytes: Uint8Array; passwords: readonly string[] }
  /** Check settings; the answer is `Settings`. */
  | { op: "settings"; json: string }
  /** Check a file of set-asides; the answer is a list of `SetAside`. */
  | { op: "set_asides"; json: string }
  /** Judge the pack; the answer is a `Report`. */
  | { op: "judge"; documents?: Documents; given: string }
  /**
   * Read a document of the pack anew, and judge. `base` is the number of the last revision that is known here. The answer is a
   * `revision`, or the `Reader` of a file that no text is.
   */
  | { op: "revise"; documents?: Documents; at: number; base: number | undefined; name: string; text: string | Uint8Array; given: string; wasm?: string | undefined }
  /** Say what is to be written beside the passages of one of a report's documents; the answer is a list of remarks. */
  | { op: "remarks"; report: string; document: number }
  /** Put a report into a shape; the answer is a text. */
  | { op: "shape"; report: string; shape: Shape }
  /** Read a report that was saved; the answer is a `Report`. */
  | { op: "open_report"; json: string }
  /** Compare two reports; the answer is a `Comparison`. */
  | { op: "compare"; earlier: string; later: string }
  /** Check a profile; the answer is a `Profile`. */
  | { op: "profile"; json: string }
  /** Hold a report against an organisation; the answer is an `Assessment`. */
  | { op: "assess"; report: string; profile: string; choice: string }
  /** Write a letter as a Word file; the answer is the file. */
  | { op: "letter"; text: string }
  /** Write remarks into a Word file; the answer is how many, and the file. */
  | { op: "comment"; name: string; bytes: Uint8Array; remarks: string; author: string; date: string; changes: boolean }
  /** Write remarks into a PDF file, of which `document` was read; the answer is how many, and the file. */
  | { op: "mark"; name: string; bytes: Uint8Array; document: string; remarks: string; author: string; date: string };

/** What a call gives. */
export interface Answer {
  value: string;
  /** How many of the documents stand before the files of the pack. */
  before?: number;
  /** The files of a pack, which are still to be read. */
  files?: { name: string; bytes: Uint8Array }[];
  /** What a draft that was read anew changes. */
  revision?: Revision;
}

/** A call with the number that its reply will carry. */
export interface Request {
  id: number;
  call: Call;
}

/** The answer to a request, and before it how far the work is. */
export type Reply =
  | ({ id: number } & Answer)
  /** The page of a file that is about to be read, of so many. */
  | { id: number; page: number; pages: number }
  /** `spent`: the instance trapped and is not to be used again. */
  | { id: number; error: string; spent: boolean };

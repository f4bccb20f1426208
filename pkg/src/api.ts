/** What a checker takes and gives. */

import type { Revised } from "./revision.js";
import type { Module, Shape } from "./protocol.js";
import type {
  Assessment,
  Choice,
  Comparison,
  Document,
  Given,
  Profile,
  Report,
  SetAside,
  Settings,
} from "./types.js";

/** A file to be checked: a `File` of the browser, bytes, or text. The bytes are copied, not taken. */
export type TenderFile = File | { name: string; bytes: ArrayBuffer | Uint8Array } | { name: string; text: string };

/**
 * How far a check has come. Files of different kinds are read at the same time, so steps may interleave. A pack counts
 * as one file until it is opened, and as the files in it from then on, so `files` may grow.
 */
export type Progress =
  /** A file is being read. */
  | { step: "reading"; file: number; files: number; name: string }
  /** A page of the file is being read. Told now and then, of formats that have pages. */
  | { step: "page"; file: number; files: number; name: string; page: number; pages: number }
  /** A file was read, or could not be: `document.unread` says what is missing and why. */
  | { step: "read"; file: number; files: number; name: string; document: Document }
  /** All files were read; the pack is being judged. */
  | { step: "judging"; files: number };

/** How a check is run. */
export interface CheckOptions {
  /** Ends the check; it rejects with the signal's reason. */
  signal?: AbortSignal;
  /**
   * Ends the reading: what was read until then is judged, and the other files are documents whose `unread` says `stopped`.
   */
  stop?: AbortSignal | undefined;
  /** Passwords that are tried on PDF files that ask for one. They are kept nowhere; `unlock` gives one later. */
  passwords?: readonly string[];
  onProgress?: (progress: Progress) => void;
}

/** A `TrustedScriptURL`, of which not every version of TypeScript knows. */
export interface TrustedUrl {
  toString(): string;
}

/** Where a checker finds its files, and its limits. */
export interface CheckerOptions {
  /**
   * Address of a module's worker script, of the page's own origin: where `dist/worker/` was put when a bundler
   * does not do it. The worker finds its wasm beside it, in `../wasm/`. Where the page requires trusted types, a
   * `TrustedScriptURL` of its own policy.
   */
  workerUrl?: (module: Module) => string | URL | TrustedUrl;
  /** Address of a module's wasm, where it is not beside the worker. */
  wasmUrl?: (module: Module) => string | URL;
  /** Address of the messages of findings, where they are not beside the worker, in `../messages/en.txt`. */
  messagesUrl?: string | URL;
  /** Address of the messages of a report's shapes, where they are not beside the worker, in `../messages/en.export.txt`. */
  exportMessagesUrl?: string | URL;
  /** Address of the messages of the bidder's desk, where they are not beside the worker, in `../messages/en.bid.txt`. */
  bidMessagesUrl?: string | URL;
  /** Milliseconds that the reading of one file may take; 20,000 unless told. */
  deadline?: number;
  /** Whether the core module is loaded at once; otherwise with the first call, or `prepare`. It is unless told. */
  preload?: boolean;
}

/** How findings are written into a Word or PDF file. */
export interface CommentOptions {
  /** The circumstances that it is judged under. */
  given?: Given;
  /** Whether better wording is proposed as tracked changes too, which only Word has. */
  changes?: boolean;
  /** Name that is shown beside them; "Tender Check" unless told. */
  author?: string;
}

/** A Word or PDF file with the findings in it. */
export interface Commented {
  bytes: Uint8Array;
  /** Number of comments, or of findings that are said in notes of a PDF file. */
  comments: number;
  /** Number of tracked changes. */
  changes: number;
}

export type { Revised } from "./revision.js";

/** Reads and judges tender documents, in workers where the page may start them. Make one with `createChecker` and keep it. */
export interface Checker {
  /** Begins to load the core module, if it is not there: before the first file is opened, when one is likely to be. */
  prepare(): void;
  /**
   * Reads the files as one pack and judges them; a zip archive is the files in it, and an e-mail is itself and what is
   * attached to it. A file that cannot be read does not stop the others: it is a
   * document with a reason in `unread`, and is in the report's coverage. A new check ends one that is running.
   */
  check(input: string | readonly TenderFile[], given?: Given, options?: CheckOptions): Promise<Report>;
  /**
   * Reads more files into the pack of the last check, behind its documents, and judges all of it. The documents that are
   * there are not read anew.
   */
  add(files: readonly TenderFile[], given?: Given, options?: CheckOptions): Promise<Report>;
  /**
   * Takes a document out of the pack, by its index among `documents`; the next `report` is without it. Gives a function that
   * puts it back where it stood, and does nothing once another pack was checked.
   */
  remove(document: number): () => void;
  /** Judges the pack of the last check again, under other circumstances. Nothing is read anew. */
  report(given: Given): Promise<Report>;
  /**
   * Reads one document of the last check anew, from another file, and judges the pack with it; the other documents are not
   * read again. For drafts that are being written: what a revision did not change, of the document and of the report, is the
   * same object as in the revision before, and its places have moved along with the text. So a revision is not to be kept
   * once the next is there. A file that is a pack cannot take a document's place.
   */
  revise(document: number, file: TenderFile, given?: Given): Promise<Revised>;
  /**
   * Reads a document of the last check that is locked (a PDF file whose `unread` says `locked`) with its password, and judges
   * the pack with it. The password is kept nowhere. Rejects with a `CheckerError` of reason `password` where it does not open
   * the file; the pack is then as it was.
   */
  unlock(document: number, password: string, given?: Given): Promise<Revised>;
  /**
   * Checks an organisation's own settings: what a TOML parser makes of a `tender-check.toml`. Gives them as a report shows
   * them; rejects with a line for each thing that is wrong.
   */
  settings(file: unknown): Promise<Settings>;
  /**
   * Checks findings that were set aside: what a TOML parser makes of a `tender-check.set-aside.toml`. Gives the list to be
   * given as `set_aside`; rejects with a line for each thing that is wrong.
   */
  setAsides(file: unknown): Promise<SetAside[]>;
  /**
   * Writes the findings on a document of the last check, by its index among `documents`, into a copy of its file: a Word file
   * has comments beside the passages, a PDF file highlights with notes. Rejects with a `CheckerError` where that cannot be
   * done: of reason `word` with the message `not_word`, `not_whole` or `no_text`, or of reason `pdf` with `not_whole` or
   * `locked`.
   */
  comment(document: number, options?: CommentOptions): Promise<Commented>;
  /** Puts a report into a shape for people. */
  shape(report: Report, shape: Shape): Promise<string>;
  /**
   * Reads a report that was saved as JSON. Rejects with a `CheckerError` of reason `report` where it is none: its message is
   * `not_report`, or `other_version`.
   */
  openReport(json: string): Promise<Report>;
  /** Compares two reports on one tender: what was mended, what is new, what stayed. */
  compare(earlier: Report, later: Report): Promise<Comparison>;
  /**
   * Holds a report against an organisation: what it meets, what to ask, what the cash would look like. Rejects with a line
   * for each thing that is wrong with the profile.
   */
  assess(report: Report, profile: Profile, choice?: Choice): Promise<Assessment>;
  /**
   * Checks a profile: what a TOML parser makes of its file. Gives it as `assess` takes it; rejects with a line for each
   * thing that is wrong.
   */
  profile(file: unknown): Promise<Profile>;
  /** Writes a letter as a Word file: its paragraphs are parted by blank lines, and the first is the heading. */
  letter(text: string): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * Where the modules run: in workers, or on the page's own thread where the page may start none. Not known before the first
   * module was loaded.
   */
  readonly thread: "page" | "worker" | undefined;
  /** The documents of the last check, in the order of its files; those of a zip archive or an e-mail stand in its place. */
  readonly documents: readonly Document[];
  /** Ends the workers. */
  close(): void;
}

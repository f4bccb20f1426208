/** Why a check could not be done. */
export type Reason =
  /** A worker or its wasm could not be loaded. */
  | "load"
  /** It took longer than the deadline. */
  | "deadline"
  /** The module broke down. */
  | "trap"
  /** The browser could not read the file. */
  | "file"
  /** What was asked makes no sense: no documents yet, a value of the wrong type. */
  | "usage"
  /** The reading was stopped. */
  | "stopped"
  /** A password does not open its file. */
  | "password"
  /** A Word file cannot be written anew: its message says why. */
  | "word"
  /** A PDF file cannot be written anew: its message says why. */
  | "pdf"
  /** A file is no report that can be opened: its message says why. */
  | "report"
  /** The checker was closed. */
  | "closed";

/** What a checker rejects with, apart from the reason of an abort signal. */
export class CheckerError extends Error {
  override readonly name = "CheckerError";

  constructor(
    readonly reason: Reason,
    message: string,
  ) {
    super(message);
  }
}

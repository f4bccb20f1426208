/** Reads tender documents in the browser and shows what in them shuts small social enterprises out. */

export { createChecker } from "./browser.js";
export { isLitter } from "./reading.js";
export type { Checker, CheckerOptions, CheckOptions, Commented, CommentOptions, Progress, Revised, TenderFile, TrustedUrl } from "./api.js";
export { CheckerError } from "./error.js";
export type { Reason } from "./error.js";
export type { Module, Shape } from "./protocol.js";
export { MOST_FILES } from "./types.js";
export type * from "./types.js";

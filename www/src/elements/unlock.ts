import { html, type TemplateResult } from "lit";

import type { DocumentSummary, FileCoverage } from "tender-check";

/** Whether a file could be read with a password: of locked files only those of PDF can. */
export function isLocked(document: Pick<DocumentSummary, "format"> | undefined, problems: FileCoverage["problems"]): boolean {
  return document?.format === "pdf" && problems.some(({ unread }) => unread.why === "locked");
}

/** Asks for the password of a document of the pack; what asks is loaded when a file is locked. */
export function unlock(name: string, document: number): TemplateResult {
  void import("./tc-unlock");
  return html`<tc-unlock .name=${name} .document=${document}></tc-unlock>`;
}

import { html, type TemplateResult } from "lit";

import type { Place, Report } from "tender-check";
import { words } from "../words";
import { emit } from "./events";

/** Longest quote that is shown beside a finding, in UTF-16 units. */
const LONGEST_QUOTE = 260;

/** Where a passage stands, in words: file, page, clause. The file is left out where there is only one. */
export function placeName(place: Place, report: Report): string {
  const parts: string[] = [];
  if (report.documents.length > 1) parts.push(report.documents[place.document]?.name ?? "");
  if (place.page !== undefined) parts.push(words("place-page", { page: place.page }));
  if (place.clause !== undefined && /[\p{L}\p{N}]/u.test(place.clause)) {
    parts.push(words("place-clause", { clause: place.clause }));
  }
  const section = place.section?.at(-1);
  if (section !== undefined) parts.push(section);
  return parts.length > 0 ? parts.join(", ") : words("place-bare");
}

/** A link to a passage in the document. */
export function placeLink(place: Place, report: Report, key?: string): TemplateResult {
  const go = (event: Event): void => {
    emit(event.currentTarget as HTMLElement, "tc-passage", key === undefined ? { place } : { place, key });
  };
  return html`<button class="link" type="button" @click=${go}>${placeName(place, report)}</button>`;
}

/** A quote short enough to stand beside a finding. */
export function shortQuote(quote: string): string {
  const plain = quote.replace(/\s+/g, " ").trim();
  if (plain.length <= LONGEST_QUOTE) return plain;
  const cut = plain.slice(0, LONGEST_QUOTE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), LONGEST_QUOTE / 2))} …`;
}

import { html, type TemplateResult } from "lit";

import type { Place, Report } from "tender-check";
import { words } from "../words";
import { emit } from "./events";

/** Longest quote that is shown beside a finding, in UTF-16 units. */
const LONGEST_QUOTE = 260;

/** Longest heading of a section that is shown in a place's name. */
const LONGEST_SECTION = 70;

/** Where a passage stands, in words: file, page, clause, section. The file is left out where there is only one. */
export function placeName(place: Place, report: Report): string {
  const parts: string[] = [];
  if (report.documents.length > 1) parts.push(report.documents[place.document]?.name ?? "");
  if (place.page !== undefined) parts.push(words("place-page", { page: place.page }));
  if (place.clause !== undefined && /[\p{L}\p{N}]/u.test(place.clause)) {
    parts.push(words("place-clause", { clause: place.clause }));
  }
  const section = place.section?.at(-1);
  if (section !== undefined) parts.push(shorten(section, LONGEST_SECTION));
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
  return shorten(quote.replace(/\s+/g, " ").trim(), LONGEST_QUOTE);
}

/** Cuts at a blank, so that no word and no character is torn. */
function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const blank = text.lastIndexOf(" ", longest);
  const cut = text.slice(0, blank > 0 ? blank : longest);
  return `${cut.replace(/[\uD800-\uDBFF]$/, "")} …`;
}

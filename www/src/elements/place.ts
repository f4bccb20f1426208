import { html, type TemplateResult } from "lit";

import type { Place, Report } from "tender-check";
import { words } from "../words";
import { emit } from "./events";

/** Longest quote that is shown beside a finding, in UTF-16 units. */
const LONGEST_QUOTE = 260;

/** How much of the words before and after a quote is shown with it. */
const AROUND = 90;

/** Longest heading of a section that is shown in a place's name. */
const LONGEST_SECTION = 70;

/** How much of a place is told: a short name leaves out the section where page or clause are enough to find it. */
export type Telling = "full" | "short";

/** Where a passage stands, in words: file, page, clause, section. The file is left out where there is only one. */
export function placeName(place: Place, report: Report, telling: Telling = "full"): string {
  const file = report.documents.length > 1 ? [report.documents[place.document]?.name ?? ""] : [];
  const exact: string[] = [];
  if (place.page !== undefined) exact.push(words("place-page", { page: place.page }));
  const sheet = place.section?.[0];
  if (place.cell !== undefined) exact.push(words("place-cell", { cell: place.cell, sheet: sheet ?? "" }));
  if (place.clause !== undefined && /[\p{L}\p{N}]/u.test(place.clause)) {
    exact.push(words("place-clause", { clause: place.clause }));
  }
  const below = place.cell === undefined ? place.section : place.section?.slice(1);
  const heading = below?.at(-1);
  const section = heading === undefined || (telling === "short" && exact.length > 0) ? [] : [heading];
  const parts = [...file, ...exact, ...section.map((heading) => shorten(heading, LONGEST_SECTION))];
  return parts.length > 0 ? parts.join(", ") : words("place-bare");
}

/** A link to a passage in the document; with the key of a finding, that finding becomes the one at hand. */
export function placeLink(place: Place, report: Report, telling: Telling = "full", key?: string): TemplateResult {
  const go = (event: Event): void => {
    emit(event.currentTarget as HTMLElement, "tc-passage", key === undefined ? { place } : { place, key });
  };
  const name = placeName(place, report, telling);
  return html`<button class="link" type="button" @click=${go}>${name}</button>`;
}

/** A quote short enough to stand beside a finding, amid some of the words around it. */
export function excerpt({ start, end, quote }: Place, text: string): TemplateResult {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const to = text.indexOf("\n", end);
  const before = text.slice(from, start);
  const after = text.slice(end, to < 0 ? text.length : to);
  return html`${opening(plain(before))}<strong>${shorten(plain(quote).trim(), LONGEST_QUOTE)}</strong>${closing(
      plain(after),
    )}`;
}

/** Cells and lines in one line. */
function plain(text: string): string {
  return text.replace(/\t/g, " · ").replace(/\s+/g, " ");
}

/** The last words before a quote. */
function opening(text: string): string {
  if (text.length <= AROUND) return text;
  const blank = text.indexOf(" ", text.length - AROUND);
  return blank < 0 ? "" : `… ${text.slice(blank + 1)}`;
}

/** The first words after a quote. */
function closing(text: string): string {
  if (text.length <= AROUND) return text;
  const blank = text.lastIndexOf(" ", AROUND);
  return blank < 0 ? "" : `${text.slice(0, blank)} …`;
}

/** Cuts at a blank, so that no word and no character is torn. */
export function shorten(text: string, longest = LONGEST_SECTION): string {
  if (text.length <= longest) return text;
  const blank = text.lastIndexOf(" ", longest);
  const cut = text.slice(0, blank > 0 ? blank : longest);
  return `${cut.replace(/[\uD800-\uDBFF]$/, "")} …`;
}

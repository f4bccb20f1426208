/**
 * What a new reading of a draft changes: the worker tells it, and the page makes the whole of it again. A draft of a hundred
 * pages is more than half a megabyte of blocks and findings, which is not to be sent and parsed for each letter.
 */

import type { Block, Document, Fact, Finding, Place, Report } from "./types.js";

/** A document that was read anew, and the report on its pack. */
export interface Revised {
  document: Document;
  report: Report;
}

/** Entries of a list in their order: what is new, and what stays by its index in the list before. */
type Listed<T> = readonly (number | T)[];

/** What became different from one revision to the next. */
export interface Revision {
  /** Counts the revisions of one draft. */
  number: number;
  /** The number of the one that it builds on; none where it builds on nothing. */
  base: number | undefined;
  /** The document without its blocks. */
  document: Omit<Document, "blocks">;
  /** Blocks from one index to another become these. */
  blocks: { from: number; until: number; items: readonly Block[] };
  /** By how much the text behind them moves, in UTF-16 code units. */
  by: number;
  /** What the report has, in its order. */
  keys: readonly (keyof Report)[];
  /** What became different of it, but findings and facts. */
  report: Partial<Report>;
  findings: Listed<Finding>;
  facts: Listed<Fact>;
}

/** What moves: all places of a document from a block on. */
interface Move {
  document: number;
  /** Blocks before this one stay. */
  from: number;
  /** Blocks from here on move; those between are other ones. */
  until: number;
  blocks: number;
  by: number;
}

/** Tells what became different since a revision, of the document with this index. */
export function difference(before: Revised | undefined, after: Revised, at: number): Omit<Revision, "number" | "base"> {
  const { blocks: now, ...document } = after.document;
  const old = before?.document.blocks ?? [];
  let from = 0;
  while (from < Math.min(old.length, now.length) && same(old[from], now[from])) from += 1;
  let behind = 0;
  const most = Math.min(old.length, now.length) - from;
  while (behind < most && same(old[old.length - 1 - behind], now[now.length - 1 - behind])) behind += 1;
  const until = old.length - behind;
  const items = now.slice(from, now.length - behind);
  const by = length(items) - length(old.slice(from, until));
  const move: Move = { document: at, from, until, blocks: items.length - (until - from), by };
  const { findings, facts, ...rest } = after.report;
  const keys = Object.keys(after.report) as (keyof Report)[];
  const report: Partial<Report> = Object.fromEntries(
    Object.entries(rest).filter(([key, value]) => !same(before?.report[key as keyof Report], value, move)),
  );
  return {
    document,
    blocks: { from, until, items },
    by,
    keys,
    report,
    findings: listed(before?.report.findings, findings, move, ({ key }) => key),
    facts: listed(before?.report.facts, facts, move, ({ kind, where }) => `${kind} ${where[0]?.quote ?? ""}`),
  };
}

/**
 * Makes what is after a revision from what was before it. What stays is shared by both, and its places are moved along: what
 * was before is not to be used any more.
 */
export function applied(before: Revised | undefined, revision: Revision, at: number): Revised {
  const { from, until, items } = revision.blocks;
  const old = before?.document.blocks ?? [];
  const blocks = [...old.slice(0, from), ...items, ...old.slice(until)];
  const shift = items.length - (until - from);
  if (before && (shift !== 0 || revision.by !== 0)) {
    move(before.report, { document: at, from, until, blocks: shift, by: revision.by });
  }
  const lists: Partial<Report> = {
    findings: entries(before?.report.findings, revision.findings),
    facts: entries(before?.report.facts, revision.facts),
  };
  const made = { ...before?.report, ...revision.report, ...lists };
  const report = Object.fromEntries(revision.keys.map((key) => [key, made[key]])) as unknown as Report;
  return { document: { ...revision.document, blocks }, report };
}

/** The list after, with what stays by its index before. `signature` finds for each entry the one that it may have been. */
function listed<T>(before: readonly T[] | undefined, after: readonly T[], move: Move, signature: (entry: T) => string): Listed<T> {
  const known = new Map<string, number[]>();
  before?.forEach((entry, index) => {
    const key = signature(entry);
    const alike = known.get(key);
    if (alike) alike.push(index);
    else known.set(key, [index]);
  });
  return after.map((entry) => {
    const alike = known.get(signature(entry)) ?? [];
    const found = alike.findIndex((index) => same(before?.[index], entry, move));
    return found < 0 ? entry : (alike.splice(found, 1)[0] ?? entry);
  });
}

function entries<T>(before: readonly T[] | undefined, list: Listed<T>): T[] {
  return list.map((entry) => {
    if (typeof entry !== "number") return entry as T;
    const kept = before?.[entry];
    if (kept === undefined) throw new Error("a revision builds on another report");
    return kept;
  });
}

/**
 * Whether two values say the same; with a move, whether the second is the first with its places moved. What rests on a block
 * that became another is another: what stands around it may be shown with it.
 */
function same(a: unknown, b: unknown, move?: Move): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i], move));
  const place = move && isPlaceOf(a, move.document) ? a : undefined;
  if (place && move && place.block >= move.from && place.block < move.until) return false;
  const moves = place !== undefined && move !== undefined && place.block >= move.until;
  const old = a as Record<string, unknown>;
  const now = b as Record<string, unknown>;
  const keys = Object.keys(old);
  return (
    keys.length === Object.keys(now).length &&
    keys.every((key) => {
      if (!moves || !(key === "start" || key === "end" || key === "block")) return same(old[key], now[key], move);
      return Number(old[key]) + (key === "block" ? move.blocks : move.by) === now[key];
    })
  );
}

/** Moves all places in a value. */
function move(value: unknown, by: Move): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    // Lists of words have no places.
    if (typeof value[0] === "object") for (const item of value) move(item, by);
  } else if (isPlaceOf(value, by.document)) {
    if (value.block < by.until) return;
    value.block += by.blocks;
    value.start += by.by;
    value.end += by.by;
  } else {
    for (const item of Object.values(value)) move(item, by);
  }
}

function isPlaceOf(value: object, document: number): value is Place {
  return "quote" in value && "block" in value && "document" in value && value.document === document;
}

/** Length of the text of blocks, each with the line feed behind it. */
function length(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length + 1, 0);
}

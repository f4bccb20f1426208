import type { Place } from "tender-check";

import type { Entry, Weight } from "./findings";
import { WEIGHTS } from "./findings";
import type { Leaf, Outline } from "./outline";

/** A stretch of text on which the same findings rest. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** The findings that quote it, in the order of their numbers; none for plain text. */
  readonly entries: readonly Entry[];
  /** Whether it is the passage that is pointed at. */
  readonly pointed: boolean;
  /** Those whose passage begins here. */
  readonly opens: readonly Entry[];
  /** Those whose passage ends here: their numbers are shown behind it. */
  readonly closes: readonly Entry[];
}

/** The marked leaves of a document by the place at which they start. Leaves without a mark are not in it. */
export type Marks = ReadonlyMap<number, readonly Segment[]>;

interface Range {
  readonly start: number;
  readonly end: number;
  /** The finding that quotes it; none for the passage that is pointed at. */
  readonly entry: Entry | undefined;
  readonly first: boolean;
  readonly last: boolean;
}

/**
 * Lays the places of all findings over the text of one document, and one more passage that is pointed at.
 * Passages may overlap and run over blocks.
 */
export function mark(outline: Outline, document: number, entries: readonly Entry[], pointed?: Place): Marks {
  const ranges = new Map<Leaf, Range[]>();
  const lay = (places: readonly Place[], entry: Entry | undefined): void => {
    const here = places.filter((place) => place.document === document);
    const once = new Map(here.map((place) => [`${place.start}-${place.end}`, place]));
    for (const { block, start, end } of once.values()) {
      const leaves = covered(outline, block, start, end);
      leaves.forEach((leaf, i) => {
        const range = {
          start: Math.max(start, leaf.start),
          end: Math.min(end, leaf.end),
          entry,
          first: i === 0,
          last: i === leaves.length - 1,
        };
        const list = ranges.get(leaf);
        if (list) list.push(range);
        else ranges.set(leaf, [range]);
      });
    }
  };
  for (const entry of entries) lay(entry.finding.where, entry);
  if (pointed) lay([pointed], undefined);
  return new Map([...ranges].map(([leaf, list]) => [leaf.start, segments(leaf, list)]));
}

/** The heaviest weight of a segment, which gives it its colour; none where no finding quotes it. */
export function heaviest(segment: Segment): Weight | undefined {
  const ranks = segment.entries.map((entry) => WEIGHTS.indexOf(entry.weight));
  return WEIGHTS[Math.min(...ranks)];
}

function covered(outline: Outline, block: number, start: number, end: number): Leaf[] {
  const leaves: Leaf[] = [];
  for (let i = block; i < outline.lines.length; i++) {
    const line = outline.lines[i];
    if (!line || (line.leaves[0]?.start ?? 0) >= end) break;
    leaves.push(...line.leaves.filter((leaf) => Math.max(start, leaf.start) < Math.min(end, leaf.end)));
  }
  return leaves;
}

function segments(leaf: Leaf, ranges: readonly Range[]): Segment[] {
  const bounds = new Set([leaf.start, leaf.end]);
  for (const { start, end } of ranges) bounds.add(start).add(end);
  const sorted = [...bounds].toSorted((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1] ?? leaf.end;
    const over = ranges.filter((range) => range.start <= start && range.end >= end);
    const entriesOf = (keep: (range: Range) => boolean): Entry[] =>
      [...new Set(over.filter(keep).flatMap(({ entry }) => entry ?? []))].toSorted((a, b) => a.number - b.number);
    return {
      start,
      end,
      entries: entriesOf(() => true),
      pointed: over.some((range) => range.entry === undefined),
      opens: entriesOf((range) => range.first && range.start === start),
      closes: entriesOf((range) => range.last && range.end === end),
    };
  });
}

import type { Block, Document, Place } from "tender-check";

/** A document of the pack that is being written in the page. */
export interface Draft {
  /** Its index among the documents. */
  readonly document: number;
  /** Its name, as a file. */
  readonly name: string;
  /** The text that the report is about. */
  readonly text: string;
  /** Counts the texts that were checked. */
  readonly version: number;
  /** Whether it was made from a file that stays as it is. */
  readonly copy: boolean;
}

/** How far the next word of a block may be from the one before: there are only marks and blanks between them. */
const NEAR = 60;
/** How far the first word of a block may be from the block before. */
const FAR = 4000;
/** How many blocks may have been taken out at once for those behind them to be known again. */
const GONE = 60;

/** The text of a document as Markdown, for editing: headings, lists and tables stay; looks, notes' places, running heads do not. */
export function draftText(document: Document): string {
  let out = "";
  let table: number | undefined;
  for (const block of document.blocks) {
    if (block.kind === "header" || block.kind === "footer") continue;
    const line = lineOf(block);
    if (block.kind === "row" && block.table === table) {
      out += `\n${line}`;
      continue;
    }
    const close = block.kind === "list_item" && /(^|\n)\s*- [^\n]*$/.test(out) && line.trimStart().startsWith("- ");
    out += out === "" ? line : `${close ? "\n" : "\n\n"}${line}`;
    table = block.kind === "row" ? block.table : undefined;
    if (block.kind === "row") out += `\n|${" --- |".repeat(block.text.split("\t").length)}`;
  }
  return out === "" ? "" : `${out}\n`;
}

function lineOf(block: Block): string {
  const text = block.text.replace(/\n/g, " ");
  const label = block.label ?? "";
  const labelled = label === "" ? text : `${label} ${text}`;
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(Math.min(block.level, 6))} ${labelled}`;
    case "list_item":
      return /[\p{L}\p{N}]/u.test(label) ? labelled : `${"  ".repeat(Math.min(block.level, 4))}- ${text}`;
    case "row":
      return `| ${block.text.split("\t").map((cell) => cell.replace(/\|/g, "\\|").replace(/\n/g, " ")).join(" | ")} |`;
    default:
      return labelled;
  }
}

/** Where the words of a block stand: each from the start of the block's text, and in the source from `at` on. */
interface Laid {
  readonly block: Block;
  /** Where in the source the block's own stretch begins, and how long it is. */
  readonly at: number;
  readonly length: number;
  readonly read: readonly number[];
  readonly source: readonly number[];
}

/** Where the places of a document stand in the text from which it was read. */
export class Alignment {
  private readonly laid: Laid[] = [];
  /** Where the text of each block begins in the document's text. */
  private readonly offsets: number[] = [];

  /**
   * Lays the words of a document along its source: a reader keeps their order, and drops nothing but marks. Blocks that are
   * those of the alignment before, in a part of the source that did not change, are not laid anew.
   */
  constructor(
    private readonly source: string,
    document: Document,
    before?: Alignment,
  ) {
    const known = before && new Known(before.source, source, before.laid);
    let offset = 0;
    let at = 0;
    for (const block of document.blocks) {
      // Notes may be moved to what refers to them.
      const note = block.kind === "footnote";
      const laid = (note ? undefined : known?.take(block, at)) ?? this.lay(block, note ? Math.max(source.indexOf(block.text.slice(0, 20)), 0) : at);
      if (!note) at = laid.at + laid.length;
      this.laid.push(laid);
      this.offsets.push(offset);
      offset += block.text.length + 1;
    }
  }

  private lay(block: Block, from: number): Laid {
    const { source } = this;
    const { label, text } = block;
    const laid = { read: [] as number[], source: [] as number[] };
    const put = (read: number, found: number): void => {
      laid.read.push(read);
      laid.source.push(found - from);
    };
    let at = from;
    if (label) {
      const found = near(source, label, at, FAR);
      const before = found < 0 ? "" : source.slice(source.lastIndexOf("\n", found - 1) + 1, found);
      if (found >= 0 && /^[\s#>*+|_-]*$/.test(before)) at = found + label.length;
    }
    let reach = FAR;
    for (const { 0: word, index } of text.matchAll(/\S+/g)) {
      const found = near(source, word, at, reach);
      if (found >= 0) {
        put(index, found);
        at = found + word.length;
        reach = NEAR;
        continue;
      }
      // A mark stands within the word.
      for (let i = 0; i < word.length; i++) {
        const letter = near(source, word.charAt(i), at, NEAR);
        put(index + i, letter < 0 ? at : letter);
        if (letter >= 0) at = letter + 1;
      }
    }
    return { block, at: from, length: at - from, ...laid };
  }

  /** Where a place stands in the source. */
  of({ block, start, end }: Pick<Place, "block" | "start" | "end">): { from: number; to: number } {
    const from = this.at(start, block);
    return { from, to: Math.max(from, end > start ? this.at(end - 1, block) + 1 : from) };
  }

  private at(offset: number, near: number): number {
    let number = near;
    // A passage may run on into the blocks behind.
    while (number + 1 < this.offsets.length && (this.offsets[number + 1] ?? 0) <= offset) number += 1;
    const laid = this.laid[number];
    if (!laid) return 0;
    const within = offset - (this.offsets[number] ?? 0);
    let low = 0;
    let high = laid.read.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((laid.read[middle] ?? 0) <= within) low = middle + 1;
      else high = middle;
    }
    const word = low - 1;
    return laid.at + (word < 0 ? 0 : (laid.source[word] ?? 0) + within - (laid.read[word] ?? 0));
  }
}

/** What of an alignment still holds for a source of which one stretch became another. */
class Known {
  private next = 0;
  /** Up to here both sources are the same, and from there on, in the one before. */
  private readonly same: number;
  private readonly again: number;
  private readonly by: number;

  constructor(
    before: string,
    now: string,
    private readonly laid: readonly Laid[],
  ) {
    const shorter = Math.min(before.length, now.length);
    let same = 0;
    while (same < shorter && before.charCodeAt(same) === now.charCodeAt(same)) same += 1;
    let behind = 0;
    while (behind < shorter - same && before.charCodeAt(before.length - 1 - behind) === now.charCodeAt(now.length - 1 - behind)) {
      behind += 1;
    }
    this.same = same;
    this.again = before.length - behind;
    this.by = now.length - before.length;
  }

  /** How a block that is looked for from a place on was laid; none where that is not known any more. */
  take(block: Block, from: number): Laid | undefined {
    const { laid } = this;
    let at = this.next;
    while (at < Math.min(laid.length, this.next + GONE) && laid[at]?.block !== block) at += 1;
    const known = laid[at];
    if (known?.block !== block) return undefined;
    this.next = at + 1;
    if (known.at === from && known.at + known.length <= this.same) return known;
    return known.at >= this.again && known.at + this.by === from ? { ...known, at: from } : undefined;
  }
}

function near(source: string, words: string, from: number, reach: number): number {
  const found = source.slice(from, from + reach + words.length).indexOf(words);
  return found < 0 ? found : from + found;
}

/** Where better wording goes: in place of whole sentences, behind the sentence of which something is only a part. */
export function seat(text: string, from: number, to: number): { from: number; to: number; before: string } {
  const line = text.lastIndexOf("\n", from - 1) + 1;
  const before = text.slice(line, from).replace(/^[\s#>*+|-]*(?:\(?[\p{L}\p{N}]{1,4}(?:\.\d+)*[.)]?\s+)?/u, "").trimEnd();
  const begins = before === "" || /[.?!:;|]$/.test(before);
  let end = to;
  while (end < text.length && !isEnd(text, end)) end += 1;
  if (begins && end === to && /[.?!]$/.test(text.slice(from, to).trimEnd())) return { from, to, before: "" };
  return { from: end, to: end, before: " " };
}

/** Whether a sentence, or the line or cell that it is in, ends at a place. */
function isEnd(text: string, at: number): boolean {
  const next = text.slice(at, at + 2);
  if (next === "" || next.startsWith("\n") || next.startsWith(" |")) return true;
  return /[.?!]/.test(text.charAt(at - 1)) && /^\s\P{Ll}/u.test(next);
}

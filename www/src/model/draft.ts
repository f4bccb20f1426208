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

/** Where the places of a document stand in the text from which it was read. */
export class Alignment {
  /** Starts of words in the document's text, in order, and where each stands in the source. */
  private readonly read: number[] = [];
  private readonly source: number[] = [];

  /** Lays the words of a document along its source: a reader keeps their order, and drops nothing but marks. */
  constructor(source: string, document: Document) {
    let offset = 0;
    let at = 0;
    for (const block of document.blocks) {
      // Notes may be moved to what refers to them.
      const from = block.kind === "footnote" ? Math.max(source.indexOf(block.text.slice(0, 20)), 0) : at;
      const upto = this.lay(source, block, offset, from);
      if (block.kind !== "footnote") at = upto;
      offset += block.text.length + 1;
    }
  }

  private lay(source: string, { label, text }: Block, offset: number, from: number): number {
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
        this.put(offset + index, found);
        at = found + word.length;
        reach = NEAR;
        continue;
      }
      // A mark stands within the word.
      for (let i = 0; i < word.length; i++) {
        const letter = near(source, word.charAt(i), at, NEAR);
        this.put(offset + index + i, letter < 0 ? at : letter);
        if (letter >= 0) at = letter + 1;
      }
    }
    return at;
  }

  private put(read: number, source: number): void {
    this.read.push(read);
    this.source.push(source);
  }

  /** Where a place stands in the source. */
  of({ start, end }: Pick<Place, "start" | "end">): { from: number; to: number } {
    const from = this.at(start);
    return { from, to: Math.max(from, end > start ? this.at(end - 1) + 1 : from) };
  }

  private at(offset: number): number {
    let low = 0;
    let high = this.read.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.read[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const word = low - 1;
    return word < 0 ? 0 : (this.source[word] ?? 0) + offset - (this.read[word] ?? 0);
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

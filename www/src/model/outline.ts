import type { Block, Document } from "tender-check";

/** A stretch of the document's text that is shown in one piece: a block, a cell of a row, a field's name or value. */
export interface Leaf {
  readonly start: number;
  readonly end: number;
}

/** A block with its place in the document's text. */
export interface Line {
  readonly index: number;
  readonly block: Block;
  readonly leaves: readonly Leaf[];
  /** The page that begins with this block. */
  readonly page?: number;
}

/** An item of a list with what stands inside it: deeper lists, notes. */
export interface Item {
  readonly line: Line;
  readonly inner: Part[];
}

/** A row of a table, or what stands between two of its rows: a nested table, a running head. */
export type TableEntry = { readonly row: Line } | { readonly inner: Part[] };

/** Blocks as they belong together on the page. */
export type Part =
  | { readonly kind: "heading"; readonly line: Line; readonly depth: number }
  | { readonly kind: "paragraph" | "footnote" | "running"; readonly line: Line }
  | { readonly kind: "fields"; readonly lines: Line[] }
  | { readonly kind: "list"; readonly level: number; readonly items: Item[] }
  | { readonly kind: "table"; readonly width: number; readonly entries: TableEntry[] };

/** A document made ready to be shown. */
export interface Outline {
  readonly text: string;
  readonly lines: readonly Line[];
  /** The parts in runs of some dozen lines, so that a browser can skip what is off the screen. */
  readonly chunks: readonly Chunk[];
}

/** A run of parts with the stretch of text that it holds. */
export interface Chunk extends Leaf {
  readonly parts: readonly Part[];
}

/** Lines in a chunk, more or less: parts are not torn. */
const CHUNK = 60;
/** Tables in tables deeper than this are shown one after the other. */
const DEEPEST = 6;

/** The text to which places refer. */
export function textOf(document: Document): string {
  return document.blocks.map((block) => block.text).join("\n");
}

/** Groups a document's blocks into headings, lists, tables and so on. */
export function outline(document: Document): Outline {
  const lines = measure(document);
  return { text: textOf(document), lines, chunks: chunk(new Grouping(lines).parts(0, lines.length, 0), lines) };
}

function measure(document: Document): Line[] {
  let offset = 0;
  let page = 0;
  return document.blocks.map((block, index) => {
    const leaves = pieces(block).map(([start, end]) => ({ start: offset + start, end: offset + end }));
    offset += block.text.length + 1;
    const turned = block.page !== undefined && block.page > page;
    if (turned) page = block.page ?? page;
    return turned ? { index, block, leaves, page } : { index, block, leaves };
  });
}

/** The stretches of a block's text that are shown each in a place of its own. */
function pieces(block: Block): [start: number, end: number][] {
  const { text } = block;
  if (block.kind === "row") {
    let start = 0;
    return text.split("\t").map((cell) => [start, (start += cell.length + 1) - 1]);
  }
  if (block.kind === "field" && text.startsWith(block.name)) {
    const [between = ""] = /^:?\s*/.exec(text.slice(block.name.length)) ?? [];
    const value = block.name.length + between.length;
    return [
      [0, value - between.length + between.trimEnd().length],
      [value, text.length],
    ];
  }
  return [[0, text.length]];
}

class Grouping {
  private readonly lastRow = new Map<number, number>();
  private depth = 0;

  constructor(private readonly lines: readonly Line[]) {
    for (const { index, block } of lines) if (block.kind === "row") this.lastRow.set(block.table, index);
  }

  parts(from: number, to: number, nesting: number): Part[] {
    const parts: Part[] = [];
    let at = from;
    while (at < to) {
      const line = this.line(at);
      const { block } = line;
      switch (block.kind) {
        case "row":
          at = this.table(at, to, nesting, block.table, parts);
          continue;
        case "list_item":
          at = this.list(at, to, parts);
          continue;
        case "field": {
          const last = parts.at(-1);
          if (last?.kind === "fields") last.lines.push(line);
          else parts.push({ kind: "fields", lines: [line] });
          break;
        }
        case "heading":
          // A screen reader's outline must not skip a level, whatever the document does.
          this.depth = Math.min(block.level, this.depth + 1);
          parts.push({ kind: "heading", line, depth: this.depth });
          break;
        case "header":
        case "footer":
          parts.push({ kind: "running", line });
          break;
        default:
          parts.push({ kind: block.kind, line });
      }
      at += 1;
    }
    return parts;
  }

  private table(from: number, to: number, nesting: number, table: number, parts: Part[]): number {
    const last = Math.min(this.lastRow.get(table) ?? from, to - 1);
    const entries: TableEntry[] = [];
    let width = 1;
    let at = from;
    while (at <= last) {
      const line = this.line(at);
      if (line.block.kind === "row" && line.block.table === table) {
        entries.push({ row: line });
        width = Math.max(width, line.leaves.length, ...line.block.columns.map((column) => column + 1));
        at += 1;
        continue;
      }
      if (nesting >= DEEPEST) break;
      const start = at;
      while (at <= last && !this.isRowOf(at, table)) at += 1;
      entries.push({ inner: this.parts(start, at, nesting + 1) });
    }
    parts.push({ kind: "table", width, entries });
    return at;
  }

  private list(from: number, to: number, parts: Part[]): number {
    const base = levelOf(this.line(from).block);
    const list: Part & { kind: "list" } = { kind: "list", level: base, items: [] };
    const open = [list];
    let at = from;
    while (at < to) {
      const line = this.line(at);
      const { block } = line;
      if (block.kind === "list_item") {
        if (block.level < base) break;
        while (open.length > 1 && (open.at(-1)?.level ?? 0) > block.level) open.pop();
        let innermost = open.at(-1) ?? list;
        const parent = innermost.items.at(-1);
        if (parent && block.level > innermost.level) {
          innermost = { kind: "list", level: block.level, items: [] };
          parent.inner.push(innermost);
          open.push(innermost);
        }
        innermost.items.push({ line, inner: [] });
      } else if (isAside(block) && this.itemFollows(at, to, base)) {
        const item = open.at(-1)?.items.at(-1);
        item?.inner.push({ kind: block.kind === "footnote" ? "footnote" : "running", line });
      } else {
        break;
      }
      at += 1;
    }
    parts.push(list);
    return at;
  }

  private itemFollows(from: number, to: number, base: number): boolean {
    let at = from;
    while (at < to && isAside(this.line(at).block)) at += 1;
    const next = at < to ? this.line(at).block : undefined;
    return next?.kind === "list_item" && next.level >= base;
  }

  private isRowOf(index: number, table: number): boolean {
    const { block } = this.line(index);
    return block.kind === "row" && block.table === table;
  }

  private line(index: number): Line {
    const line = this.lines[index];
    if (!line) throw new RangeError(`no block ${index}`);
    return line;
  }
}

function levelOf(block: Block): number {
  return block.kind === "list_item" ? block.level : 0;
}

/** What a reader puts between the items of a list without ending it. */
function isAside(block: Block): boolean {
  return block.kind === "footnote" || block.kind === "header" || block.kind === "footer";
}

function chunk(parts: readonly Part[], lines: readonly Line[]): Chunk[] {
  const chunks: Chunk[] = [];
  let from = 0;
  let to = 0;
  let run: Part[] = [];
  for (const part of parts) {
    run.push(part);
    to += lineCount(part);
    if (to - from < CHUNK && to < lines.length) continue;
    chunks.push({ start: lines[from]?.leaves[0]?.start ?? 0, end: lines[to - 1]?.leaves.at(-1)?.end ?? 0, parts: run });
    run = [];
    from = to;
  }
  return chunks;
}

/** Number of blocks in a part, all that is inside it among them. */
function lineCount(part: Part): number {
  const sum = (parts: readonly Part[]): number => parts.reduce((n, inner) => n + lineCount(inner), 0);
  switch (part.kind) {
    case "list":
      return part.items.reduce((n, item) => n + 1 + sum(item.inner), 0);
    case "table":
      return part.entries.reduce((n, entry) => n + ("row" in entry ? 1 : sum(entry.inner)), 0);
    case "fields":
      return part.lines.length;
    default:
      return 1;
  }
}

import { html, nothing, type TemplateResult } from "lit";

import type { Entry } from "../model/findings";
import { heaviest, type Marks, type Segment } from "../model/marks";
import type { Chunk, Leaf, Line, Outline, Part, TableEntry } from "../model/outline";
import { spoken, titleOf, words } from "../words";

/** Deepest heading that HTML knows. */
const DEEPEST_HEADING = 6;
/** The document stands below the page's and the pane's own headings. */
const ABOVE = 2;
/** Tables with more columns than this may scroll sideways on a phone. */
const NARROW_TABLE = 3;

/** Shows the parts of a document, with its marks. */
export class DocumentView {
  constructor(
    private readonly outline: Outline,
    private readonly marks: Marks,
  ) {}

  parts(parts: readonly Part[]): TemplateResult[] {
    return parts.map((part) => this.part(part));
  }

  /** Something that stays the same as long as a chunk looks the same. */
  fingerprint(chunk: Chunk): string {
    let key = "";
    for (const [at, segments] of this.marks) {
      if (at < chunk.start || at > chunk.end) continue;
      for (const { start, end, entries, pointed } of segments) {
        if (entries.length > 0 || pointed) key += `${start}-${end}:${pointed}${entries.map(keyOf).join()};`;
      }
    }
    return key;
  }

  private part(part: Part): TemplateResult {
    switch (part.kind) {
      case "heading":
        return this.heading(part.line, part.depth);
      case "paragraph":
        return html`<p>${this.page(part.line)}${this.label(part.line)}${this.line(part.line)}</p>`;
      case "running":
        return html`<p class="running">${this.page(part.line)}${this.line(part.line)}</p>`;
      case "footnote":
        return html`<div class="footnote" role="note">
          ${this.page(part.line)}${this.label(part.line)}${this.line(part.line)}
        </div>`;
      case "fields":
        return html`<dl>
          ${part.lines.map((line) => {
            const [name, ...values] = line.leaves;
            return html`<div>
              <dt>${this.page(line)}${name ? this.leaf(name) : nothing}</dt>
              <dd>${values.map((value) => this.leaf(value))}</dd>
            </div>`;
          })}
        </dl>`;
      case "list":
        return html`<ul role="list" class="level-${Math.min(part.level, 4)}">
          ${part.items.map(
            ({ line, inner }) =>
              html`<li>${this.page(line)}${this.label(line)}
                <div class="body">${this.line(line)}${this.parts(inner)}</div></li>`,
          )}
        </ul>`;
      case "table":
        return this.table(part.width, part.entries);
    }
  }

  private heading(line: Line, depth: number): TemplateResult {
    const level = line.block.kind === "heading" ? Math.min(line.block.level, 4) : 1;
    const content = html`${this.page(line)}${this.label(line)}${this.line(line)}`;
    const look = `heading-${level}`;
    switch (Math.min(depth + ABOVE, DEEPEST_HEADING)) {
      case 3:
        return html`<h3 class=${look}>${content}</h3>`;
      case 4:
        return html`<h4 class=${look}>${content}</h4>`;
      case 5:
        return html`<h5 class=${look}>${content}</h5>`;
      default:
        return html`<h6 class=${look} aria-level=${depth + ABOVE}>${content}</h6>`;
    }
  }

  private table(width: number, entries: readonly TableEntry[]): TemplateResult {
    let heads = entries.findIndex((entry) => !("row" in entry && isHead(entry.row)));
    if (heads < 0) heads = 0;
    const rows = (from: number, to?: number): TemplateResult[] =>
      entries.slice(from, to).map((entry) =>
        "row" in entry
          ? this.row(entry.row, width)
          : html`<tr class="between"><td colspan=${width}>${this.parts(entry.inner)}</td></tr>`,
      );
    const table = html`<table>
      ${heads > 0 ? html`<thead>${rows(0, heads)}</thead>` : nothing}
      <tbody>${rows(heads)}</tbody>
    </table>`;
    return width > NARROW_TABLE
      ? html`<div class="table wide" role="group" tabindex="0" aria-label=${words("table-wide", { columns: width })}>
          ${table}
        </div>`
      : html`<div class="table">${table}</div>`;
  }

  private row(line: Line, width: number): TemplateResult {
    const columns = line.block.kind === "row" ? line.block.columns : [];
    const head = isHead(line);
    const cells: TemplateResult[] = [];
    let next = 0;
    line.leaves.forEach((leaf, i) => {
      const column = Math.max(columns[i] ?? next, next);
      const gap = column - next;
      if (gap > 0) cells.push(html`<td colspan=${gap}></td>`);
      next = Math.max(columns[i + 1] ?? (i + 1 < line.leaves.length ? column + 1 : width), column + 1);
      const content = html`${i === 0 ? this.page(line) : nothing}${this.leaf(leaf)}`;
      const span = next - column > 1 ? next - column : nothing;
      cells.push(
        head && leaf.end > leaf.start
          ? html`<th scope="col" colspan=${span}>${content}</th>`
          : html`<td class=${head ? "head" : nothing} colspan=${span}>${content}</td>`,
      );
    });
    return html`<tr>${cells}</tr>`;
  }

  private page(line: Line): TemplateResult | typeof nothing {
    return line.page === undefined
      ? nothing
      : html`<span class="page"><span class="out-of-sight">${words("page-word")} </span>${line.page}</span>`;
  }

  private label(line: Line): TemplateResult | typeof nothing {
    return line.block.label === undefined ? nothing : html`<span class="label">${line.block.label}</span> `;
  }

  private line(line: Line): TemplateResult[] {
    return line.leaves.map((leaf) => this.leaf(leaf));
  }

  private leaf(leaf: Leaf): TemplateResult {
    const segments = this.marks.get(leaf.start);
    return html`<span class="text"
      >${segments ? segments.map((s) => this.segment(s)) : this.outline.text.slice(leaf.start, leaf.end)}</span
    >`;
  }

  private segment(segment: Segment): TemplateResult | string {
    const text = this.outline.text.slice(segment.start, segment.end);
    if (segment.entries.length === 0 && !segment.pointed) return text;
    const begins = segment.opens.map(({ number }) => words("mark-begins", { number })).join(" ");
    // No blanks between the pieces: the text keeps its line breaks, so they would show. And no words but the
    // document's own, which a search in the page would stumble over: ours come from attributes, by the style.
    return html`<mark
        class="${heaviest(segment) ?? ""} ${segment.pointed ? "pointed" : ""}"
        tabindex="-1"
        data-entries=${segment.entries.map((entry) => entry.number).join(" ")}
        data-start=${segment.start}
        data-begins=${begins === "" ? nothing : begins}
        >${text}</mark
      >${segment.closes.map((entry) => badge(entry))}`;
  }
}

function badge(entry: Entry): TemplateResult {
  const label = words("mark-badge", {
    number: entry.number,
    weight: words(`tag-${entry.weight}`),
    title: titleOf(entry.finding.title),
  });
  return html`<button
    class="badge ${entry.weight}"
    lang=${spoken()}
    type="button"
    data-entry=${entry.number}
    aria-label=${label}
    title=${label}
  ></button>`;
}

function keyOf(entry: Entry): string {
  return `${entry.number}${entry.weight}${titleOf(entry.finding.title)}`;
}

function isHead(line: Line): boolean {
  return line.block.kind === "row" && line.block.head;
}

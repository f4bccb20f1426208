// A document as plain text: what is left when a person saves it as text. Changes are accepted, numbers are written
// out, lines are wrapped, cells are parted by tabs or set in columns, notes follow at the end.

import { Counter, grid, letter, pieces, roman } from './blocks.mjs';

const WIDTH = 92;

/** The text of a document. */
export function text(document) {
  const writer = new Writer(document);
  writer.blocks(document.body);
  writer.notes();
  return writer.lines.join('\n').replace(/\n{3,}/gu, '\n\n').trim() + '\n';
}

class Writer {
  lines = [];
  #clauses = new Counter();
  #noted = [];

  constructor(document) {
    this.document = document;
    if (document.title) this.lines.push(document.title, '');
  }

  blocks(blocks) {
    for (const block of blocks) this[block.kind](block);
  }

  heading({ text, level, plain }) {
    this.#wrap(plain ? '' : `${this.#clauses.next(level)} `, text);
  }

  paragraph({ text }) {
    this.#wrap('', text);
  }

  clause({ level, text }) {
    this.#wrap(`${'   '.repeat(Math.max(0, level - 3))}${this.#clauses.next(level)} `, text);
  }

  bullets({ texts }) {
    for (const text of texts) this.#wrap('  • ', text, false);
    this.lines.push('');
  }

  letters({ texts }) {
    let item = 0;
    for (const text of texts) {
      if (Array.isArray(text)) text.forEach((inner, i) => this.#wrap(`      (${roman(i + 1)}) `, inner, false));
      else this.#wrap(`  (${letter(++item)}) `, text, false);
    }
    this.lines.push('');
  }

  table({ rows }) {
    if (this.document.cells === 'columns') this.lines.push(...this.#columns(rows));
    else for (const row of filled(rows)) this.lines.push(...this.#row(row));
    this.lines.push('');
  }

  field({ name, values }) {
    this.#wrap('', name, false);
    for (const value of values) this.#wrap('', value, false);
    this.lines.push('');
  }

  box({ texts }) {
    for (const text of texts) this.paragraph({ text });
  }

  columns({ blocks }) {
    this.blocks(blocks);
  }

  page() {
    this.lines.push('');
  }

  notes() {
    this.#noted.forEach((note, i) => this.#wrap(`[${i + 1}] `, this.document.notes[note]));
  }

  #plain(text) {
    const shown = (piece) => {
      if (piece.note) return `[${this.#noted.push(piece.note)}]`;
      return piece.change === 'deleted' ? '' : piece.text;
    };
    return pieces(text).map(shown).join('');
  }

  #wrap(label, text, blank = true) {
    const indent = ' '.repeat(label.length);
    let line = label;
    // Not \s: a no-break space is no place to break.
    for (const word of this.#plain(text).split(' ')) {
      if (line.length > indent.length && line.trim() && line.length + word.length > WIDTH) {
        this.lines.push(line.trimEnd());
        line = indent;
      }
      line += `${word} `;
    }
    this.lines.push(line.trimEnd());
    if (blank) this.lines.push('');
  }

  #row(row) {
    const inside = row.flatMap((cell) => (cell.blocks ?? []).flatMap((b) => filled(b.rows).flatMap((r) => this.#row(r))));
    return [row.map((cell) => this.#plain(cell.text)).join('\t'), ...inside];
  }

  // Cells padded with blanks to the widest of their column, as terminals and mail show a table.
  #columns(rows) {
    const blanks = (cell) => Array((cell.across ?? 1) - 1).fill('');
    const shown = filled(rows).map((row) => row.flatMap((cell) => [this.#plain(cell.text), ...blanks(cell)]));
    const widths = shown[0].map((_, i) => Math.max(...shown.map((row) => (row[i] ?? '').length)));
    return shown.map((row) => row.map((cell, i) => cell.padEnd(widths[i])).join('   ').trimEnd());
  }
}

/** Rows with an empty cell wherever a cell above reaches down. */
const filled = (rows) => grid(rows).map((row) => row.map(({ cell }) => cell ?? { text: '' }));

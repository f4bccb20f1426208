// The words a pack is written in: each function gives one block of a document.
//
// Text may hold **bold**, {++an insertion++} and {--a deletion--} that Word still tracks, {=a content control=} and
// [^name] for the footnote of that name.

/** A heading; numbered as level 1 of the clauses unless `plain`. */
export const h = (text, { level = 1, plain = false } = {}) => ({ kind: 'heading', text, level, plain });

/** A paragraph. */
export const p = (text) => ({ kind: 'paragraph', text });

/** A numbered clause: level 2 is `1.1`, 3 `1.1.1`, 4 `(a)`, 5 `(i)`; level 1 is the heading's. */
export const c = (level, text) => ({ kind: 'clause', level, text });

/** Items under a bullet. */
export const bullets = (...texts) => ({ kind: 'bullets', texts });

/** Items numbered (a), (b); an array after an item is a list inside it, numbered (i), (ii). */
export const letters = (...texts) => ({ kind: 'letters', texts });

/**
 * A table. A cell is a text, or `{ text, across, down, blocks }`: how many columns and rows it covers, and blocks
 * inside it. `widths` are per cent; `head` is the number of head rows.
 */
export const table = (widths, rows, { head = 1 } = {}) => ({
  kind: 'table',
  widths,
  head,
  rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell))),
});

/** Named fields of a notice, each `[name, value, …]`. */
export const fields = (...all) => all.map(([name, ...values]) => ({ kind: 'field', name, values }));

/** Paragraphs in a text box beside the text. */
export const box = (...texts) => ({ kind: 'box', texts });

/** Blocks set in two columns, on a page of their own. */
export const columns = (...blocks) => ({ kind: 'columns', blocks });

/** A new page. */
export const page = () => ({ kind: 'page' });

/** The pieces of a text in its small markup: `{ text, bold, change, control, note }`. */
export function pieces(text) {
  const markup = /\*\*(.+?)\*\*|\{\+\+(.+?)\+\+\}|\{--(.+?)--\}|\{=(.+?)=\}|\[\^(.+?)\]/gsu;
  const out = [];
  let end = 0;
  for (const found of text.matchAll(markup)) {
    if (found.index > end) out.push({ text: text.slice(end, found.index) });
    const [, bold, inserted, deleted, control, note] = found;
    if (bold) out.push({ text: bold, bold: true });
    if (inserted) out.push({ text: inserted, change: 'inserted' });
    if (deleted) out.push({ text: deleted, change: 'deleted' });
    if (control) out.push({ text: control, control: true });
    if (note) out.push({ note });
    end = found.index + found[0].length;
  }
  if (end < text.length) out.push({ text: text.slice(end) });
  return out;
}

/** Each row's cells with the column where they start; no cell where one above reaches down. */
export function grid(rows) {
  const reach = [];
  return rows.map((row) => {
    const rest = [...row];
    const out = [];
    for (let column = 0; rest.length > 0 || reach[column] > 0; ) {
      const cell = reach[column] > 0 ? undefined : rest.shift();
      const across = cell?.across ?? 1;
      for (let i = column; i < column + across; i++) reach[i] = cell ? (cell.down ?? 1) - 1 : reach[i] - 1;
      out.push({ column, cell });
      column += across;
    }
    return out;
  });
}

/** Counts clauses as Word does: a number on one level starts the levels below it anew. */
export class Counter {
  #counts = [0, 0, 0, 0, 0];

  /** The label of the next clause on a level from 1 to 5. */
  next(level) {
    this.#counts[level - 1] += 1;
    this.#counts.fill(0, level);
    const counts = this.#counts;
    if (level === 1) return `${counts[0]}.`;
    if (level <= 3) return counts.slice(0, level).join('.');
    return `(${level === 4 ? letter(counts[3]) : roman(counts[4])})`;
  }
}

/** 1 as `a`, 26 as `z`. */
export const letter = (n) => String.fromCharCode(96 + n);

/** 1 as `i`, up to 20. */
export const roman = (n) => 'x'.repeat(n / 10) + ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][n % 10];

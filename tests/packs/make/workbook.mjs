// A price schedule as a workbook of Excel, as one of OpenDocument, and as the Word file that says the same.

import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { grid, h, p, table } from './blocks.mjs';

const script = join(dirname(fileURLToPath(import.meta.url)), 'workbook.py');

/** A sheet of a workbook: paragraphs and tables from above, with a blank row behind each table. */
export const sheet = (name, blocks, { hidden = false } = {}) => ({ name, blocks, hidden });

/** A cell that holds a number of pounds, shown with its sign. */
export const pounds = (value) => ({ text: `£${value.toLocaleString('en-GB')}`, value, format: '"£"#,##0' });

/** A cell that holds a number of pounds under a head that says so. */
export const number = (value) => ({ text: value.toLocaleString('en-GB'), value, format: '#,##0' });

/** A cell that holds a share, shown per cent. */
export const share = (percent) => ({ text: `${percent}%`, value: percent / 100, format: '0%' });

/** A cell that holds a day: `2026-02-20`. */
export const day = (value) => {
  const text = new Date(`${value}T12:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  return { text, value, format: 'd mmmm yyyy', date: true };
};

/** Bytes of the workbook. Needs Python with `openpyxl`. */
export function xlsx({ sheets }) {
  const input = JSON.stringify({ sheets: sheets.map(({ name, hidden, blocks }) => ({ name, hidden, ...laidOut(blocks) })) });
  return execFileSync('python3', [script], { input, maxBuffer: 1 << 26 });
}

/** The Word file's definition: a sheet is a heading with what stands on it. */
export function asDocument({ name, author, sheets }) {
  const body = sheets.flatMap((sheet) => [h(sheet.name, { plain: true }), ...sheet.blocks]);
  return { name, author, title: name, header: '', footer: '', body };
}

/** Rows of cells, and the widths of their columns. */
function laidOut(blocks) {
  const rows = [];
  let widths = [];
  for (const block of blocks) {
    if (block.kind !== 'table') {
      rows.push([{ value: block.text, bold: block.kind === 'heading' }]);
      continue;
    }
    if (rows.length > 0) rows.push([]);
    const head = block.head;
    grid(block.rows).forEach((cells, at) => {
      const row = [];
      for (const { column, cell } of cells) {
        if (!cell) continue;
        const { text, value = text, format, date, across, down } = cell;
        row[column] = { value, ...(format ? { format, date } : {}), across, down, bold: at < head, head: at < head };
      }
      rows.push(Array.from(row, (cell) => cell ?? null));
    });
    rows.push([]);
    widths = block.widths.map((width) => width * 1.1);
  }
  return { rows, widths };
}

export { p, table };

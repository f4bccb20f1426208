#!/usr/bin/env node
// How many of a file's words do the readers find? Every Word file, OpenDocument text and RTF under the folders is
// compared with what `pandoc` reads, every PDF with what `pdftotext` reads, every workbook with the texts that openpyxl
// reads in its cells; one of OpenDocument after LibreOffice has made it one of Excel.
//
//   node tests/tools/words.mjs FOLDER... [--floor 0.98] [--list]
//
// For each file: the share of the other program's words that are found (each as often as it stands there), the share of
// our words that the other program has too, and the share of its pairs of neighbouring words, which shows whether the
// order is right. Ends with 1 when a file is under the floor in the first or the second. With --list it prints the
// words that were not found and those that only we have.
//
// pandoc and openpyxl leave things out: text in frames and fields, numbers as they are shown. Where too many of our words are
// ours alone, those are looked for in what LibreOffice prints too, and the line says so.
//
// Of the rows of tables the share of our pairs of neighbouring words that the other program has is shown as well: the order
// within a row. pdftotext has no rows, but it tells where words stand: of PDF a pair within a cell is looked for in its text,
// and of a pair that two cells part the second word is to stand to the right of the first, within the row's box.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { parseArgs } from 'node:util';

const { positionals: folders, values: options } = parseArgs({
  allowPositionals: true,
  options: { floor: { type: 'string', default: '0.98' }, list: { type: 'boolean', default: false } },
});
// A file of a few words says nothing in per cent.
const FEWEST = 8;

const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });

const pandoc = (path) => [prose(JSON.parse(run('pandoc', '--to', 'json', path)).blocks)];

/** The words of an OpenDocument's tables of contents, which pandoc leaves out. */
const contents = (path) =>
  words([...run('unzip', '-p', path, 'content.xml').matchAll(/<text:table-of-content .*?<\/text:table-of-content>/gsu)]
    .map(([index]) => index.replace(/<\/text:(?:p|h)>|<text:(?:s|tab)\/>/gu, ' ').replace(/<[^>]*>/gu, '')).join('\n'));

/** The words that LibreOffice prints. */
function printed(path) {
  const folder = mkdtempSync(join(tmpdir(), 'words-'));
  try {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    run('soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, path);
    return words(run('pdftotext', '-raw', join(folder, `${basename(path, extname(path))}.pdf`), '-'));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Each word as often as it stands in one of two lists. */
function either(one, other) {
  const most = counted(one);
  for (const [word, count] of counted(other)) most.set(word, Math.max(most.get(word) ?? 0, count));
  return [...most].flatMap(([word, count]) => Array(count).fill(word));
}

/** The texts in a workbook's cells; its numbers show as their formats say, which openpyxl leaves to others. */
const cells = (path) => [run('python3', 'tests/tools/cells.py', path)];

/** The same of a workbook of OpenDocument, which openpyxl does not read: LibreOffice does. */
function converted(path) {
  const folder = mkdtempSync(join(tmpdir(), 'words-'));
  try {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    run('soffice', profile, '--headless', '--convert-to', 'xlsx', '--outdir', folder, path);
    return cells(join(folder, `${basename(path, extname(path))}.xlsx`));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What the other programs read, in one or more orders. */
const readers = {
  '.xlsx': cells,
  '.ods': converted,
  '.docx': pandoc,
  '.odt': pandoc,
  '.rtf': pandoc,
  '.pdf': (path) => [[], ['-raw'], ['-layout']].map((way) => run('pdftotext', ...way, path, '-')),
};

/**
 * What we read: with the numbers of lists, without them, and how often words may be repeated.
 *
 * A number counts as found where the writer typed it, and not as ours alone where Word makes it.
 */
function ours(path) {
  const { format, pages, blocks } = JSON.parse(run('target/debug/examples/blocks', '--json', path));
  // The names of sheets and the notes to cells are not in them.
  const sheet = format === 'xlsx' || format === 'ods';
  const apart = ({ kind, cell }) => sheet && (kind === 'footnote' || (kind === 'heading' && cell === undefined));
  const runs = (block) => block.kind === 'header' || block.kind === 'footer' || apart(block);
  const running = words(blocks.filter(runs).map(({ text }) => text).join('\n'));
  const read = blocks.filter((block) => format === 'pdf' || !runs(block));
  const labelled = words(read.map(({ label, text }) => (label ? `${label} ${text}` : text)).join('\n'));
  const all = format !== 'pdf' ? words(read.map(({ text }) => text).join('\n')) : labelled;
  const letters = (list) => (sheet ? list.filter((word) => /\p{L}/u.test(word)) : list);
  const bare = letters(all);
  const tables = read.filter(({ kind }) => kind === 'row');
  const rows = tables.map(({ text }) => letters(words(text)));
  return { sheet, labelled, bare, rows, tables, excused: repeated({ pages: format === 'pdf' ? pages : 1, running }) };
}

/** How often other programs may have a word that we give once: words of running heads, and numbers of pages. */
function repeated({ pages, running }) {
  const excused = new Map([...counted(running)].map(([word, count]) => [word, count * (pages - 1)]));
  for (let page = 1; page <= pages && pages > 1; page += 1) {
    excused.set(String(page), (excused.get(String(page)) ?? 0) + 1);
  }
  return excused;
}

/** Where pdftotext finds the words of each page: their left edges and the middles of their lines. */
function placed(path) {
  const entities = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return run('pdftotext', '-bbox', path, '-').split('<page ').slice(1).map((page) =>
    [...page.matchAll(/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/gu)].flatMap(([, ...found]) => {
      const [left, top, right, bottom] = found.slice(0, 4).map(Number);
      const text = found[4].replace(/&(\w+);/gu, (whole, name) => entities[name] ?? whole);
      return words(text).map((word) => ({ word, left, x: (left + right) / 2, y: (top + bottom) / 2 }));
    }));
}

/** Of the pairs of neighbouring words in rows of a PDF, the share that stands in that order on the page, and the others. */
function rowsInOrder(path, tables, orders) {
  const known = new Set(orders.flatMap(pairs));
  const pages = placed(path);
  const wrong = [];
  let all = 0;
  for (const { text, page, box } of tables) {
    const cells = text.split('\t').map(words).filter((cell) => cell.length > 0);
    const inside = cells.flatMap(pairs);
    all += inside.length;
    wrong.push(...inside.filter((pair) => !known.has(pair)));
    if (!box) continue;
    const [left, top, end, bottom] = box;
    const within = ({ x, y }) => left - 2 <= x && x <= end + 2 && top - 3 <= y && y <= bottom + 3;
    const there = (pages[page - 1] ?? []).filter(within);
    for (const [i, cell] of cells.slice(1).entries()) {
      const [before, after] = [cells[i].at(-1), cell[0]].map((word) => there.filter((one) => one.word === word));
      // The rest of a row that goes on overleaf stands in no box.
      if (before.length === 0 || after.length === 0) continue;
      all += 1;
      if (!before.some((a) => after.some((b) => a.left < b.left))) wrong.push(`${before[0].word} | ${after[0].word}`);
    }
  }
  return { share: all > 0 ? 1 - wrong.length / all : undefined, missing: wrong };
}

/** The text of pandoc's tree, without the labels of lists: it counts those in its own way. */
function prose(node) {
  if (Array.isArray(node)) return node.map(prose).join('');
  if (node === null || typeof node !== 'object') return '';
  const { t: type, c: content } = node;
  if (type === 'Str') return content;
  if (type === 'Code' || type === 'Math') return content[1];
  if (/^(?:Space|SoftBreak|LineBreak)$/u.test(type)) return ' ';
  const apart = /^(?:Para|Plain|Header|Note|CodeBlock|LineBlock|Table)$/u.test(type);
  return apart ? `\n${prose(content)}\n` : prose(content);
}

/**
 * Words in lower case. Hyphens are left out, since only a dictionary can tell one that stands at a line's end for good
 * from one that parts a word.
 */
const words = (text) =>
  text.normalize('NFKC').replace(/\u00ad/gu, '').replace(/(?<=\p{L})[-‐‑]\s*(?=\p{L})/gu, '').toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words that have a number glued to their front, which stands in front of them by itself here: both. */
function parted(list, found) {
  const known = new Set(found);
  return list.flatMap((word) => {
    const [, number, rest] = /^(\d+)(\p{L}.*)$/u.exec(word) ?? [];
    return number && !known.has(word) && known.has(number) && known.has(rest) ? [number, rest] : [word];
  });
}

const pairs = (list) => list.slice(1).map((word, i) => `${list[i]} ${word}`);

function counted(list) {
  const counts = new Map();
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Share of `wanted` that stands in `found`, each as often but for what is `excused`, and what is missing. */
function recall(wanted, found, excused = new Map()) {
  const have = counted(found);
  const missing = [];
  let lost = 0;
  for (const [item, count] of counted(wanted)) {
    const short = Math.max(count - (have.get(item) ?? 0) - (excused.get(item) ?? 0), 0);
    lost += short;
    if (short > 0) missing.push(short > 1 ? `${item} ×${short}` : item);
  }
  return { share: wanted.length > 0 ? 1 - lost / wanted.length : 1, missing };
}

const files = (path) =>
  statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => files(join(path, name))) : [path];

const percent = (share) => `${(100 * share).toFixed(2)} %`.padStart(9);

run('cargo', 'build', '--quiet', '--example', 'blocks');
let under = 0;
const shares = [];
console.log('    found      ours     pairs      rows  words  file');
for (const path of folders.flatMap(files)) {
  const reader = readers[extname(path).toLowerCase()];
  if (!reader) continue;
  const { sheet, labelled: found, bare, rows, tables, excused } = ours(path);
  const orders = reader(path).map((text) => parted(words(text), found));
  const wanted = orders[0];
  if (wanted.length < FEWEST) {
    console.log(`${Array(4).fill('–'.padStart(9)).join(' ')} ${String(wanted.length).padStart(6)}  ${basename(path)}`);
    continue;
  }
  const there = recall(wanted, found, excused);
  const left = extname(path).toLowerCase() === '.odt' ? counted(contents(path)) : new Map();
  const alone = recall(bare, wanted, left);
  const asked = alone.share < Number(options.floor) && extname(path).toLowerCase() !== '.pdf';
  const print = asked ? printed(path) : [];
  const known = asked ? recall(bare, either(wanted, print), left) : alone;
  const inRepeated = (list) => pairs(list).filter((pair) => pair.split(' ').every((word) => excused.has(word)));
  const order = Math.max(...orders.slice(0, 2).map((list) => {
    const repeats = new Map(inRepeated(list).map((pair) => [pair, Infinity]));
    const letters = (all) => (sheet ? all.filter((word) => /\p{L}/u.test(word)) : all);
    return recall(pairs(letters(list)), pairs(bare), repeats).share;
  }));
  const inRows = rows.flatMap(pairs);
  const inText = () => (inRows.length > 0 ? recall(inRows, either(pairs(wanted), pairs(print))) : { missing: [] });
  const { share: row, missing: moved } = extname(path).toLowerCase() === '.pdf' ? rowsInOrder(path, tables, orders) : inText();
  const low = Math.min(there.share, known.share) < Number(options.floor);
  if (low) under += 1;
  shares.push(there.share);
  const figures = [there.share, known.share, order].map(percent).join(' ');
  const inRow = row === undefined ? '–'.padStart(9) : percent(row);
  const by = asked ? `  (ours with LibreOffice; alone ${percent(alone.share).trim()})` : '';
  console.log(`${figures} ${inRow} ${String(wanted.length).padStart(6)}  ${basename(path)}${by}${low ? '  UNDER' : ''}`);
  if (!options.list) continue;
  if (there.missing.length > 0) console.log(`    not found: ${there.missing.slice(0, 60).join(', ')}`);
  if (moved.length > 0) console.log(`    in rows only ours: ${moved.slice(0, 60).join(', ')}`);
  if (known.missing.length > 0) console.log(`    only ours: ${known.missing.slice(0, 60).join(', ')}`);
}
shares.sort((a, b) => a - b);
const median = shares[shares.length >> 1];
console.log(
  `${shares.length} files, ${under} under ${percent(Number(options.floor)).trim()}; ` +
    `median found ${percent(median).trim()}, lowest ${percent(shares[0]).trim()}`,
);
process.exitCode = under > 0 || shares.length === 0 ? 1 : 0;

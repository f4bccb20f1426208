#!/usr/bin/env node
// How many of a file's words do the readers find? Every Word file under the folders is compared with what `pandoc`
// reads, every PDF with what `pdftotext` reads.
//
//   node tests/tools/words.mjs FOLDER... [--floor 0.98] [--missing]
//
// For each file: the share of the other program's words that are found (each as often as it stands there), and the
// share of its pairs of neighbouring words, which shows whether the order is right. Ends with 1 when a file is under
// the floor. With --missing it prints the words that were not found.

import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parseArgs } from 'node:util';

const { positionals: folders, values: options } = parseArgs({
  allowPositionals: true,
  options: { floor: { type: 'string', default: '0.98' }, missing: { type: 'boolean', default: false } },
});
// A file of a few words says nothing in per cent.
const FEWEST = 8;

const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });

/** What other programs read, in one or more orders. */
const readers = {
  '.docx': (path) => [prose(JSON.parse(run('pandoc', '--to', 'json', path)).blocks)],
  '.pdf': (path) => [run('pdftotext', path, '-'), run('pdftotext', '-raw', path, '-')].map(runningHeadsOnce),
};

/** Our readers give a running head once; so it counts once here: a line at the edge of more than two thirds of pages. */
function runningHeadsOnce(text) {
  const pages = text.split('\f').map((page) => page.split('\n').filter((line) => line.trim())).filter((lines) => lines.length > 0);
  const known = (line) => line.replace(/\d+/gu, '#').trim();
  const edge = (lines, i) => i < 4 || i >= lines.length - 4;
  const seen = new Map();
  for (const lines of pages) {
    for (const line of new Set(lines.filter((_, i) => edge(lines, i)).map(known))) seen.set(line, (seen.get(line) ?? 0) + 1);
  }
  const running = (lines, i) => pages.length > 1 && edge(lines, i) && seen.get(known(lines[i])) > (pages.length * 2) / 3;
  return pages.flatMap((lines, page) => lines.filter((_, i) => page === 0 || !running(lines, i))).join('\n');
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
  text.normalize('NFKC').replace(/\u00ad/gu, '').replace(/(?<=\p{L})\s?[-‐‑]\s*(?=\p{L})/gu, '').toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const pairs = (list) => list.slice(1).map((word, i) => `${list[i]} ${word}`);

function counted(list) {
  const counts = new Map();
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Share of `wanted` that stands in `found`, each as often, and what is missing. */
function recall(wanted, found) {
  const have = counted(found);
  const missing = [];
  let hits = 0;
  for (const [item, count] of counted(wanted)) {
    const there = Math.min(count, have.get(item) ?? 0);
    hits += there;
    if (there < count) missing.push(count - there > 1 ? `${item} ×${count - there}` : item);
  }
  return { share: wanted.length > 0 ? hits / wanted.length : 1, missing };
}

const files = (path) =>
  statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => files(join(path, name))) : [path];

const percent = (share) => `${(100 * share).toFixed(2)} %`.padStart(9);

run('cargo', 'build', '--quiet', '--example', 'blocks');
let under = 0;
const shares = [];
console.log('    words     pairs  words  file');
for (const path of folders.flatMap(files)) {
  const reader = readers[extname(path).toLowerCase()];
  if (!reader) continue;
  const found = words(run('target/debug/examples/blocks', '--text', path));
  const orders = reader(path).map(words);
  const wanted = orders[0];
  if (wanted.length < FEWEST) {
    console.log(`${'–'.padStart(9)} ${'–'.padStart(9)} ${String(wanted.length).padStart(6)}  ${basename(path)}`);
    continue;
  }
  const { share, missing } = recall(wanted, found);
  const order = Math.max(...orders.map((list) => recall(pairs(list), pairs(found)).share));
  const low = share < Number(options.floor);
  if (low) under += 1;
  shares.push(share);
  console.log(`${percent(share)} ${percent(order)} ${String(wanted.length).padStart(6)}  ${basename(path)}${low ? '  UNDER' : ''}`);
  if (options.missing && missing.length > 0) console.log(`          ${missing.slice(0, 60).join(', ')}`);
}
console.log(`${shares.length} files, ${under} under ${percent(Number(options.floor)).trim()}; lowest ${percent(Math.min(...shares)).trim()}`);
process.exitCode = under > 0 || shares.length === 0 ? 1 : 0;

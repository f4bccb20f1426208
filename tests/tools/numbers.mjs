#!/usr/bin/env node
// Are the numbers of lists and clauses those that a word processor shows? Every Word file under the folders is printed by
// LibreOffice, and its lines are compared with the labels that the reader works out.
//
//   node tests/tools/numbers.mjs FOLDER... [--list]
//
// For each file: labels that stand in print in front of the same words, of all labels whose words are found there; and
// how many numbers stand in print in front of words that have none here. With --list it prints those that differ.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';

const { positionals: folders, values: options } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'boolean', default: false } },
});
// So many of a block's first words find it in print.
const KEY_WORDS = 5;

const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
const files = (path) =>
  statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => files(join(path, name))) : [path];

/** Words as they stand; bullets are one sign, since fonts draw them as they like. */
const words = (text) => text.normalize('NFKC').split(/\s+/u).filter(Boolean).map((word) => (/[\p{L}\p{N}]/u.test(word) ? word : '•'));
const looksLikeNumber = (word) => /^(?:\(?(?:\d+[a-z]?|[a-z]{1,2}|[ivxlc]+)[.)]|\d+(?:\.\d+)+\.?|•)$/iu.test(word);

/** What LibreOffice prints, in the order in which it draws. */
function printed(path, folder) {
  run('soffice', `-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, path);
  return words(run('pdftotext', '-raw', join(folder, `${basename(path).replace(/\.[^.]*$/u, '')}.pdf`), '-'));
}

const folder = mkdtempSync(join(tmpdir(), 'numbers-'));
run('cargo', 'build', '--quiet', '--example', 'blocks');
let differ = 0;
try {
  console.log('  right      of  unnumbered  file');
  for (const path of folders.flatMap(files).filter((file) => file.endsWith('.docx'))) {
    const print = printed(path, folder);
    const { blocks } = JSON.parse(run('target/debug/examples/blocks', '--json', path));
    let [at, right, all, unnumbered] = [0, 0, 0, 0];
    const notes = [];
    const pieces = blocks.flatMap(({ kind, label, text }) =>
      kind === 'header' || kind === 'footer' || kind === 'row' ? [] : [{ label, text }]);
    for (const { label, text } of pieces) {
      const key = words(text).slice(0, KEY_WORDS);
      if (key.length < 2) continue;
      const found = print.findIndex((_, i) => i >= at && key.every((word, k) => print[i + k] === word));
      if (found < 0) continue;
      at = found + 1;
      const before = print[found - 1] ?? '';
      if (label) {
        all += 1;
        const wanted = words(label);
        const shown = print.slice(Math.max(found - wanted.length, 0), found).join(' ');
        if (shown === wanted.join(' ')) right += 1;
        else notes.push(`${wanted.join(' ')} here, ${shown} in print: ${key.join(' ')}`);
      } else if (looksLikeNumber(before) && !/[,;:]$/u.test(before)) {
        unnumbered += 1;
        notes.push(`no number here, ${before} in print: ${key.join(' ')}`);
      }
    }
    differ += all - right + unnumbered;
    console.log(`${String(right).padStart(7)} ${String(all).padStart(7)} ${String(unnumbered).padStart(11)}  ${basename(path)}`);
    if (options.list) notes.forEach((note) => console.log(`        ${note}`));
  }
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = differ > 0 ? 1 : 0;

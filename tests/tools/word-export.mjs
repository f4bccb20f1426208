#!/usr/bin/env node
// Do Word files come back with their findings as comments, and else as they were? Every Word file under the folders is
// checked by itself, its findings are written into a copy by the package as it is built, and both are opened in LibreOffice.
//
//   node tests/tools/word-export.mjs FOLDER... [--list]
//
// For each file: paragraphs whose text is the same in both, of all that have any; notes whose text is; comments that LibreOffice shows
// beside the very words that the copy marks, of all; and better wording that it shows as tracked
// changes, of all that is proposed. With --list
// it prints what differs. LibreOffice 7.4 loses notes of a table in which any comment stands, so notes are told apart and
// fail nothing: that they are whole in the file is held by tests/review.rs.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';

import { strFromU8, unzipSync } from 'fflate';
import { createChecker } from 'tender-check/node';

const { positionals: folders, values: options } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'boolean', default: false } },
});
const files = (path) =>
  statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => files(join(path, name))) : [path];

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (text) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu, (all, hex, number, name) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : number ? String.fromCodePoint(Number(number)) : (ENTITIES[name] ?? all));
/** Blanks are laid out in many ways; only that there is one counts. */
const plain = (text) => text.replace(/\s+/gu, ' ').trim();

/** Tags and texts in their order, each tag with its name and attributes. */
function* pieces(xml) {
  for (const [piece] of xml.matchAll(/<[^>]*>|[^<]+/gu)) {
    if (!piece.startsWith('<')) yield { text: decoded(piece) };
    else if (!/^<[?!]/u.test(piece)) {
      const [, close, name] = /^<(\/?)([\w:.-]+)/u.exec(piece) ?? [];
      const attribute = (key) => decoded(new RegExp(`\\s${key}="([^"]*)"`, 'u').exec(piece)?.[1] ?? '');
      yield { name, close: close === '/', open: close !== '/', alone: piece.endsWith('/>'), attribute };
    }
  }
}

/** What LibreOffice makes of a file: its paragraphs and notes, what each comment stands beside, and how many changes are tracked. */
function shown(path) {
  const [paragraphs, notes, begun, beside] = [[], [], new Map(), []];
  let note = false;
  let [changes, within, hidden] = [0, [], 0];
  for (const { text, name, open, alone, attribute } of pieces(readFileSync(path, 'utf8'))) {
    if (text !== undefined) {
      if (hidden > 0 || within.length === 0) continue;
      within[within.length - 1] += text;
      if (note) continue;
      for (const key of begun.keys()) begun.set(key, begun.get(key) + text);
      continue;
    }
    if (name === 'text:changed-region' && open) changes += 1;
    if (name === 'office:annotation' && open && attribute('office:name')) begun.set(attribute('office:name'), '');
    if (name === 'office:annotation-end') {
      beside.push(plain(begun.get(attribute('office:name')) ?? ''));
      begun.delete(attribute('office:name'));
    }
    if (['office:annotation', 'text:tracked-changes'].includes(name) && !alone) hidden += open ? 1 : -1;
    if (hidden > 0) continue;
    if (name === 'text:note') note = open;
    if (['text:s', 'text:tab', 'text:line-break'].includes(name) && within.length > 0) {
      within[within.length - 1] += ' ';
      for (const key of begun.keys()) begun.set(key, `${begun.get(key)} `);
    }
    if (!/^text:[ph]$/u.test(name) || alone) continue;
    if (open) within.push('');
    else if (note) notes.push(plain(within.pop() ?? ''));
    else {
      const paragraph = plain(within.pop() ?? '');
      if (paragraph !== '') paragraphs.push(paragraph);
      for (const key of begun.keys()) begun.set(key, `${begun.get(key)} `);
    }
  }
  return { paragraphs, notes, beside, changes };
}

/** What the comments of a Word file stand beside. Those about the whole of it stand at its head, beside nothing. */
function marked(bytes) {
  const [begun, beside] = [new Map(), []];
  let text = false;
  for (const piece of pieces(strFromU8(unzipSync(bytes)['word/document.xml']))) {
    if (piece.text !== undefined) {
      if (text) for (const key of begun.keys()) begun.set(key, begun.get(key) + piece.text);
      continue;
    }
    const { name, open, close, alone, attribute } = piece;
    // LibreOffice shows what is struck out, too.
    if (name === 'w:t' || name === 'w:delText') text = open && !alone;
    if (name === 'w:commentRangeStart') begun.set(attribute('w:id'), '');
    if (name === 'w:commentRangeEnd') {
      beside.push(plain(begun.get(attribute('w:id')) ?? ''));
      begun.delete(attribute('w:id'));
    }
    if ((name === 'w:p' && close) || ['w:tab', 'w:br', 'w:cr'].includes(name)) {
      for (const key of begun.keys()) begun.set(key, `${begun.get(key)} `);
    }
  }
  return beside;
}

/** The words that a copy of a Word file proposes. */
function proposed(bytes) {
  const all = [];
  let [inside, text] = [false, false];
  for (const piece of pieces(strFromU8(unzipSync(bytes)['word/document.xml']))) {
    if (piece.text !== undefined) {
      if (inside && text) all.push(all.pop() + piece.text);
      continue;
    }
    const { name, open, alone, attribute } = piece;
    if (name === 'w:ins' && !alone) {
      inside = open && attribute('w:author') === 'Tender Check';
      if (inside) all.push('');
    }
    if (name === 'w:t') text = open && !alone;
  }
  return all.map(plain);
}

/** How many of the entries stand in another list too, each of which counts once. */
function found(entries, among) {
  const left = [...among];
  const missing = entries.filter((entry) => {
    const at = left.indexOf(entry);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { count: entries.length - missing.length, missing };
}

const folder = mkdtempSync(join(tmpdir(), 'word-export-'));
const checker = createChecker({ deadline: 120_000 });
let differ = 0;
try {
  const rows = [];
  for (const path of folders.flatMap(files).filter((file) => /\.docx$/iu.test(file))) {
    const bytes = readFileSync(path);
    const name = String(rows.length);
    await checker.check([{ name: basename(path), bytes }]);
    try {
      const plain = await checker.comment(0);
      const changed = await checker.comment(0, { changes: true });
      const copies = { before: bytes, plain: plain.bytes, changed: changed.bytes };
      for (const [kind, copy] of Object.entries(copies)) writeFileSync(join(folder, `${name}-${kind}.docx`), copy);
      rows.push({ path, name, beside: marked(plain.bytes), comments: plain.comments, changes: proposed(changed.bytes) });
    } catch (error) {
      console.log(`${basename(path)}: not written, ${error.message}`);
    }
  }
  if (rows.length === 0) throw new Error('there is no Word file');
  const copies = readdirSync(folder).filter((name) => name.endsWith('.docx')).map((name) => join(folder, name));
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'fodt', '--outdir', folder, ...copies], { stdio: 'ignore' });
  console.log('   same      of   notes      of  beside      of changes      of  file');
  for (const { path, name, beside, comments, changes } of rows) {
    const [before, after, changed] = ['before', 'plain', 'changed'].map((kind) => shown(join(folder, `${name}-${kind}.fodt`)));
    const same = before.paragraphs.filter((paragraph, i) => paragraph === after.paragraphs[i]).length;
    const all = Math.max(before.paragraphs.length, after.paragraphs.length);
    const seen = found(beside, after.beside);
    // Those at the head of the document stand beside nothing, and LibreOffice gives them no end.
    const heads = comments - beside.length;
    // What stands together is one change there.
    const text = changed.changes > before.changes || changes.length === 0 ? changed.paragraphs.join('\n') : '';
    const tracked = changes.filter((words) => text.includes(words)).length;
    const notes = before.notes.filter((note, i) => note === after.notes[i]).length;
    const figures = [same, all, notes, before.notes.length, seen.count + heads, comments, tracked, changes.length];
    console.log(`${figures.map((figure) => String(figure).padStart(7)).join(' ')}  ${basename(path)}`);
    if (same < all || seen.missing.length > 0 || tracked < changes.length) differ += 1;
    if (!options.list) continue;
    before.paragraphs.forEach((paragraph, i) => {
      if (paragraph !== after.paragraphs[i]) console.log(`        ${paragraph}\n     -> ${after.paragraphs[i]}`);
    });
    for (const words of seen.missing) console.log(`        beside “${words}” in the copy, and nowhere in LibreOffice`);
  }
} finally {
  checker.close();
  rmSync(folder, { recursive: true });
}
process.exitCode = differ > 0 ? 1 : 0;

// The side of `cargo xtask bench` that runs in Node: our wasm modules and the libraries beside them, in one process.
// A line in says what to do with which file; a line out says how long it took and how many words came out.
//
//   > {"op": "pdf.js", "path": "tender.pdf"}
//   < {"ms": 120.5, "words": 3012}

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { basename, join } from 'node:path';

import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

import { listOf } from '../../pkg/dist/answer/json.js';
import { loaded } from './module.mjs';

const decoder = new TextDecoder();
const count = (text) => text.split(/\s+/u).filter(Boolean).length;

const modules = new Map();
async function wasm(name) {
  if (!modules.has(name)) modules.set(name, await loaded(name));
  return modules.get(name);
}

/** A reading module's way: a document, as the page takes it from the worker. */
const reads = (name) => async (path, bytes) => {
  const document = JSON.parse(decoder.decode((await wasm(name)).read(basename(path), bytes)));
  return () => document.blocks.reduce((sum, block) => sum + count(block.text), 0);
};

const fonts = new URL('./standard_fonts/', `file://${createRequire(import.meta.url).resolve('pdfjs-dist/package.json')}`).pathname;
const cMaps = new URL('./cmaps/', `file://${createRequire(import.meta.url).resolve('pdfjs-dist/package.json')}`).pathname;

/** Each takes a file and gives a function that counts the words, so that counting is not timed. */
const operations = {
  check: async (path, bytes) => {
    const { read } = await wasm('text');
    const { Pack } = await wasm('core');
    const pack = new Pack(listOf([read(basename(path), bytes)]));
    const report = JSON.parse(pack.report('{}'));
    pack.free();
    return () => report.documents[0].words;
  },
  // A folder of PDFs and workbooks as one pack.
  pack: async (folder) => {
    const read = async (name) => {
      const { read } = await wasm(name.endsWith('.pdf') ? 'pdf' : 'office');
      return read(name, new Uint8Array(readFileSync(join(folder, name))));
    };
    const documents = [];
    for (const name of readdirSync(folder).sort()) documents.push(await read(name));
    const { Pack } = await wasm('core');
    const pack = new Pack(listOf(documents));
    const report = JSON.parse(pack.report('{}'));
    pack.free();
    return () => report.documents.reduce((sum, { words }) => sum + words, 0);
  },
  office: reads('office'),
  pdf: reads('pdf'),
  mammoth: async (_, bytes) => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    return () => count(value);
  },
  'pdf.js': async (_, bytes) => {
    const options = { data: new Uint8Array(bytes), verbosity: 0, standardFontDataUrl: fonts, cMapUrl: cMaps, cMapPacked: true };
    const task = getDocument(options);
    const document = await task.promise;
    const parts = [];
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      for (const item of items) parts.push(item.str, item.hasEOL ? '\n' : '');
    }
    await task.destroy();
    return () => count(parts.join(''));
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { op, path } = JSON.parse(line);
  try {
    const bytes = statSync(path).isDirectory() ? undefined : new Uint8Array(readFileSync(path));
    // Compiled before the clock starts; the first finding of a fresh module is measured by first.mjs.
    const needed = { check: ['text', 'core'], office: ['office'], pdf: ['pdf'], pack: ['pdf', 'office', 'core'] }[op] ?? [];
    await Promise.all(needed.map(wasm));
    const start = performance.now();
    const words = await operations[op](path, bytes);
    const ms = performance.now() - start;
    // Memory of wasm only grows: what the modules have now is the most that they took.
    const memories = await Promise.all([...modules.values()]);
    const peak = memories.reduce((sum, { memory }) => sum + memory.buffer.byteLength, 0);
    console.log(JSON.stringify({ ms, words: words(), peak }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error) }));
  }
}

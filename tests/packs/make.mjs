#!/usr/bin/env node
// Makes the example tenders: from one definition a pack, each document as Word file, PDF and plain text.
//
//   npm run packs --workspace tests            all packs
//   npm run packs --workspace tests -- parish  one pack
//
// The files are committed, so that tests need neither Node nor LibreOffice. A second run gives the same bytes for
// DOCX and text; PDFs are the same while LibreOffice and its fonts (Liberation) are.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { docx } from './make/docx.mjs';
import { html } from './make/html.mjs';
import { pdf, printed } from './make/pdf.mjs';
import { text } from './make/text.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const packs = readdirSync(here, { withFileTypes: true }).filter((e) => e.isDirectory() && e.name !== 'make');
const wanted = process.argv.slice(2);

// One process a pack: the numbers that `docx` gives to lists go on from one file to the next.
if (wanted.length === 1) await make(wanted[0]);
else for (const { name } of packs) execFileSync(process.execPath, [fileURLToPath(import.meta.url), name], { stdio: 'inherit' });

async function make(pack) {
  const { documents } = await import(`./${pack}/pack.mjs`);
  for (const form of ['docx', 'pdf', 'text']) {
    rmSync(join(here, pack, form), { recursive: true, force: true });
    mkdirSync(join(here, pack, form));
  }
  for (const document of documents) {
    const save = (form, ending, bytes) => {
      writeFileSync(join(here, pack, form, `${document.name}.${ending}`), bytes);
      console.log(`${pack}/${form}/${document.name}.${ending} ${bytes.length} bytes`);
    };
    save('docx', 'docx', await docx(document));
    save('pdf', 'pdf', document.web ? printed(html(document)) : pdf(await docx(document, { accepted: true })));
    save('text', 'txt', Buffer.from(text(document)));
  }
}

#!/usr/bin/env node
// Makes the example tenders: from one definition a pack, each document in all forms.
//
//   npm run packs --workspace tests                     all packs
//   npm run packs --workspace tests -- parish           one pack
//   npm run packs --workspace tests -- parish odt html  some forms of it
//
// The files are committed, so that tests need neither Node nor LibreOffice. A second run gives the same bytes for
// DOCX and text; PDFs are the same while LibreOffice and its fonts (Liberation) are; the other forms hold the day on
// which they were made.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { docx } from './make/docx.mjs';
import { html } from './make/html.mjs';
import { converted, page } from './make/office.mjs';
import { pdf, printed } from './make/pdf.mjs';
import { text } from './make/text.mjs';
import { asDocument, xlsx } from './make/workbook.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const packs = readdirSync(here, { withFileTypes: true }).filter((e) => e.isDirectory() && e.name !== 'make');
const [pack, ...forms] = process.argv.slice(2);
const FORMS = ['docx', 'pdf', 'text', 'html', 'odt', 'rtf', 'schedule'];

// One process a pack: the numbers that `docx` gives to lists go on from one file to the next.
if (pack) await make(pack, forms.length > 0 ? forms : FORMS);
else for (const { name } of packs) execFileSync(process.execPath, [fileURLToPath(import.meta.url), name], { stdio: 'inherit' });

async function make(pack, forms) {
  const { documents, schedule } = await import(`./${pack}/pack.mjs`);
  for (const form of forms) {
    // What is expected of a schedule stands beside it.
    if (form !== 'schedule') rmSync(join(here, pack, form), { recursive: true, force: true });
    mkdirSync(join(here, pack, form), { recursive: true });
  }
  for (const document of documents) {
    const save = (form, ending, bytes) => {
      writeFileSync(join(here, pack, form, `${document.name}.${ending}`), bytes);
      console.log(`${pack}/${form}/${document.name}.${ending} ${bytes.length} bytes`);
    };
    const accepted = () => docx(document, { accepted: true });
    const make = {
      docx: async () => save('docx', 'docx', await docx(document)),
      pdf: async () => save('pdf', 'pdf', document.web ? printed(html(document)) : pdf(await accepted())),
      text: async () => save('text', 'txt', Buffer.from(text(document))),
      html: async () => save('html', 'html', document.web ? Buffer.from(html(document)) : page(await accepted(), document.title ?? document.name)),
      odt: async () => save('odt', 'odt', converted(await docx(document), 'odt')),
      rtf: async () => save('rtf', 'rtf', converted(await accepted(), 'rtf')),
    };
    for (const form of forms) await make[form]?.();
  }
  if (!forms.includes('schedule')) return;
  const workbook = xlsx(schedule);
  const written = { xlsx: workbook, ods: converted(workbook, 'ods', 'xlsx'), docx: await docx(asDocument(schedule)) };
  for (const [ending, bytes] of Object.entries(written)) {
    writeFileSync(join(here, pack, 'schedule', `${schedule.name}.${ending}`), bytes);
    console.log(`${pack}/schedule/${schedule.name}.${ending} ${bytes.length} bytes`);
  }
}

// Puts a text into a Word file, or into a PDF that Chromium prints: a paragraph a line.
//
//   node in-file.mjs TEXT FILE.docx|FILE.pdf

import { readFileSync, writeFileSync } from 'node:fs';

import { strToU8, zipSync } from 'fflate';

import { printed } from '../packs/make/pdf.mjs';

const [from, to] = process.argv.slice(2);

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A Word file with no more in it than what makes it one. */
function word(lines) {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const paragraph = (line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`;
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${lines.map(paragraph).join('')}</w:body></w:document>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}

function pdf(lines) {
  const body = lines.map((line) => `<p>${escaped(line)}</p>`).join('\n');
  return printed(`<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Tender</title><style>
    @page { size: A4; margin: 15mm } body { font: 10pt/1.3 "Liberation Sans", sans-serif } p { margin: 0 0 0.3em }
  </style>${body}</html>`);
}

const lines = readFileSync(from, 'utf8').split('\n').filter((line) => line.trim() !== '');
writeFileSync(to, to.endsWith('.pdf') ? pdf(lines) : word(lines));

#!/usr/bin/env node
// Makes the files that readers cannot or can only just read; needs Chromium, LibreOffice, poppler's
// pdftoppm and qpdf. A second run gives the same files but for the salts of the encrypted ones.
//
//   node tests/damaged/make.mjs

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { strToU8, zipSync } from 'fflate';

import { h, p } from '../packs/make/blocks.mjs';
import { docx } from '../packs/make/docx.mjs';
import { html } from '../packs/make/html.mjs';
import { printed } from '../packs/make/pdf.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'damaged-'));
const at = (name) => join(folder, name);
const save = (name, bytes) => writeFileSync(join(here, name), bytes);

const letter = {
  title: 'Letter to tenderers',
  author: 'Nobody',
  header: '',
  footer: '',
  body: [h('Cover', { plain: true }), p('Tenderers need public liability insurance of £2,000,000 before the contract starts.')],
};
const bytes = printed(html(letter));
writeFileSync(at('letter.pdf'), bytes);

// One that opens only with a password, and one that anybody may read but not print.
const encrypt = (user, name, ...more) => {
  execFileSync('qpdf', ['--static-id', '--static-aes-iv', '--encrypt', user, 'owner', '256', ...more, '--', at('letter.pdf'), at(name)], { stdio: 'pipe' });
  save(name, readFileSync(at(name)));
};
encrypt('secret', 'locked.pdf');
encrypt('', 'not-for-printing.pdf', '--print=none');

// A scan: the page as a picture.
execFileSync('pdftoppm', ['-r', '50', '-gray', '-png', '-singlefile', at('letter.pdf'), at('letter')]);
const picture = readFileSync(at('letter.png')).toString('base64');
const scan = `<!doctype html><style>@page { size: A4; margin: 0 } img { width: 210mm; display: block }</style><img src="data:image/png;base64,${picture}">`;
save('scan.pdf', printed(scan));

// A scan behind a page of text.
writeFileSync(at('scan.pdf'), readFileSync(join(here, 'scan.pdf')));
execFileSync('qpdf', ['--deterministic-id', '--empty', '--pages', at('letter.pdf'), at('scan.pdf'), '--', at('mixed.pdf')]);
save('second-page-scanned.pdf', readFileSync(at('mixed.pdf')));

// A zip that is no document.
const mtime = new Date(2026, 0, 19, 9);
save('holiday.zip', zipSync({ 'holiday.txt': strToU8('Nothing about tenders.') }, { mtime }));

// A file of Word before 2007.
writeFileSync(at('letter.docx'), await docx(letter));
const profile = `-env:UserInstallation=file://${folder}/profile`;
execFileSync('soffice', [profile, '--headless', '--convert-to', 'doc', '--outdir', folder, at('letter.docx')], { stdio: 'pipe' });
save('before-2007.doc', readFileSync(at('letter.doc')));

// A font that gives the widths of four thousand million characters in nine bytes.
const codes = [...'Lot 1: grounds'].map((c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('');
const stream = (text) => `<</Length ${text.length}>>stream\n${text}\nendstream`;
const objects = [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
  stream(`BT /F 12 Tf 60 780 Td <${codes}> Tj ET`),
  '<</Type/Font/Subtype/Type0/BaseFont/Plain/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Plain/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W[0 4294967294 500]>>]>>',
  stream('1 begincodespacerange <0000> <ffff> endcodespacerange\n1 beginbfrange <0020> <007e> <0020> endbfrange'),
];
let wide = '%PDF-1.7\n';
const offsets = objects.map((object, n) => {
  const at = wide.length;
  wide += `${n + 1} 0 obj ${object} endobj\n`;
  return `${String(at).padStart(10, '0')} 00000 n \n`;
});
const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
save('widths-without-end.pdf', `${wide}${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${wide.length}\n%%EOF\n`);

rmSync(folder, { recursive: true });

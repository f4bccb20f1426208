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

rmSync(folder, { recursive: true });

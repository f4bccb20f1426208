// PDFs as buyers make them: most from a word processor (LibreOffice here), notices printed from a web page (Chromium).

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bytes of the PDF of a Word file. Needs `soffice` (Debian: `libreoffice-writer-nogui`, `hyphen-en-gb`). */
export function pdf(docx) {
  return made('a.docx', docx, (folder) => {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const filter = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}';
    run('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, 'a.docx')]);
  });
}

/** Bytes of the PDF of a web page. Needs `chromium`. */
export function printed(html) {
  return made('a.html', html, (folder) => {
    const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
    const print = ['--no-pdf-header-footer', `--print-to-pdf=${folder}/a.pdf`, `file://${folder}/a.html`];
    run('chromium', [...quiet, `--user-data-dir=${folder}/profile`, ...print]);
  });
}

function made(name, content, make) {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  try {
    writeFileSync(join(folder, name), content);
    make(folder);
    return settled(readFileSync(join(folder, 'a.pdf')));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const run = (program, args) => execFileSync(program, args, { env: { ...process.env, TZ: 'UTC' }, stdio: 'pipe' });

/** The same bytes with a fixed date and file id. Digits only are changed, so that no position in the file moves. */
function settled(bytes) {
  const text = bytes.toString('latin1').replace(/\(D:\d{14}/gu, '(D:20260119090000');
  const id = text.lastIndexOf('/ID');
  return Buffer.from(text.slice(0, id) + text.slice(id).replace(/[0-9A-F]{32}/gu, '0'.repeat(32)), 'latin1');
}

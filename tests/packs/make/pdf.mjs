// Word files to PDF with LibreOffice, as most buyers' PDFs are made: from a word processor.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bytes of the PDF of a Word file. Needs `soffice` (Debian: libreoffice-writer-nogui, hyphen-en-gb). */
export function pdf(docx) {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  try {
    writeFileSync(join(folder, 'a.docx'), docx);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const filter = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}';
    execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, 'a.docx')], {
      env: { ...process.env, TZ: 'UTC' },
      stdio: 'pipe',
    });
    return settled(readFileSync(join(folder, 'a.pdf')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same bytes with a fixed date and file id. Digits only are changed, so that no position in the file moves. */
function settled(bytes) {
  const text = bytes.toString('latin1').replace(/\(D:\d{14}/gu, '(D:20260119090000');
  const id = text.lastIndexOf('/ID');
  return Buffer.from(text.slice(0, id) + text.slice(id).replace(/[0-9A-F]{32}/gu, '0'.repeat(32)), 'latin1');
}

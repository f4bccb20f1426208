// The same document in the other formats that people save it in, as LibreOffice and pandoc write them.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FILTERS = { odt: 'odt:writer8', rtf: 'rtf:Rich Text Format', ods: 'ods:calc8' };

/** Bytes of the web page of a Word file. Needs `pandoc`. */
export function page(docx, title) {
  const args = ['--from', 'docx', '--to', 'html5', '--standalone', '--metadata', `title=${title}`];
  return execFileSync('pandoc', args, { input: docx });
}

/** Bytes of an office file in another format: a Word file as `odt` or `rtf`, a workbook as `ods`. Needs `soffice`. */
export function converted(bytes, format, from = 'docx') {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  try {
    writeFileSync(join(folder, `a.${from}`), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = [profile, '--headless', '--convert-to', FILTERS[format], '--outdir', folder, join(folder, `a.${from}`)];
    execFileSync('soffice', args, { env: { ...process.env, TZ: 'UTC' }, stdio: 'pipe' });
    return readFileSync(join(folder, `a.${format}`));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

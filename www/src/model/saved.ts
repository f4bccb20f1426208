/** Larger files are none of our reports, in bytes: one with the texts of a large pack is a tenth of it. */
const LARGEST = 64 * 1024 * 1024;
/** Within how many bytes of a report's beginning its format is named. */
const HEAD = 256;

/** Whether a file is a report that was saved, whatever its version. */
export async function isReport(file: File): Promise<boolean> {
  if (!/\.json$/i.test(file.name) || file.size > LARGEST) return false;
  const head = await file.slice(0, HEAD).text();
  return /^\uFEFF?\s*\{\s*"schema"\s*:\s*"tender-check\/report\//.test(head);
}

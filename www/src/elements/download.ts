/** How long the browser may take to fetch what it is handed. */
const MOMENT = 60_000;

/** Hands a text or bytes to the reader as a file. */
export function download(name: string, content: string | Uint8Array<ArrayBuffer>, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), MOMENT);
}

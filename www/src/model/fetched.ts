/** The name of the file at an address. */
export function fileName(address: string): string {
  return decodeURIComponent(new URL(address, document.baseURI).pathname.split("/").at(-1) ?? "");
}

/** A file of the page's own origin: nothing is asked of any other. */
export async function fetched(address: string): Promise<File> {
  const url = new URL(address, document.baseURI);
  if (url.origin !== location.origin) throw new Error(url.origin);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return new File([await response.blob()], fileName(address));
}

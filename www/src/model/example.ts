/** The example tender: a pack that the tests use too. The bundler finds its files by these very expressions. */
const EXAMPLE: Record<string, URL> = {
  "Invitation to tender.docx": new URL(
    "../../../tests/packs/parish/docx/Invitation to tender.docx",
    import.meta.url,
  ),
  "Conditions of contract.docx": new URL(
    "../../../tests/packs/parish/docx/Conditions of contract.docx",
    import.meta.url,
  ),
};

/** A profile of an organisation that may bid for it. */
export { default as exampleProfile } from "../../../tests/bid/meadow-works.toml?raw";

/** A day on which the example was open for bids. */
export const EXAMPLE_DAY = "2026-02-03";

/** Fetches the example from the page's own server. */
export function exampleFiles(): Promise<File[]> {
  return Promise.all(
    Object.entries(EXAMPLE).map(async ([name, url]) => {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
      return new File([await response.blob()], name);
    }),
  );
}

import { readdirSync } from "node:fs";

import { expect, file, test } from "./page";

const PACKS = readdirSync(file("tests/packs"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "make")
  .map((entry) => entry.name);

test("there are packs to check", () => {
  expect(PACKS.length).toBeGreaterThan(0);
});

for (const pack of PACKS) {
  for (const kind of ["docx", "pdf", "text"]) {
    test(`every place of the ${pack} pack as ${kind} is where its quote stands`, async ({ tender, page }) => {
      test.slow();
      const folder = `tests/packs/${pack}/${kind}`;
      const files = readdirSync(file(folder)).map((name) => file(`${folder}/${name}`));
      await tender.open();
      const chooser = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "Choose documents" }).click();
      await (await chooser).setFiles(files);
      await tender.reported();

      const wrong = await page.evaluate(() => {
        const { state } = document.querySelector("tc-app")!.session;
        if (state.name !== "result") return [`no report: ${state.name}`];
        const { documents, report } = state.result;
        const texts = documents.map((document) => document.blocks.map((block) => block.text).join("\n"));
        const { findings, facts, circumstances } = report;
        const places = [...findings, ...facts, ...Object.values(circumstances)].flatMap((found) => found.where ?? []);
        const bad = places.filter(({ document, start, end, quote }) => texts[document]?.slice(start, end) !== quote);
        return places.length > 0 ? bad.map((place) => JSON.stringify(place)) : ["no places at all"];
      });
      expect(wrong).toEqual([]);

      for (let document = 0; document < files.length; document++) {
        if (files.length > 1) await page.getByRole("tab").nth(document).click();
        await expect(page.locator("tc-documents")).toHaveJSProperty("index", document);
        expect(await tender.document.evaluate(unmarked, document)).toEqual([]);
      }
    });
  }
}

/** What is shown of a document that is not its own text, and quotes whose marks do not show just their words. */
function unmarked(element: Element, document: number): string[] {
  const { state } = window.document.querySelector("tc-app")!.session;
  if (state.name !== "result") return ["no report"];
  // Between cells and blocks the text has tabs and line feeds, which are not shown.
  const bare = (text: string): string => text.replace(/\s/g, "");
  const all = [...(element.shadowRoot?.querySelectorAll(".text") ?? [])].map((text) => text.textContent).join("");
  const text = state.result.documents[document]?.blocks.map((block) => block.text).join("") ?? "";
  if (bare(all) !== bare(text)) return [`${text} is shown as ${all}`];
  const marks = [...(element.shadowRoot?.querySelectorAll<HTMLElement>("mark") ?? [])];
  const entries = (element as HTMLElementTagNameMap["tc-document"]).entries;
  return entries.flatMap(({ number, finding }) =>
    finding.where.flatMap(({ document: of, start, end, quote }) => {
      if (of !== document) return [];
      const shown = marks
        .filter((mark) => mark.dataset["entries"]?.split(" ").includes(String(number)))
        .filter((mark) => Number(mark.dataset["start"]) >= start && Number(mark.dataset["start"]) < end)
        .map((mark) => mark.textContent)
        .join("");
      return bare(shown) === bare(quote) ? [] : [`${quote} is shown as ${shown}`];
    }),
  );
}

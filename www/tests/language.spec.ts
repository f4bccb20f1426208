import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { LUNCH_CLUB, expect, file, test, type TenderCheckPage } from "./page";

/** Each view in Welsh, and how to come to it. */
const VIEWS: Record<string, (tender: TenderCheckPage) => Promise<void>> = {
  start: (tender) => tender.visit("./?lang=cy"),
  report: async (tender) => {
    await example(tender);
    await tender.page.getByText("Newid y rhain").click();
    await tender.head(tender.findings.first()).click();
  },
  "bidder’s desk": async (tender) => {
    await example(tender);
    await tender.page.getByRole("link", { name: "Cynnig", exact: true }).click();
    await expect(tender.page.locator("tc-bidding")).toBeVisible();
  },
  draft: async (tender) => {
    await example(tender);
    if (await switchTo(tender.page).isVisible()) await switchTo(tender.page).click();
    await tender.page.getByRole("button", { name: "Golygu fel testun" }).first().click();
    await expect(tender.page.getByRole("textbox", { name: "Testun y drafft" })).toBeVisible();
  },
  help: (tender) => tender.visit("help.cy.html"),
  accessibility: (tender) => tender.visit("accessibility.cy.html"),
  "headers of a site": async (tender) => {
    await tender.visit("verify.html?lang=cy");
    await expect(tender.page.getByRole("listitem")).toHaveCount(4, { timeout: 20_000 });
  },
  "notices of a portal": async (tender) => {
    await tender.visit("portal.html?lang=cy");
    const releases = [
      { ocid: "o-1", date: "2027-01-04T09:00:00Z", tag: ["tender"], buyer: { name: "Brook Council" }, tender: { title: "Lunch club", description: LUNCH_CLUB } },
    ];
    const buffer = Buffer.from(JSON.stringify({ releases }));
    const files = { name: "notices.json", mimeType: "application/json", buffer };
    await tender.page.locator("tc-portal input[type=file]").first().setInputFiles(files);
    await expect(tender.page.getByText("Yn dangos 1 o 1")).toBeVisible({ timeout: 20_000 });
    await tender.page.getByRole("button", { name: "Lunch club", exact: true }).click();
    await tender.reported();
  },
};

async function example(tender: TenderCheckPage): Promise<void> {
  await tender.visit("./?lang=cy");
  await tender.page.getByRole("button", { name: "Agor yr enghraifft" }).click();
  await tender.reported();
}

/** On a narrow screen, the way to the documents. */
function switchTo(page: Page) {
  return page.locator("tc-results button[aria-pressed]").filter({ hasText: /^\s*Dogfen/ });
}

for (const [width, height] of [[1280, 900], [390, 844]] as const) {
  for (const [name, open] of Object.entries(VIEWS)) {
    test(`axe finds nothing wrong in Welsh at ${width} px: ${name}`, async ({ tender, page }) => {
      test.slow();
      await page.setViewportSize({ width, height });
      await open(tender);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe("cy-GB");
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      // To be looked at: test-results/views.
      await page.screenshot({ path: `test-results/views/cy-${name.replace(/\W+/g, "-")}-${width}.png`, animations: "disabled" });
    });
  }
}

test("the language is changed without losing what is open, and the address keeps it", async ({ tender, page }) => {
  await tender.check(LUNCH_CLUB);
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toContainText("possible barriers");
  const count = await tender.findings.count();
  expect(tender.requests.filter((url) => /\/cy-[^/]*\.js$/.test(url))).toEqual([]);

  await page.getByRole("link", { name: "Cymraeg" }).click();
  await expect(heading).toContainText("o rwystrau posibl");
  await expect(page).toHaveTitle(/rwystrau posibl/);
  await expect(page.locator("html")).toHaveAttribute("lang", "cy-GB");
  await expect(page).toHaveURL(/\?lang=cy/);
  await expect(page.getByText("yn aros i gyfieithydd ei wirio")).toBeVisible();
  await expect(tender.findings).toHaveCount(count);
  await expect(tender.finding("Yswiriant atebolrwydd cyhoeddus uchel")).toHaveCount(1);
  expect(tender.requests.filter((url) => /\/cy-[^/]*\.js$/.test(url))).toHaveLength(1);

  const english = page.getByRole("link", { name: "English" });
  await expect(english).toHaveAttribute("lang", "en");
  await english.click();
  await expect(heading).toContainText("possible barriers");
  await expect(page).not.toHaveURL(/lang=/);
  await expect(tender.finding("High public liability cover")).toHaveCount(1);
});

test("what the core says and what documents say is marked as English", async ({ tender, page }) => {
  await example(tender);
  const finding = tender.findings.first();
  await tender.head(finding).click();
  const language = (of: string) => finding.locator(of).first().evaluate((element) => element.closest("[lang]")?.getAttribute("lang"));
  expect(await language(".body > p")).toBe("en");
  expect(await language("blockquote")).toBe("en");
  // The title and the headings are Welsh, as the page is.
  expect(await language(".title")).toBeUndefined();
  expect(await language("h5")).toBeUndefined();
  expect(await page.locator("tc-document .sheet").getAttribute("lang")).toBe("en");
});

test("dates are in Welsh", async ({ tender, page }) => {
  await tender.visit("./?lang=cy");
  await page.getByRole("button", { name: "Agor yr enghraifft" }).click();
  await tender.reported();
  await expect(page.locator("tc-circumstances")).toContainText(
    /Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr/,
  );
});

test("a frame speaks the language of its address", async ({ page, baseURL }) => {
  await page.goto(new URL("embed.html?language=cy", baseURL).href);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("mentrau cymdeithasol bach");
  await expect(page.locator("html")).toHaveAttribute("lang", "cy-GB");
  await page.locator("input[type=file]").first().setInputFiles(file("tests/packs/parish/docx/Invitation to tender.docx"));
  await expect(page.getByRole("heading", { level: 2, name: "Canfyddiadau" })).toBeVisible({ timeout: 20_000 });
});

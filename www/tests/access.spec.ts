import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { LUNCH_CLUB, expect, file, test, type TenderCheckPage } from "./page";

/** Each view of the page, and how to come to it. */
const VIEWS: Record<string, (tender: TenderCheckPage) => Promise<void>> = {
  start: (tender) => tender.open(),
  "nothing read": async (tender) => {
    await tender.open();
    await tender.drop([{ name: "photo.png", text: "\u0000\u0001\u0002\u0089PNG\u0000\u0000" }]);
    await expect(tender.page.getByRole("alert")).toBeVisible();
  },
  "locked file": async (tender) => {
    await tender.open();
    const chooser = tender.page.waitForEvent("filechooser");
    await tender.page.getByRole("button", { name: "Choose documents" }).click();
    await (await chooser).setFiles(file("src/read/pdf/tests/locked.pdf"));
    await expect(tender.page.getByLabel("Password of “locked.pdf”")).toBeVisible();
  },
  report: (tender) => tender.openExample(),
  "report with all open": async (tender) => {
    await tender.openExample();
    await tender.page.getByText("Change these").click();
    await tender.page.getByText("List of the rules").click();
    await tender.head(tender.findings.first()).click();
  },
  "bidder’s desk": async (tender) => {
    await tender.openExample();
    await tender.page.getByRole("link", { name: "Bidding", exact: true }).click();
    await expect(tender.page.locator("tc-bidding")).toBeVisible();
  },
  draft: async (tender) => {
    await tender.openExample();
    if (await tender.documentPane.isVisible()) await tender.documentPane.click();
    await tender.page.getByRole("button", { name: "Edit as text" }).first().click();
    await expect(tender.page.getByRole("textbox", { name: "Text of the draft" })).toBeVisible();
  },
  help: (tender) => tender.visit("help.html"),
  accessibility: (tender) => tender.visit("accessibility.html"),
  "headers of a site": async (tender) => {
    await tender.visit("verify.html");
    await expect(tender.page.getByRole("listitem")).toHaveCount(4, { timeout: 20_000 });
  },
  "notices of a portal": async (tender) => {
    await tender.visit("portal.html");
    const releases = [
      { ocid: "o-1", date: "2027-01-04T09:00:00Z", tag: ["tender"], buyer: { name: "Brook Council" }, tender: { title: "Lunch club", description: LUNCH_CLUB } },
      { ocid: "o-2", date: "2027-01-04T09:00:00Z", tag: ["tender"], buyer: { name: "Hill Council" }, tender: { title: "Care of the park" } },
    ];
    const buffer = Buffer.from(JSON.stringify({ releases }));
    const files = { name: "notices.json", mimeType: "application/json", buffer };
    await tender.page.locator("tc-portal input[type=file]").first().setInputFiles(files);
    await expect(tender.page.getByText("Showing 2 of 2")).toBeVisible({ timeout: 20_000 });
    await tender.page.getByRole("button", { name: "Lunch club", exact: true }).click();
    await tender.reported();
  },
  "pack of Word files": async (tender) => {
    await tender.open();
    const chooser = tender.page.waitForEvent("filechooser");
    await tender.page.getByRole("button", { name: "Choose documents" }).click();
    await (await chooser).setFiles([
      file("tests/packs/parish/docx/Invitation to tender.docx"),
      file("tests/packs/parish/docx/Conditions of contract.docx"),
    ]);
    await tender.reported();
  },
};

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} (${node.failureSummary})`));
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const [name, open] of Object.entries(VIEWS)) {
    test(`axe finds nothing wrong: ${name}, ${colorScheme}`, async ({ tender, page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      await open(tender);
      expect(await violations(page)).toEqual([]);
    });
  }
}

for (const [width, height] of [[1280, 900], [390, 844]] as const) {
  for (const [name, open] of Object.entries(VIEWS)) {
    // To be looked at: test-results/views.
    test(`a picture of ${name} at ${width} px`, async ({ tender, page }) => {
      test.slow();
      await page.setViewportSize({ width, height });
      await open(tender);
      await page.screenshot({ path: `test-results/views/${name.replace(/\W+/g, "-")}-${width}.png`, animations: "disabled" });
    });
  }
}

test("whoever wants less movement gets none", async ({ tender, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await tender.openExample();
  await tender.head(tender.findings.first()).click();
  const moving = await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length);
  expect(moving).toBe(0);
});

for (const width of [390, 320]) {
  for (const [name, open] of Object.entries(VIEWS)) {
    test(`nothing is cut off or scrolls sideways at ${width} px: ${name}`, async ({ tender, page }) => {
      test.slow();
      await page.setViewportSize({ width, height: 600 });
      await open(tender);
      await fits(page, width);
      if ((await tender.documentPane.count()) === 0) return;
      await tender.documentPane.click();
      await expect(tender.page.locator("tc-documents")).toBeVisible();
      await fits(page, width);
    });
  }
}

async function fits(page: Page, width: number): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect(await violations(page)).toEqual([]);
}

test("on a phone one goes from finding to passage and back", async ({ tender, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await tender.openExample();
  await expect(tender.document).toBeHidden();
  const finding = tender.findings.first();
  await finding.locator(".places").getByRole("button").first().click();
  await expect(tender.document.locator("mark:focus")).toBeInViewport();
  await expect(finding).toBeHidden();
  await tender.document.locator(".badge[data-current]").first().click();
  await expect(finding).toBeInViewport();
  expect(await tender.focused(tender.head(finding))).toBe(true);
});

test("marks can be told apart in forced colours", async ({ tender, page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await tender.openExample();
  const plain = await tender.document.locator("p").first().evaluate((p) => getComputedStyle(p).backgroundColor);
  const mark = await tender.marks.first().evaluate((mark) => getComputedStyle(mark).backgroundColor);
  expect(mark).not.toBe(plain);
});

test("who does not see the marks is told where each begins, in the document and in a draft", async ({ tender, page }) => {
  test.slow();
  await tender.check(LUNCH_CLUB);
  const begins = (within: string): Promise<string[]> =>
    page.locator(`${within} [data-begins]`).evaluateAll((all) => all.map((one) => getComputedStyle(one, "::before").content));
  const told = expect.arrayContaining([expect.stringMatching(/^"\[finding 1 begins\] "$/i), expect.stringMatching(/finding 2 begins/i)]);
  expect(await begins("tc-document")).toEqual(told);
  await page.getByRole("button", { name: "Edit as text" }).click();
  await expect(page.locator("tc-editor mark")).not.toHaveCount(0);
  expect(await begins("tc-editor")).toEqual(told);
});

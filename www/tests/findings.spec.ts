import { expect, test } from "./page";

test.beforeEach(async ({ tender }) => tender.openExample());

test("an open finding shows why, the sum, sources, wording and question", async ({ tender }) => {
  const finding = tender.finding(/public liability/i).first();
  await tender.head(finding).click();
  await expect(tender.head(finding)).toHaveAttribute("aria-expanded", "true");
  await expect(finding.locator(".tag")).toContainText(/Barrier: (high|medium|low)/);
  for (const name of ["Why it matters", "The sum", "Better wording", "Question to the buyer", "Sources"]) {
    await expect(finding.getByRole("heading", { level: 5, name })).toBeVisible();
  }
  await expect(finding.locator(".sum")).toContainText("£10,000,000");
  await expect(finding.locator(".sources li").first()).toContainText(/Checked \d+ \w+ 20\d\d/);
  await expect(finding.getByRole("link").first()).toHaveAttribute("href", /^https:\/\//);
  await tender.head(finding).click();
  await expect(tender.head(finding)).toHaveAttribute("aria-expanded", "false");
});

test("better wording can be copied", async ({ tender, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const finding = tender.finding(/public liability/i).first();
  await tender.head(finding).click();
  const wording = await finding.locator(".copy.suggestion p").innerText();
  await finding.getByRole("button", { name: "Copy Better wording" }).click();
  await expect(finding.getByRole("button", { name: "Copied Better wording" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(wording);
});

test("a finding leads to its passage and a passage to its finding", async ({ tender }) => {
  const finding = tender.finding(/public liability/i).first();
  await tender.head(finding).click();
  await finding.locator(".places").getByRole("button").first().click();
  const passage = tender.document.locator("mark[data-current]").first();
  await expect(passage).toBeInViewport();
  expect(await tender.focused(passage)).toBe(true);

  const other = tender.marks.last();
  await other.click();
  const opened = tender.page.locator("tc-finding[open]");
  await expect(opened).toHaveCount(1);
  await expect(opened).toBeInViewport();
  expect(await tender.focused(tender.head(opened))).toBe(true);
  await expect(other).toHaveAttribute("data-current", "");
});

test("the number behind a passage names its finding and leads there", async ({ tender }) => {
  const badge = tender.document.getByRole("button", { name: /^Finding 1: / }).first();
  await badge.focus();
  await badge.press("Enter");
  await expect(tender.findings.first()).toHaveAttribute("open", "");
  expect(await tender.focused(tender.head(tender.findings.first()))).toBe(true);
});

test("the filter hides findings and their marks, and leaves the document as it is", async ({ tender, page }) => {
  const all = await tender.findings.count();
  const marks = await tender.marks.count();
  await tender.document.evaluate((element) => {
    const changes = new MutationObserver((list) => element.setAttribute("data-changes", String(list.length)));
    changes.observe(element.shadowRoot ?? element, { childList: true, subtree: true });
  });
  for (const kind of ["Medium", "Low", "To decide", "Not stated", "Good practice"]) {
    await tender.filter(kind).uncheck();
  }
  const high = await tender.findings.count();
  expect(high).toBeGreaterThan(0);
  expect(high).toBeLessThan(all);
  expect(await tender.marks.count()).toBeLessThan(marks);
  await expect(page.getByText(`Showing ${high} of ${all}.`)).toBeVisible();
  await expect(tender.document).not.toHaveAttribute("data-changes");

  await tender.filter("High").uncheck();
  await expect(tender.findings).toHaveCount(0);
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(tender.findings).toHaveCount(all);
  await expect(tender.marks).toHaveCount(marks);
});

test("one theme is looked at alone, and groups are closed and opened", async ({ tender, page }) => {
  const all = await tender.findings.count();
  const marks = await tender.marks.count();
  await page.getByLabel("Theme").selectOption({ label: "Insurance" });
  const some = await tender.findings.count();
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all);
  expect(await tender.marks.count()).toBeLessThan(marks);
  await expect(page.getByText(`Showing ${some} of ${all}.`)).toBeVisible();
  await page.getByLabel("Theme").selectOption({ label: "All themes" });
  await expect(tender.findings).toHaveCount(all);

  const group = page.getByRole("button", { name: /^Insurance/ });
  await group.press("Enter");
  await expect(group).toHaveAttribute("aria-expanded", "false");
  await expect(tender.finding(/public liability/i).first()).toBeHidden();
  await page.getByRole("button", { name: "Open all groups" }).click();
  await expect(tender.finding(/public liability/i).first()).toBeVisible();
  await page.getByRole("button", { name: "Close all groups" }).click();
  await expect(tender.findings.first()).toBeHidden();
  // Who goes to a finding sees it.
  await page.keyboard.press("F8");
  await expect(tender.findings.first()).toBeVisible();
  expect(await tender.focused(tender.head(tender.findings.first()))).toBe(true);
});

test("counts in the filter are those of the list", async ({ tender, page }) => {
  for (const kind of ["high", "medium", "low", "query", "missing", "enabler"]) {
    const count = await page.locator(`tc-filter label.${kind} strong`).innerText();
    await expect(page.locator(`tc-finding article.${kind}`)).toHaveCount(Number(count));
  }
  await expect(tender.findings.first()).toBeVisible();
});

test("what was read and what could not be decided is always there", async ({ page }) => {
  await expect(page.locator(".reading")).toContainText("read in full");
  await page.getByRole("button", { name: "What was read" }).click();
  await expect(page.getByRole("heading", { name: "What was read, and what was not" })).toBeFocused();
  await expect(page.locator("tc-coverage")).toContainText(/\d+ rules were applied/);
});

test("on paper all findings are open and the controls are gone", async ({ tender, page }) => {
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Save report" })).toBeHidden();
  await expect(page.locator("tc-documents")).toBeHidden();
  await expect(tender.findings.last()).toBeVisible();
  for (const more of await page.locator("tc-finding .more").all()) await expect(more).toBeVisible();
  await expect(page.locator("tc-coverage")).toBeVisible();
});

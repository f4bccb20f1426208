import { readFile } from "node:fs/promises";

import AxeBuilder from "@axe-core/playwright";

import { LUNCH_CLUB, expect, test } from "./page";

const LATER = LUNCH_CLUB.replace("within 60 days", "within 10 days").replace("£500,000", "£700,000");

test("an earlier draft is held against this one, and follows what changes", async ({ tender, page }) => {
  await tender.check(LATER);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Compare with an earlier draft or report" }).press("Enter");
  await (await chooser).setFiles({ name: "First.txt", mimeType: "text/plain", buffer: Buffer.from(LUNCH_CLUB) });
  const heading = page.getByRole("heading", { name: "Since “First.txt”" });
  await expect(heading).toBeFocused();
  const compare = page.locator("tc-compare");
  await expect(compare.locator("details").filter({ hasText: "Mended" })).toContainText("60 days");
  await expect(compare.locator("details").filter({ hasText: "in other words" })).toContainText("turnover");
  await expect(compare.locator("details").filter({ hasText: "Unchanged" })).toContainText("liability");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await compare.getByText(/^Still found, in other words/).click();
  await compare.getByRole("button", { name: /turnover/i }).first().click();
  await expect(page.locator("tc-finding[open] .title")).toContainText(/turnover/i);

  await page.getByRole("button", { name: "Edit as text" }).click();
  await page.getByRole("textbox", { name: "Text of the draft" }).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await expect(compare.locator(".sum")).toContainText(/, 0 new, 0 in other words/);

  await page.getByRole("button", { name: "End comparing" }).click();
  await expect(heading).toHaveCount(0);
});

test("a saved report that is dropped on a newer draft is compared with it", async ({ tender, page }) => {
  await tender.check(LUNCH_CLUB);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save report" }).click();
  await page.getByRole("button", { name: "Report (JSON)" }).click();
  const saved = await download;
  const text = await readFile(await saved.path(), "utf8");
  await page.getByRole("button", { name: "Start again" }).click();
  await tender.check(LATER);
  await tender.drop([{ name: "Report.json", text }]);
  await expect(page.getByRole("heading", { name: "Since “Report.json”" })).toBeVisible();
  await expect(page.locator("tc-compare .sum")).toContainText(/1 mended, 0 new/);
});

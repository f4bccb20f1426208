import { readFile } from "node:fs/promises";

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, test } from "./page";

/** Saves the report in a shape; gives the name of the file and what is in it. */
async function save(page: Page, shape: string): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save report" }).click();
  await page.getByRole("button", { name: shape }).click();
  const saved = await download;
  return { name: saved.suggestedFilename(), text: await readFile(await saved.path(), "utf8") };
}

test("the report is saved as a page that needs nothing else", async ({ tender, page, context }) => {
  await tender.openExample();
  const { name, text } = await save(page, "One page (HTML)");
  expect(name).toBe("Invitation to tender – Tender Check report.html");
  const title = await tender.findings.first().locator(".title").innerText();
  const saved = await context.newPage();
  const asked: string[] = [];
  saved.on("request", (request) => asked.push(request.url()));
  await saved.setContent(text);
  await expect(saved.getByRole("heading", { level: 1 })).toContainText("possible barriers");
  await expect(saved.getByRole("heading", { name: title }).first()).toBeVisible();
  expect(asked).toEqual([]);
  expect((await new AxeBuilder({ page: saved }).analyze()).violations).toEqual([]);
});

test("the report is saved as Markdown and as a table", async ({ tender, page }) => {
  await tender.openExample();
  const count = await tender.findings.count();
  const markdown = await save(page, "Markdown");
  expect(markdown.name).toMatch(/report\.md$/);
  expect(markdown.text).toMatch(/^# .*possible barriers/);
  expect(markdown.text.match(/^Key: /gm)).toHaveLength(count);
  const table = await save(page, "Table (CSV)");
  expect(table.name).toMatch(/report\.csv$/);
  expect(table.text.trim().split("\r\n")).toHaveLength(count + 1);
});

test("the list of shapes is used with the keyboard, and closes by Escape or by leaving it", async ({ tender, page }) => {
  await tender.openExample();
  const button = page.getByRole("button", { name: "Save report" });
  const list = page.locator("tc-save .list");
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByRole("button", { name: "One page (HTML)" })).toBeFocused();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  for (let i = 0; i < 4; i++) await page.keyboard.press("Tab");
  await expect(list).toBeHidden();
});

test("a saved report is opened again, and says that its documents are not in it", async ({ tender, page }) => {
  await tender.openExample();
  const heading = await page.getByRole("heading", { level: 1 }).innerText();
  const count = await tender.findings.count();
  const { name, text } = await save(page, "Report (JSON)");
  expect((JSON.parse(text) as { schema: string }).schema).toBe("tender-check/report/1");
  await page.getByRole("button", { name: "Start again" }).click();
  await tender.drop([{ name, text }]);
  await tender.reported();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  await expect(tender.findings).toHaveCount(count);
  await expect(page.getByText("This report was saved earlier")).toBeVisible();
  await expect(page.getByText("The documents are not in this report")).toBeVisible();
  await tender.head(tender.findings.first()).click();
  await expect(tender.findings.first().locator(".places li").first()).toContainText("Invitation to tender.docx");
  await expect(page.getByText("Change these")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Set this aside" })).toHaveCount(0);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect((await save(page, "Report (JSON)")).text).toBe(text);
});

test("a report of another version, or a damaged one, is refused with a reason", async ({ tender, page }) => {
  await tender.open();
  await tender.drop([{ name: "a.json", text: '{"schema": "tender-check/report/9", "findings": []}' }]);
  await expect(page.getByRole("alert")).toContainText("another version");
  await tender.drop([{ name: "a.json", text: '{"schema": "tender-check/report/1", "findings": [' }]);
  await expect(page.getByRole("alert")).toContainText("is damaged");
});

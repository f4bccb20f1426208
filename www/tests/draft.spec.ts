import { readFile } from "node:fs/promises";

import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";

import { LUNCH_CLUB, expect, test, type TenderCheckPage } from "./page";

const editor = (page: Page): Locator => page.getByRole("textbox", { name: "Text of the draft" });
const marks = (page: Page): Locator => page.locator("tc-editor mark");

async function blank(tender: TenderCheckPage): Promise<void> {
  await tender.open();
  await tender.page.getByRole("button", { name: "Start with a blank page" }).click();
  await expect(editor(tender.page)).toBeFocused();
}

async function violations(page: Page): Promise<unknown[]> {
  return (await new AxeBuilder({ page }).analyze()).violations;
}

test("the editor is loaded when somebody begins to write, and not before", async ({ tender, page }) => {
  await tender.openExample();
  expect(tender.requests.filter((url) => url.includes("editor"))).toEqual([]);
  await page.getByRole("button", { name: "Edit as text" }).click();
  await expect(editor(page)).toBeVisible();
  expect(tender.requests.filter((url) => url.includes("editor"))).not.toEqual([]);
});

test("findings come as one types on a blank page, with marks in the text", async ({ tender, page }) => {
  await blank(tender);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A blank page");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.type("The contract is worth £40,000. Bidders must hold public liability insurance of £10 million.");
  await expect(tender.finding(/public liability/i).first()).toBeVisible();
  await expect(marks(page).first()).toContainText(/£10 million/);
  // To the start of the text: “Home” alone goes to that of the line as it is shown, wherever it wraps.
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("1. Value. ");
  await expect(marks(page).first()).toContainText(/£10 million/);
  expect(await violations(page)).toEqual([]);
});

test("marks stand where the findings quote, in pasted text", async ({ tender, page }) => {
  await tender.open();
  await page.getByLabel("Or paste text").fill(LUNCH_CLUB);
  await page.getByRole("button", { name: "Edit this text" }).click();
  await expect(editor(page)).toContainText("lunch club");
  await expect(marks(page)).not.toHaveCount(0);
  for (const finding of await tender.findings.all()) {
    const number = (await finding.locator(".number").innerText()).replace(/\D/g, "");
    const quotes = await finding.locator(".places strong").allTextContents();
    if (quotes.length === 0) continue;
    const marked = (await page.locator(`tc-editor mark[data-entry="${number}"]`).allTextContents()).join("");
    expect(marked.replace(/\s+/g, "")).toContain((quotes[0] ?? "?").replace(/\s+/g, ""));
  }
});

test("better wording is put into the text, and undone", async ({ tender, page }) => {
  await blank(tender);
  const text = "The contract is worth £40,000. Bidders must hold public liability insurance of £10 million.";
  await page.keyboard.insertText(text);
  const finding = tender.finding(/public liability/i).first();
  await tender.head(finding).click();
  const wording = await finding.locator(".copy.suggestion p").innerText();
  await finding.getByRole("button", { name: "Put into the text" }).click();
  await expect(editor(page)).toContainText(wording);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(editor(page)).not.toContainText(wording);
  await expect(editor(page)).toContainText("£10 million");
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(editor(page)).toContainText(wording);
});

test("F8 goes from passage to passage, a click from either side to the other", async ({ tender, page }) => {
  await tender.open();
  await page.getByLabel("Or paste text").fill(LUNCH_CLUB);
  await page.getByRole("button", { name: "Edit this text" }).click();
  await expect(marks(page)).not.toHaveCount(0);
  await editor(page).focus();
  await page.keyboard.press("F8");
  const first = await page.locator("tc-finding[open] .number").innerText();
  await page.keyboard.press("F8");
  const open = page.locator("tc-finding[open] .number");
  await expect(open).not.toHaveText(first);
  await page.keyboard.press("Shift+F8");
  await expect(open).toHaveText(first);
  await expect(editor(page)).toBeFocused();

  await page.locator("tc-editor .badge").last().click();
  const opened = page.locator("tc-finding[open]");
  expect(await tender.focused(tender.head(opened))).toBe(true);
  await opened.locator(".places").getByRole("button").first().click();
  await expect(editor(page)).toBeFocused();

  await page.keyboard.press("Tab");
  await expect(editor(page)).not.toBeFocused();
});

test("a Word file is edited as a copy, which can be downloaded", async ({ tender, page }) => {
  test.slow();
  await tender.openExample();
  const barriers = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByRole("button", { name: "Edit as text" }).click();
  await expect(editor(page)).toContainText("grounds maintenance and cemetery care");
  await expect(page.getByText("the file that you opened is not changed")).toBeVisible();
  await expect(page.getByRole("tab", { name: "Invitation to tender (draft).md" })).toBeVisible();
  // The text says what the file said.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(barriers);
  await expect(marks(page)).not.toHaveCount(0);
  expect(await violations(page)).toEqual([]);

  await editor(page).focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("Written here. ");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download (.md)" }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe("Invitation to tender (draft).md");
  expect(await readFile(await saved.path(), "utf8")).toMatch(/^Written here\. /);

  await page.getByRole("tab", { name: /Conditions/ }).click();
  await expect(editor(page)).toBeHidden();
  await page.getByRole("tab", { name: /draft/ }).click();
  await expect(editor(page)).toContainText("Written here.");
  await page.getByRole("button", { name: "End editing" }).click();
  await expect(tender.document).toContainText("Written here.");
});

test("another document joins a draft, and the draft stays", async ({ tender, page }) => {
  await blank(tender);
  await page.keyboard.insertText("Bidders must hold public liability insurance of £10 million.");
  await expect(tender.finding(/public liability/i)).not.toHaveCount(0);
  await tender.drop([{ name: "Notice.txt", text: "The estimated value of the contract is £40,000." }]);
  await expect(page.getByRole("tab", { name: /Notice/ })).toBeVisible();
  await expect(editor(page)).toContainText("£10 million");
  await expect(page.locator("tc-circumstances .summary")).toContainText("£40,000");
});

test("nothing is cut off or scrolls sideways while one writes on a phone", async ({ tender, page }) => {
  await page.setViewportSize({ width: 320, height: 600 });
  await tender.open();
  await page.getByLabel("Or paste text").fill(LUNCH_CLUB);
  await page.getByRole("button", { name: "Edit this text" }).click();
  await page.getByRole("button", { name: /^Document/ }).click();
  await expect(marks(page)).not.toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await violations(page)).toEqual([]);
});

test("what was written can still be undone after a look at the other desk", async ({ tender, page }) => {
  await blank(tender);
  await page.keyboard.insertText("Bidders must hold public liability insurance of £10 million. ");
  await expect(tender.finding(/public liability/i)).not.toHaveCount(0);
  await page.keyboard.insertText("This goes again.");
  await page.getByRole("link", { name: "Bidding", exact: true }).click();
  await expect(page.locator("tc-bidding")).toBeVisible();
  await expect(editor(page)).toBeHidden();
  await page.keyboard.press("F8");
  await expect(page.locator("tc-bidding")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: "Drafting", exact: true }).click();
  await expect(page.locator("tc-bidding")).toHaveCount(0);
  await expect(editor(page)).toContainText("This goes again.");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(editor(page)).not.toContainText("This goes again.");
});

import { readFile } from "node:fs/promises";

import AxeBuilder from "@axe-core/playwright";

import { expect, file, test } from "./page";

const INVITATION = "tests/packs/parish/docx/Invitation to tender.docx";

test("a Word file comes back with its findings as comments, and reads as before", async ({ tender, page }) => {
  await tender.open();
  await page.locator("input[type=file]").first().setInputFiles(file(INVITATION));
  await tender.reported();
  const found = await tender.findings.count();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save Word file with comments" }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe("Invitation to tender (reviewed).docx");
  await expect(page.locator("tc-comment [role=status]")).toContainText(/Saved a copy with \d+ comments\./);
  const copy = await readFile(await saved.path());
  expect(copy.subarray(0, 2).toString()).toBe("PK");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole("button", { name: "Start again" }).click();
  await page.locator("input[type=file]").first().setInputFiles({ name: "copy.docx", mimeType: "", buffer: copy });
  await tender.reported();
  await expect(tender.findings).toHaveCount(found);
});

test("better wording is proposed as tracked changes when it is asked for", async ({ tender, page }) => {
  await tender.open();
  await page.locator("input[type=file]").first().setInputFiles(file(INVITATION));
  await tender.reported();
  await page.getByLabel("with better wording as tracked changes").check();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save Word file with comments" }).press("Enter");
  await download;
  await expect(page.locator("tc-comment [role=status]")).toContainText(/and \d+ proposed changes\. Your own file/);
});

test("a PDF file comes back with highlights that have notes, and reads as before", async ({ tender, page }) => {
  const pdf = "tests/packs/parish/pdf/Invitation to tender.pdf";
  await tender.open();
  await page.locator("input[type=file]").first().setInputFiles(file(pdf));
  await tender.reported();
  const found = await tender.findings.count();
  await expect(page.getByLabel("with better wording as tracked changes")).toHaveCount(0);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save PDF with highlights" }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe("Invitation to tender (reviewed).pdf");
  await expect(page.locator("tc-comment [role=status]")).toContainText(/Saved a copy with \d+ findings in its notes\./);
  const [copy, original] = await Promise.all([readFile(await saved.path()), readFile(pdf)]);
  expect(copy.subarray(0, original.length).equals(original)).toBe(true);
  expect(copy.subarray(original.length).toString("latin1")).toContain("/Subtype /Highlight");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole("button", { name: "Start again" }).click();
  await page.locator("input[type=file]").first().setInputFiles({ name: "copy.pdf", mimeType: "", buffer: copy });
  await tender.reported();
  await expect(tender.findings).toHaveCount(found);
});

test("a PDF file that is protected against changes is refused with what to do", async ({ tender, page }) => {
  await tender.open();
  await page.locator("input[type=file]").first().setInputFiles(file("src/read/pdf/tests/owner.pdf"));
  await tender.reported();
  await page.getByRole("button", { name: "Save PDF with highlights" }).click();
  await expect(page.locator("tc-comment [role=status]")).toContainText("protected by a password");
});

test("only Word and PDF files offer it", async ({ tender, page }) => {
  await tender.check("Bidders must hold public liability insurance of £10 million. The contract is worth £40,000.");
  await expect(page.locator("tc-comment")).toHaveCount(0);
});

import { readFileSync } from "node:fs";

import { LUNCH_CLUB, expect, file, test } from "./page";

const FOLDER = {
  "Invitation.txt": LUNCH_CLUB,
  "Lot 1/Terms.txt": "The Council may keep back 5% of each invoice.",
  "Lot 1/Price.txt": "Price for lot 1",
  "Lot 2/Price.txt": "Price for lot 2",
  ".DS_Store": "what a program left",
  "Lot 2/~$Price.txt": "what a program left",
};

test("a folder that is dropped is a pack of all files in it, named by their paths", async ({ tender, page }) => {
  await tender.open();
  await tender.dropFolder("Lunch club", FOLDER);
  await tender.reported();
  await expect(page.getByRole("tab").locator(".file")).toHaveText([
    "Invitation.txt",
    "Lot 1/Price.txt",
    "Lot 1/Terms.txt",
    "Lot 2/Price.txt",
  ]);
});

test("a folder can be chosen", async ({ tender, page }) => {
  await tender.open();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a folder" }).click();
  await (await chooser).setFiles(file("tests/packs/county/text"));
  await tender.reported();
  await expect(page.getByRole("tab").locator(".file")).toHaveText([
    "Invitation to tender.txt",
    "Tender notice.txt",
    "Terms and conditions.txt",
  ]);
});

test("a PDF that is locked is opened with its password, which is kept nowhere", async ({ tender, page }) => {
  await tender.open();
  const choose = async (): Promise<void> => {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose documents" }).click();
    await (await chooser).setFiles(file("src/read/pdf/tests/locked.pdf"));
  };
  await choose();
  // Alone it leaves nothing to report on.
  const alert = page.getByRole("alert").filter({ hasText: "locked with a password" });
  await expect(alert).toBeVisible();
  const field = page.getByLabel("Password of “locked.pdf”");
  await field.fill("Meadow Lane");
  await field.press("Enter");
  await expect(page.getByText("This password does not open the file")).toBeVisible();
  await expect(field).toBeFocused();
  await field.fill("meadow lane");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await tender.reported();
  await expect(tender.document).toContainText("public liability insurance of £10,000,000");
  await expect(page.locator("tc-unlock")).toHaveCount(0);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, history.state]));
  expect(kept).not.toContain("meadow");
});

test("a locked PDF among others is opened beside its name", async ({ tender, page }) => {
  await tender.open();
  await tender.drop([{ name: "Invitation.txt", text: LUNCH_CLUB }]);
  await tender.reported();
  await page.locator("input[type=file][multiple]").first().setInputFiles(file("src/read/pdf/tests/locked.pdf"));
  await page.getByRole("tab", { name: /locked.pdf/ }).click();
  await page.getByLabel("Password of “locked.pdf”").fill("meadow lane");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(tender.document).toContainText("public liability insurance of £10,000,000");
  await expect(tender.finding(/public liability/i).first()).toBeVisible();
});

test("a document is taken out of the pack and put back, and the others are not read again", async ({ tender, page }) => {
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    const opened: string[] = [];
    Object.assign(window, { opened });
    Worker.prototype.postMessage = function (this: Worker, message: { call: { op: string; name?: string } }, ...more: never[]) {
      if (message.call.op === "open") opened.push(message.call.name ?? "");
      post.call(this, message, ...more);
    } as typeof post;
  });
  await tender.open();
  const [first = "", second = ""] = LUNCH_CLUB.split("3. Money");
  await tender.drop([
    { name: "Part one.txt", text: first },
    { name: "Part two.txt", text: second },
    { name: "Part three.txt", text: "The Council may keep back 5% of each invoice." },
  ]);
  await tender.reported();
  const tabs = page.getByRole("tab").locator(".file");
  const turnover = tender.finding(/turnover/i);
  await expect(turnover).toHaveCount(1);

  await page.getByRole("button", { name: "Take Part two.txt out of this pack" }).click();
  await expect(tabs).toHaveText(["Part one.txt", "Part three.txt"]);
  await expect(turnover).toHaveCount(0);
  await expect(page.getByRole("tab", { name: /Part one/ })).toBeFocused();

  await page.getByRole("tab", { name: /Part one/ }).press("Delete");
  await expect(page.getByRole("tab")).toHaveCount(0);
  await expect(tender.document).toContainText("keep back 5%");

  await page.getByRole("button", { name: "Put Part two.txt back" }).press("Enter");
  await expect(tabs).toHaveText(["Part two.txt", "Part three.txt"]);
  await expect(page.getByRole("tab", { name: /Part two/ })).toBeFocused();
  await expect(turnover).toHaveCount(1);
  await page.getByRole("button", { name: "Put Part one.txt back" }).click();
  await expect(tabs).toHaveText(["Part one.txt", "Part two.txt", "Part three.txt"]);
  await expect(page.getByText("was taken out")).toHaveCount(0);

  await tender.drop([{ name: "More.txt", text: "Lot 1: grounds" }]);
  await expect(page.getByRole("tab")).toHaveCount(4);
  expect(await page.evaluate(() => (window as unknown as { opened: string[] }).opened.sort())).toEqual([
    "More.txt",
    "Part one.txt",
    "Part three.txt",
    "Part two.txt",
  ]);
});

test("what was taken out can be given again", async ({ tender, page }) => {
  await tender.open();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose documents" }).click();
  const parts = ["Invitation to tender.txt", "Tender notice.txt"].map((name) => file(`tests/packs/county/text/${name}`));
  await (await chooser).setFiles(parts);
  await tender.reported();
  await page.getByRole("button", { name: "Take Tender notice.txt out" }).click();
  await expect(page.getByRole("tab")).toHaveCount(0);
  const more = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Add documents" }).click();
  await (await more).setFiles(parts);
  await expect(page.getByRole("tab")).toHaveCount(2);
  await expect(page.getByText("was taken out")).toHaveCount(0);
});

test("a document of a zip archive can be taken out by itself", async ({ tender, page }) => {
  await tender.open();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose documents" }).click();
  const buffer = readFileSync(file("tests/packs/zipped.zip"));
  await (await chooser).setFiles({ name: "pack.zip", mimeType: "application/zip", buffer });
  await tender.reported();
  const all = await page.getByRole("tab").locator(".file").allTextContents();
  await page.getByRole("button", { name: `Take ${all[1]} out of this pack` }).click();
  await expect(page.getByRole("tab").locator(".file")).toHaveText(all.toSpliced(1, 1));
  await page.getByRole("button", { name: `Put ${all[1]} back` }).click();
  await expect(page.getByRole("tab").locator(".file")).toHaveText(all);
});

test("a message of Outlook is its text and the files attached to it, opened by the keyboard", async ({ tender, page }) => {
  await tender.open();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose documents" }).focus();
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(file("tests/packs/mailed.msg"));
  await tender.reported();
  const attached = ["Conditions of contract.pdf", "Price schedule £.xlsx"];
  await expect(page.getByRole("tab").locator(".file")).toHaveText(["mailed.msg", ...attached]);
});

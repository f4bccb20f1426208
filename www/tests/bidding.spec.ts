import { readFileSync } from "node:fs";

import AxeBuilder from "@axe-core/playwright";
import type { Download, Page } from "@playwright/test";

import { typedAmount, withEntry, withReference } from "../src/model/profile";
import { LUNCH_CLUB, expect, test, type TenderCheckPage } from "./page";

async function desk(tender: TenderCheckPage): Promise<void> {
  await tender.page.goto("./#bidding");
  await tender.page.getByRole("button", { name: "Open the example" }).click();
  await expect(tender.page.locator("tc-outcome h2")).toContainText("Hard to bid");
}

/** Pastes a tender and weighs it. */
async function weigh(page: Page, text: string): Promise<void> {
  await page.goto("./#bidding");
  await page.getByLabel("Or paste text").fill(text);
  await page.getByRole("button", { name: "Check this text" }).click();
  await expect(page.locator("tc-outcome h2")).toBeVisible();
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), "utf8");
}

test("one click opens the example with a profile, and every demand has a result and a place", async ({ tender, page }) => {
  await desk(tender);
  await expect(page.getByText("for the made-up organisation Meadow Works CIC")).toBeVisible();
  const rows = page.locator("tc-demands tbody tr");
  expect(await rows.count()).toBeGreaterThan(10);
  const turnover = rows.filter({ hasText: "Yearly turnover" });
  await expect(turnover).toContainText("£250,000");
  await expect(turnover).toContainText("£186,000 in 2025");
  await expect(turnover).toContainText("Not met");
  await turnover.getByRole("button", { name: /clause \(b\)/ }).click();
  await tender.reported();
  await expect(tender.document.locator("mark:focus")).toContainText("turnover");
  await page.goBack();
  await expect(page.locator("tc-outcome h2")).toContainText("Hard to bid");
});

test("a profile that is filled in changes the result, and is forgotten when it is asked to be", async ({ tender, page }) => {
  await weigh(page, LUNCH_CLUB);
  const turnover = page.locator("tc-demands tbody tr").filter({ hasText: "Yearly turnover" });
  await expect(turnover).toContainText("For you to judge");
  const year = new Date().getFullYear() - 1;
  await page.getByLabel(`Turnover ${year} (£)`).fill("£620k");
  await page.getByLabel(`Turnover ${year} (£)`).press("Tab");
  await expect(turnover).toContainText("Met");
  await page.getByLabel(`Turnover ${year} (£)`).fill("much");
  await page.getByLabel(`Turnover ${year} (£)`).press("Tab");
  await expect(page.getByText("Write a number")).toBeVisible();
  await page.getByLabel("Legal form").selectOption("community_interest_company");
  await page.getByRole("button", { name: "Forget it" }).click();
  await expect(turnover).toContainText("For you to judge");
  expect(tender.errors).toEqual([]);
});

test("nothing is kept on the device unless it is asked for", async ({ tender, page }) => {
  await desk(tender);
  const kept = (): Promise<string[]> => page.evaluate(() => Object.keys(localStorage));
  expect(await kept()).toEqual([]);
  await page.getByRole("checkbox", { name: /Keep my profile on this device/ }).check();
  await page.getByRole("checkbox", { name: /Keep this table on this device/ }).check();
  expect((await kept()).sort()).toEqual(["tender-check.opportunities", "tender-check.profile"]);
  await page.reload();
  await page.getByLabel("Or paste text").fill(LUNCH_CLUB);
  await page.getByRole("button", { name: "Check this text" }).click();
  await expect(page.getByText("Change the profile of Meadow Works CIC")).toBeVisible();
  await expect(page.locator("tc-opportunities tbody tr")).toHaveCount(2);
  await page.getByRole("button", { name: "Forget it" }).click();
  await page.getByRole("checkbox", { name: /Keep this table on this device/ }).uncheck();
  expect(await kept()).toEqual([]);
});

test("the example does not take the place of a profile that is kept", async ({ page }) => {
  await weigh(page, LUNCH_CLUB);
  await page.getByLabel("Name", { exact: true }).fill("Our own CIC");
  await page.getByLabel("Name", { exact: true }).press("Tab");
  await page.getByRole("checkbox", { name: /Keep my profile on this device/ }).check();
  await page.getByRole("button", { name: "Start again" }).click();
  await page.getByRole("button", { name: "Open the example" }).click();
  await expect(page.getByText("Change the profile of Meadow Works CIC")).toBeVisible();
  await page.getByRole("button", { name: "Forget it" }).click();
  await page.getByRole("button", { name: "Start again" }).click();
  expect(await page.evaluate(() => localStorage.getItem("tender-check.profile"))).toContain("Our own CIC");
  await page.getByLabel("Or paste text").fill(LUNCH_CLUB);
  await page.getByRole("button", { name: "Check this text" }).click();
  await expect(page.getByText("Change the profile of Our own CIC")).toBeVisible();
});

test("a profile is saved as a file and opened again; what is wrong with one is told", async ({ tender, page }) => {
  await desk(tender);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save profile" }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe("tender-check.profile.toml");
  const text = await textOf(file);
  expect(text).toContain('name = "Meadow Works CIC"');
  await page.getByRole("button", { name: "Forget it" }).click();
  await expect(page.getByText("Fill in your profile")).toBeVisible();
  const open = async (content: string): Promise<void> => {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Open a profile" }).click();
    await (await chooser).setFiles({ name: "us.toml", mimeType: "application/toml", buffer: Buffer.from(content) });
  };
  await open(text);
  await expect(page.getByText("Change the profile of Meadow Works CIC")).toBeVisible();
  await open("turn_over = 3");
  await expect(page.getByRole("alert")).toContainText("Did you mean “turnover”?");
  await expect(page.getByText("Change the profile of Meadow Works CIC")).toBeVisible();
});

test("questions are chosen, copied and saved", async ({ tender, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await desk(tender);
  const questions = page.locator("tc-questions");
  await expect(questions).toContainText("The last day for questions is 12 February 2026.");
  const boxes = questions.getByRole("checkbox", { checked: true });
  const chosen = await boxes.count();
  expect(chosen).toBeGreaterThan(3);
  await boxes.first().uncheck();
  await expect(boxes).toHaveCount(chosen - 1);
  await questions.getByRole("button", { name: /Copy/ }).click();
  await expect(questions.getByText("Copied")).toBeVisible();
  const letter = await page.evaluate(() => navigator.clipboard.readText());
  expect(letter).toMatch(/^Clarification questions: Invitation to tender\n/);
  expect(letter).toContain(`${chosen - 1}. `);
  expect(letter).not.toContain(`\n${chosen}. `);
  expect(letter).toContain("Procurement Act 2023, section 85");
  const saved = page.waitForEvent("download");
  await questions.getByRole("button", { name: "Save as Word" }).click();
  const word = await saved;
  expect(word.suggestedFilename()).toBe("Clarification questions.docx");
  expect((await textOf(word)).startsWith("PK")).toBe(true);
});

test("cash is a chart with a table behind it, and other terms change it", async ({ tender, page }) => {
  await desk(tender);
  const cash = page.locator("tc-cash");
  await expect(cash.getByRole("img", { name: /^Bars for 39 months/ })).toBeVisible();
  await expect(cash).toContainText("Paid in 60 days");
  await expect(cash).toContainText("Paid each month in advance");
  await cash.getByText("The figures month by month").click();
  await expect(cash.locator("tbody tr").first()).toContainText("Mar 26");
  const before = await cash.locator("p").first().textContent();
  await cash.getByLabel("Paid after (days)").fill("90");
  await cash.getByLabel("Paid after (days)").press("Tab");
  await expect(cash).toContainText("90 days after");
  await expect(cash.getByText("what social investors lend for")).toBeVisible();
  expect(await cash.locator("p").first().textContent()).not.toBe(before);
  await cash.getByLabel("Paid after (days)").fill("soon");
  await cash.getByLabel("Paid after (days)").press("Tab");
  await expect(cash).toContainText("Write a number of days");
});

test("dates are listed and saved as a calendar file, and what has to be sent in is a list to tick off", async ({ tender, page }) => {
  await desk(tender);
  const dates = page.locator("tc-dates");
  await expect(dates).toContainText("20 February 2026, 12:00");
  await dates.getByLabel(/^Send it on paper/).check();
  await expect(dates.getByRole("listitem").filter({ hasText: "Send it on paper" }).getByRole("button")).toContainText("clause 4.1");
  const saved = page.waitForEvent("download");
  await dates.getByRole("button", { name: "Save as calendar file" }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe("Tender dates.ics");
  expect(await textOf(file)).toContain("DTSTART;TZID=Europe/London:20260220T120000\r\n");
});

test("tenders stand side by side until they are taken away", async ({ tender, page }) => {
  await desk(tender);
  await page.getByRole("button", { name: "Start again" }).click();
  await page.getByLabel("Or paste text").fill(LUNCH_CLUB);
  await page.getByRole("button", { name: "Check this text" }).click();
  const rows = page.locator("tc-opportunities tbody tr");
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("£124,500");
  await expect(rows.last()).toContainText("£120,000");
  await rows.first().getByRole("button", { name: "Remove" }).click();
  await expect(rows).toHaveCount(1);
  expect(tender.errors).toEqual([]);
});

test("lots are chosen", async ({ tender, page }) => {
  const lot = (number: number, value: string): string => `| Lot ${number} | Area ${number} | ${value} |`;
  const table = ["| Lot | Area | Estimated annual value |", "|---|---|---|", lot(1, "£60,000"), lot(2, "£40,000")].join("\n");
  await page.goto("./#bidding");
  await tender.drop([{ name: "lots.md", text: `# Tender\n\nThe contract is divided into two lots for two years.\n\n${table}\n` }]);
  const lots = page.locator("tc-outcome fieldset");
  await expect(lots.getByRole("checkbox")).toHaveCount(2);
  await lots.getByRole("checkbox", { name: /Lot 1/ }).uncheck();
  await expect(lots).toContainText("Not among your lots");
});

for (const [width, height] of [[1280, 900], [390, 844]] as const) {
  test(`all of the desk is for everybody at ${width} px`, async ({ tender, page }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    await desk(tender);
    await page.getByText(/^Change the profile/).click();
    await page.getByText("The figures month by month").click();
    await page.getByText(/more that may be worth asking/).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`))).toEqual([]);
    }
  });
}

test("the desk is used by keyboard alone", async ({ tender, page }) => {
  await desk(tender);
  const parts = page.getByRole("navigation", { name: "Parts of this view" });
  await parts.getByRole("button", { name: "Cash" }).press("Enter");
  await expect(page.locator("tc-cash").getByRole("heading", { level: 2 })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator("tc-cash").getByLabel("Paid after (days)")).toBeFocused();
});

test("amounts are taken as people type them", () => {
  expect(["", " ", "240,000", "£1.2m", "12k", "65%", "0"].map((text) => typedAmount(text))).toEqual([
    undefined,
    undefined,
    240_000,
    1_200_000,
    12_000,
    65,
    0,
  ]);
  expect(["-5", "many", "1e9", "5 pounds"].map((text) => typedAmount(text))).toEqual([null, null, null, null]);
  expect(typedAmount("-5k", true)).toBe(-5000);
});

test("what is empty in a profile goes", () => {
  expect(withEntry({ "2025": 1 }, "2025", undefined)).toBeUndefined();
  expect(withEntry(undefined, "2025", 2)).toEqual({ "2025": 2 });
  expect(withReference([{ year: 2024 }], 0, {})).toEqual([]);
  expect(withReference([{ year: 2024 }], 1, { value: 3 })).toEqual([{ year: 2024 }, { value: 3 }]);
});

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect as of, test } from "./page";

/** Each notice is checked by itself. */
const expect = of.configure({ timeout: 20_000 });

interface About {
  ocid: string;
  title: string;
  closes: string;
  text: string;
  value: number;
  region?: string;
  vcse?: boolean;
  tag?: string;
}

const release = ({ ocid, title, closes, text, value, vcse = false, tag = "tender" }: About): unknown => ({
  ocid,
  id: `${ocid}-1`,
  date: "2027-01-04T09:00:00Z",
  tag: [tag],
  buyer: { name: "Brook Council" },
  tender: {
    title,
    description: text,
    value: { amount: value, currency: "GBP" },
    suitability: { sme: true, vcse },
    contractPeriod: { startDate: "2027-06-01T00:00:00Z", endDate: "2029-05-31T00:00:00Z" },
    tenderPeriod: { endDate: `${closes}T12:00:00Z` },
  },
});

const NOTICES = [
  release({
    ocid: "o-1",
    title: "Lunch club",
    closes: "2027-03-01",
    value: 40_000,
    vcse: true,
    text: "Bidders must hold public liability insurance of £10 million and have a turnover of at least £2 million a year.",
  }),
  release({
    ocid: "o-2",
    title: "Care of the park",
    closes: "2027-02-01",
    value: 90_000,
    text: "Invoices are paid within 30 days of receipt. Participation is reserved for public service mutuals.",
  }),
  release({ ocid: "o-3", title: "Roofs", closes: "2027-02-20", value: 4_000_000, text: "Work on roofs.", tag: "award" }),
];

async function open(page: Page, baseURL: string | undefined): Promise<void> {
  await page.goto(new URL("portal.html", baseURL).href);
  const file = { name: "notices.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ releases: NOTICES })) };
  await page.locator("tc-portal input[type=file]").first().setInputFiles(file);
  await expect(page.getByRole("status").first()).toContainText("Showing 2 of 2");
}

test("notices are listed with what was found, those that close first before the others", async ({ page, baseURL }) => {
  await open(page, baseURL);
  const items = page.locator("tc-portal li");
  await expect(items.getByRole("button")).toHaveText(["Care of the park", "Lunch club"]);
  await expect(items.nth(1)).toContainText("High");
  await expect(items.nth(1)).toContainText("£40,000");
  await expect(items.nth(1)).toContainText("It says that it suits voluntary and social enterprises");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("the list is narrowed to what a reader looks for", async ({ page, baseURL }) => {
  await open(page, baseURL);
  const titles = page.locator("tc-portal li button");
  await page.getByLabel("without a high barrier").check();
  await expect(titles).toHaveText(["Care of the park"]);
  await page.getByLabel("without a high barrier").uncheck();
  await page.getByLabel("with a part of at most (£)").fill("50k");
  await page.getByLabel("with a part of at most (£)").press("Enter");
  await expect(titles).toHaveText(["Lunch club"]);
  await page.getByLabel("closing on or after").fill("2027-04-01");
  await expect(page.getByRole("status").first()).toContainText("Showing 0 of 2");
});

test("a notice is looked at beside the list, by keyboard too, and on a phone", async ({ page, baseURL }) => {
  await open(page, baseURL);
  const title = page.getByRole("button", { name: "Lunch club", exact: true });
  await title.focus();
  await page.keyboard.press("Enter");
  const detail = page.getByRole("region", { name: "Lunch club" });
  await expect(detail.getByRole("heading", { level: 1 })).toContainText("barrier");
  await expect(title).toHaveAttribute("aria-expanded", "true");
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("a file without notices is told of", async ({ page, baseURL }) => {
  await page.goto(new URL("portal.html", baseURL).href);
  const file = { name: "notices.json", mimeType: "application/json", buffer: Buffer.from("[]") };
  await page.locator("tc-portal input[type=file]").first().setInputFiles(file);
  await expect(page.getByRole("alert")).toContainText("There is no notice there that asks for bids.");
});

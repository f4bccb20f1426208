import { readFile } from "node:fs/promises";

import AxeBuilder from "@axe-core/playwright";

import { LUNCH_CLUB, expect, test } from "./page";

test("who is shut out is a chart with its source and a table, where there are data", async ({ tender, page }) => {
  await tender.check(LUNCH_CLUB);
  const turnover = tender.finding(/turnover/i).first();
  await tender.head(turnover).click();
  const shutOut = turnover.locator("tc-shut-out");
  await expect(shutOut.getByRole("img")).toHaveAccessibleName(/at least 86% of the charities .* in 2023/i);
  await expect(shutOut.getByRole("link")).toHaveAttribute("href", /^https:\/\/www\.gov\.uk\/.*annual-return-2023/);
  expect(await shutOut.locator(".reached").count()).toBe(2);
  await shutOut.getByText("The figures as a table").click();
  await expect(shutOut.getByRole("row", { name: "up to £500,000 86.51%" })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const insurance = tender.finding(/public liability/i).first();
  await tender.head(insurance).click();
  await expect(insurance.locator("tc-shut-out figure")).toHaveCount(0);
});

// The page draws what the saved report draws; each looks it up in the same table by itself.
for (const [amount, said] of [
  ["£90,000", false],
  ["£100,000", true],
  ["£499,999", true],
  ["£500,000", true],
  ["£7 million", true],
] as const) {
  test(`the page and the saved report say the same of who is shut out by a turnover of ${amount}`, async ({ tender, page }) => {
    test.slow();
    await tender.check(LUNCH_CLUB.replace("£500,000", amount).replace("£40,000 a year excluding VAT, £120,000", "£10,000 a year excluding VAT, £30,000"));
    const turnover = tender.finding(/turnover/i).first();
    await tender.head(turnover).click();
    await expect(turnover.locator(".places")).toBeVisible();
    const charts = turnover.locator("tc-shut-out [role=img]");
    await expect(charts).toHaveCount(said ? 1 : 0);
    const shown = await charts.evaluateAll((all) => all.map((chart) => [chart.ariaLabel, chart.querySelectorAll(".reached").length]));

    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save report" }).click();
    await page.getByRole("button", { name: "One page (HTML)" }).click();
    // The page’s policy takes no style from elsewhere.
    const html = (await readFile(await (await download).path(), "utf8")).replace(/<style>.*?<\/style>/s, "");
    const saved = await page.evaluate((html) => {
      const charts = new DOMParser().parseFromString(html, "text/html").querySelectorAll("figure.share [role=img]");
      return [...charts].map((chart) => [chart.getAttribute("aria-label"), chart.querySelectorAll(".reached").length] as const);
    }, html);
    expect(saved.filter(([label]) => label?.includes("charities"))).toEqual(shown);
  });
}

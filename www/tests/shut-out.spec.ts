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

import AxeBuilder from "@axe-core/playwright";

import { expect, test } from "./page";

for (const [link, heading] of [
  ["Help", "Help"],
  ["Accessibility", "Accessibility"],
] as const) {
  test(`${link} is a page of its own, reached from the foot of the first`, async ({ tender, page }) => {
    await tender.open();
    await page.getByRole("link", { name: link, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 700 });
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await page.getByRole("link", { name: "Back to Tender Check" }).click();
    await expect(page.getByRole("button", { name: "Open the example" })).toBeVisible();
  });
}

test("the help explains every rule", async ({ page, baseURL }) => {
  await page.goto(new URL("help.html", baseURL).href);
  const rules = page.locator("details");
  expect(await rules.count()).toBeGreaterThan(100);
  await page.getByText("Public liability", { exact: true }).click();
  await expect(page.locator("details[open]")).toContainText("nothing up to £2 million");
});

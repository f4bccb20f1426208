import AxeBuilder from "@axe-core/playwright";

import { expect, test } from "./page";

for (const [desk, address, first, steps] of [
  ["the drafting desk", "./", "What was found", 6],
  ["the bidder’s desk", "./#bidding", "Worth a bid?", 6],
] as const) {
  for (const width of [1280, 390]) {
    test(`one click opens the example of ${desk} with a tour, by keyboard alone, at ${width} px`, async ({ page, tender }) => {
      test.slow();
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.goto(address);
      await page.getByRole("button", { name: "Take the tour" }).press("Enter");
      const tour = page.locator("tc-tour section");
      const heading = tour.getByRole("heading");
      await expect(heading).toHaveText(first);
      await expect(heading).toBeFocused();
      for (let step = 1; step < steps; step++) {
        await expect(tour).toContainText(`Step ${step} of ${steps}`);
        await expect(page.locator("tc-tour rect")).toBeVisible();
        if (step === 2) expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        await tour.getByRole("button", { name: "Next" }).press("Enter");
        await expect(heading).toBeFocused();
      }
      await page.screenshot({ path: `test-results/views/tour-${address.length}-${width}.png`, animations: "disabled" });
      await tour.getByRole("button", { name: "Done" }).press("Enter");
      await expect(tour).toHaveCount(0);
      expect(tender.errors).toEqual([]);
    });
  }
}

test("Escape ends the tour, and the focus goes where the view begins", async ({ page, tender }) => {
  await tender.open();
  await page.getByRole("button", { name: "Take the tour" }).click();
  await expect(page.locator("tc-tour").getByRole("heading")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator("tc-tour")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

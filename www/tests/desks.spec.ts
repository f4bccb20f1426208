import { expect, test } from "./page";

test("the first view offers two desks, and the address opens one", async ({ tender, page }) => {
  await tender.open();
  const desks = page.getByRole("navigation", { name: "What brings you here" });
  await expect(desks.getByRole("link", { name: "I am writing a tender" })).toHaveAttribute("aria-current", "true");
  await desks.getByRole("link", { name: "I am thinking of bidding" }).click();
  await expect(page).toHaveURL(/#bidding$/);
  await expect(page.getByRole("heading", { name: "Open the tender" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Open the tender" })).toBeVisible();
  await page.getByRole("button", { name: "Open the example" }).click();
  await expect(page.locator("tc-bidding")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("a report is seen from both desks, and the way back leads to the one before", async ({ tender, page }) => {
  await tender.openExample();
  const heading = page.getByRole("heading", { level: 1 });
  const barriers = await heading.textContent();
  await page.getByRole("link", { name: "Bidding", exact: true }).press("Enter");
  await expect(page.locator("tc-bidding")).toBeVisible();
  await expect(heading).toBeFocused();
  await expect(page).toHaveTitle(/^Should we bid\? – .+ – Tender Check$/);
  await page.goBack();
  await tender.reported();
  await expect(heading).toHaveText(barriers ?? "");
  await page.goForward();
  await expect(page.locator("tc-bidding")).toBeVisible();
  await page.getByRole("link", { name: "Drafting", exact: true }).click();
  await tender.reported();
});

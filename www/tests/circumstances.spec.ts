import { LUNCH_CLUB, expect, test } from "./page";

test("what the documents say is shown with its place, which can be gone to", async ({ tender, page }) => {
  await tender.openExample();
  const form = page.locator("tc-circumstances");
  await form.getByText("Change these").click();
  await expect(form.getByLabel("Value of the contract")).not.toHaveValue("");
  const origin = form.locator(".origin").filter({ hasText: "Stated in the documents" }).first();
  await origin.getByRole("button").first().click();
  const passage = tender.document.locator("mark.pointed").first();
  await expect(passage).toBeInViewport();
  expect(await tender.focused(passage)).toBe(true);
});

test("a value that is set weighs the demands anew, and can be taken back", async ({ tender, page }) => {
  await tender.check(LUNCH_CLUB);
  const form = page.locator("tc-circumstances");
  const judgedByYear = tender.findings.locator(".body > p").filter({ hasText: "£40,000" });
  await expect(judgedByYear).not.toHaveCount(0);
  await form.getByText("Change these").click();
  const value = form.getByLabel("Value of the contract");
  const stated = await value.inputValue();
  await value.fill("£30m");
  await expect(form.locator(".summary")).toContainText("£30,000,000");
  await expect(form.locator("#value-origin")).toContainText("Set by you");
  await expect(judgedByYear).toHaveCount(0);
  await value.blur();
  await expect(value).toHaveValue("30,000,000");

  await form.getByRole("button", { name: "Use this Value of the contract" }).click();
  await expect(value).toHaveValue(stated);
  await expect(judgedByYear).not.toHaveCount(0);
});

test("where the value is missing it is asked for", async ({ tender, page }) => {
  await tender.check("Tenderers must hold public liability insurance of at least £10,000,000.");
  const form = page.locator("tc-circumstances");
  await expect(form).toContainText("value not known");
  const value = form.getByLabel("Value of the contract");
  await expect(value).toBeVisible();
  await value.fill("lots");
  await value.blur();
  await expect(form.getByText("Write an amount in pounds")).toBeVisible();
  await expect(value).toHaveAttribute("aria-invalid", "true");
  await value.fill("40k");
  await value.blur();
  await expect(form.locator(".summary")).toContainText("£40,000");
  await expect(value).not.toHaveAttribute("aria-invalid");
});

test("nation, buyer, rules and day can be set", async ({ tender, page }) => {
  await tender.check(LUNCH_CLUB);
  const form = page.locator("tc-circumstances");
  await form.getByText("Change these").click();
  await form.getByLabel("Nation").selectOption("scotland");
  await expect(form.locator(".summary")).toContainText("Scotland");
  await form.getByLabel("Kind of buyer").selectOption("parish");
  await expect(form.locator(".summary")).toContainText("Parish");
  await form.getByLabel("Rules that apply").selectOption("public_contracts_2015");
  await expect(form.locator(".summary")).toContainText("Public Contracts Regulations 2015");
  await form.getByLabel("As the law stood on").fill("2024-06-01");
  await expect(form.locator(".summary")).toContainText("1 June 2024");
});

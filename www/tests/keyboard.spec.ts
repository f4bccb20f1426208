import { expect, test, type TenderCheckPage } from "./page";

/** The finding that has the focus, by its number in the list. */
async function focusedFinding(tender: TenderCheckPage): Promise<number> {
  return tender.page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return Number(active?.querySelector(".number")?.lastChild?.textContent ?? 0);
  });
}

test("the example can be opened and read with the keyboard alone", async ({ tender, page }) => {
  await tender.open();
  const example = page.getByRole("button", { name: "Open the example" });
  for (let i = 0; i < 12 && !(await tender.focused(example)); i++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await tender.reported();

  await page.keyboard.press("F8");
  expect(await focusedFinding(tender)).toBe(1);
  await expect(tender.findings.first()).toHaveAttribute("open", "");
  await page.keyboard.press("F8");
  expect(await focusedFinding(tender)).toBe(2);
  await page.keyboard.press("Shift+F8");
  expect(await focusedFinding(tender)).toBe(1);
  await page.keyboard.press("Shift+F8");
  expect(await focusedFinding(tender)).toBe(await tender.findings.count());

  await page.keyboard.press("Home");
  expect(await focusedFinding(tender)).toBe(1);
  await page.keyboard.press("ArrowDown");
  expect(await focusedFinding(tender)).toBe(2);
  await page.keyboard.press("Enter");
  await expect(tender.findings.nth(1)).toHaveAttribute("open", "");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const passage = tender.document.locator("mark:focus");
  await expect(passage).toBeInViewport();
});

test("F8 in the document goes from passage to passage", async ({ tender, page }) => {
  await tender.openExample();
  const places = tender.findings.locator(".places").getByRole("button");
  await places.first().click();
  const at = (): Promise<number> => tender.document.locator("mark:focus").evaluate((mark) => Number(mark.dataset["start"]));
  const first = await at();
  await page.keyboard.press("F8");
  expect(await at()).toBeGreaterThan(first);
  await page.keyboard.press("Shift+F8");
  expect(await at()).toBe(first);
  const number = await tender.document.locator("mark:focus").getAttribute("data-entries");
  await expect(page.locator("tc-finding[open] .number")).toContainText(number?.split(" ")[0] ?? "");
});

test("one can skip to the findings and to the document", async ({ tender, page }) => {
  await tender.openExample();
  await page.getByRole("button", { name: "Go to the document" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: /^The documents?$/ })).toBeFocused();
  await page.getByRole("button", { name: "Go to the findings" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("whatever has the focus can be seen to have it", async ({ tender, page }) => {
  await tender.openExample();
  for (let i = 0; i < 25; i++) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      const shown = active?.matches("input[type=checkbox]") ? active.nextElementSibling : active;
      if (!shown || active === document.body) return "left the page";
      const { outlineStyle, outlineWidth } = getComputedStyle(shown);
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 ? "" : shown.outerHTML;
    });
    if (seen === "left the page") break;
    expect(seen).toBe("");
  }
});

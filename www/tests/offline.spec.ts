import { LUNCH_CLUB, expect, file, test } from "./page";

test.use({ serviceWorkers: "allow" });

test("after the first visit the page works without a network, every reader of it and both desks", async ({ tender, page, context }) => {
  test.slow();
  await tender.open();
  await expect(page.locator("tc-offline .ready")).toBeVisible({ timeout: 60_000 });
  await expect(page.locator("tc-offline")).toContainText("To check: switch the network off");
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await tender.drop([{ name: "Lunch club.txt", text: LUNCH_CLUB }]);
  await tender.reported();
  await expect(tender.finding(/public liability/i)).not.toHaveCount(0);
  for (const kind of ["docx", "pdf"]) {
    await page.getByRole("button", { name: "Start again" }).click();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose documents" }).click();
    await (await chooser).setFiles(file(`tests/packs/parish/${kind}/Invitation to tender.${kind}`));
    await tender.reported();
    await expect(tender.document).toContainText("grounds maintenance");
  }
  for (const clicks of [["Save report", "One page (HTML)"], ["Save PDF with highlights"]]) {
    const download = page.waitForEvent("download");
    for (const name of clicks) await page.getByRole("button", { name }).click();
    await download;
  }
  await page.getByRole("link", { name: "Bidding", exact: true }).click();
  await expect(page.locator("tc-outcome h2")).toBeVisible();
  await page.getByRole("link", { name: "Drafting", exact: true }).click();
  await page.getByRole("button", { name: "Edit as text" }).click();
  await expect(page.getByRole("textbox", { name: "Text of the draft" })).toBeVisible();
});

test("only the page's own files are kept", async ({ tender, page, baseURL }) => {
  test.slow();
  await tender.open();
  await expect(page.locator("tc-offline .ready")).toBeVisible({ timeout: 60_000 });
  await page.getByLabel("Or paste text").fill(LUNCH_CLUB);
  await page.getByRole("button", { name: "Check this text" }).click();
  await tender.reported();
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map((request) => request.url);
  });
  const own = new URL(baseURL ?? "").href;
  expect(kept.length).toBeGreaterThan(10);
  for (const url of kept) expect(url.startsWith(own)).toBe(true);
  expect(kept.filter((url) => /Lunch|Pasted/.test(url))).toEqual([]);
});

import AxeBuilder from "@axe-core/playwright";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

import { LUNCH_CLUB, expect, test, type TenderCheckPage } from "./page";

const SETTINGS = `about = "Anytown Council"

[rules.insurance.public-liability]
off = true
reason = "Our insurer decides."

[rules.payment.slow]
severity = "low"
suggestion = "Use schedule 4."
`;

interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const toml = (name: string, text: string): Upload => ({
  name,
  mimeType: "application/toml",
  buffer: Buffer.from(text),
});

/** Opens a file under "Settings and set-asides". */
async function openOwn(page: Page, file: Upload): Promise<void> {
  await page.getByText("Settings and set-asides").click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open such a file" }).click();
  await (await chooser).setFiles([file]);
}

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} (${node.failureSummary})`));
}

/** Sets the finding aside by the keyboard alone, from its heading on. */
async function setAside(tender: TenderCheckPage, title: RegExp, reason: string): Promise<void> {
  const { page } = tender;
  const finding = tender.finding(title).first();
  await tender.head(finding).focus();
  await page.keyboard.press("Enter");
  await finding.getByRole("button", { name: "Set this aside" }).focus();
  await page.keyboard.press("Enter");
  await expect(finding.getByLabel("Why can it be set aside?")).toBeFocused();
  await page.keyboard.type(reason);
  await page.keyboard.press("Tab");
  await page.keyboard.type("R. Osei");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(tender.finding(title)).toHaveCount(0);
}

test("settings are used, shown and removed", async ({ tender, page }) => {
  await tender.open();
  await openOwn(page, toml("tender-check.toml", SETTINGS));
  const used = page.locator("tc-own .loaded");
  await expect(used).toHaveText(
    "Judged with own settings from “tender-check.toml”: Anytown Council. One rule is turned off, one is changed.",
  );
  await page.getByLabel("Or paste text").fill(LUNCH_CLUB);
  await page.getByRole("button", { name: "Check this text" }).click();
  await tender.reported();
  await expect(used).toBeVisible();
  await expect(tender.finding(/public liability/i)).toHaveCount(0);
  const slow = tender.finding("Slow payment").first();
  await expect(slow.locator("article")).toHaveClass(/low/);
  await tender.head(slow).click();
  await expect(slow.getByRole("heading", { level: 5, name: "Wording of Anytown Council" })).toBeVisible();
  await expect(page.locator("tc-coverage .settings")).toContainText("Turned off. Reason: Our insurer decides.");

  await page.getByText("Settings and set-asides").click();
  await page.getByRole("button", { name: "Remove the settings" }).click();
  await expect(used).toHaveCount(0);
  await expect(tender.finding(/public liability/i)).not.toHaveCount(0);
  await expect(page.locator("tc-coverage .settings")).toHaveCount(0);
});

test("settings that are dropped with a document are none of its documents", async ({ tender, page }) => {
  await tender.open();
  await tender.drop([
    { name: "tender.md", text: LUNCH_CLUB },
    { name: "tender-check.toml", text: SETTINGS },
  ]);
  await tender.reported();
  await expect(page.locator("tc-own .loaded")).toBeVisible();
  await expect(page.locator("tc-coverage .files li")).toHaveCount(1);
});

test("what is wrong with settings is told, and nothing is changed", async ({ tender, page }) => {
  test.slow();
  await tender.check(LUNCH_CLUB);
  const findings = await tender.findings.count();
  await openOwn(page, toml("tender-check.toml", "[rules.insurance.pubic-liability]\noff = true\n[rules.payment.slow]\nof = true\n"));
  const alert = page.getByRole("alert");
  await expect(alert).toBeFocused();
  await expect(alert).toContainText("“tender-check.toml” cannot be used. Nothing was changed.");
  await expect(alert).toContainText("Did you mean insurance.public-liability");
  await expect(alert).toContainText("Did you mean “off”?");
  expect(await violations(page)).toEqual([]);
  await expect(tender.findings).toHaveCount(findings);

  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open such a file" }).click();
  await (await chooser).setFiles([toml("tender-check.toml", "about = \nrules = 1\n")]);
  await expect(alert).toContainText("(line 1)");
});

for (const [address, told] of [
  ["own/tender-check.toml", "Judged with own settings from “tender-check.toml”: Anytown Council."],
  ["own/nothing.toml", "“nothing.toml” cannot be used."],
  ["https://elsewhere.example/tender-check.toml", "“tender-check.toml” cannot be used."],
] as const) {
  test(`whoever hosts the page can have it begin with settings of its own address: ${address}`, async ({
    tender,
    page,
  }) => {
    // Not by routes: with them Chromium now and then loses one of several files that are fetched at once.
    await page.addInitScript(
      ({ address, settings }) => {
        const own = window.fetch.bind(window);
        window.fetch = (url, options) =>
          String(url).endsWith("/own/tender-check.toml") ? Promise.resolve(new Response(settings)) : own(url, options);
        new MutationObserver((_, observer) => {
          if (!document.head) return;
          observer.disconnect();
          const meta = document.createElement("meta");
          Object.assign(meta, { name: "tender-check-settings", content: address });
          document.head.append(meta);
        }).observe(document, { childList: true, subtree: true });
      },
      { address, settings: SETTINGS },
    );
    await tender.open();
    await expect(page.locator("tc-own")).toContainText(told);
    // That the file is not there is told by the browser too.
    tender.errors.splice(0, tender.errors.length, ...tender.errors.filter((error) => !error.includes("404")));
  });
}

test("a finding is set aside with a reason, kept in a file, and counts again", async ({ tender, page }) => {
  test.slow();
  await tender.check(LUNCH_CLUB);
  const all = await tender.findings.count();
  const title = /public liability/i;
  const finding = tender.finding(title).first();
  await tender.head(finding).click();
  await finding.getByRole("button", { name: "Set this aside" }).click();
  await finding.getByRole("button", { name: "Set aside", exact: true }).click();
  await expect(finding.getByText("Write a reason, so that others can follow it.")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(finding.getByRole("button", { name: "Set this aside" })).toBeFocused();
  await tender.head(finding).click();

  await setAside(tender, title, "The work is on a railway.");
  await expect(tender.findings).toHaveCount(all - 1);
  const aside = page.locator("tc-set-aside");
  await expect(aside.getByRole("heading", { level: 2 })).toHaveText("Set aside (1)");
  await expect(aside).toContainText("The work is on a railway.");
  await expect(aside).toContainText("R. Osei");
  expect(await tender.focused(tender.head(tender.findings.first()))).toBe(true);
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 600 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1280, height: 720 });

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save set-asides" }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe("tender-check.set-aside.toml");
  const text = await readFile(await saved.path(), "utf8");
  expect(text).toMatch(/\[\[set-aside\]\]\nkey = "insurance\.public-liability:[0-9a-f]{16}"/);
  expect(text).toContain('reason = "The work is on a railway."');
  expect(text).toMatch(/\non = \d{4}-\d{2}-\d{2}\n/);

  await aside.getByRole("button", { name: /^Count it again/ }).click();
  await expect(tender.findings).toHaveCount(all);
  await expect(aside.getByRole("heading")).toHaveCount(0);
  expect(await tender.focused(tender.head(tender.finding(title).first()))).toBe(true);

  await openOwn(page, toml("tender-check.set-aside.toml", text));
  await expect(tender.findings).toHaveCount(all - 1);
  await expect(aside).toContainText("The work is on a railway.");
  await page.getByRole("button", { name: "Start again" }).click();
  await page.getByLabel("Or paste text").fill(LUNCH_CLUB);
  await page.getByRole("button", { name: "Check this text" }).click();
  await tender.reported();
  await expect(tender.findings).toHaveCount(all);
});

test("what was set aside and is no longer found is told, until it is forgotten", async ({ tender, page }) => {
  await tender.check(LUNCH_CLUB);
  const old = '[[set-aside]]\nkey = "lots.size:0123"\nreason = "Agreed at the market day."\ntitle = "One large lot"\n';
  await openOwn(page, toml("tender-check.set-aside.toml", old));
  const aside = page.locator("tc-set-aside");
  await expect(aside).toContainText("One large lot");
  await expect(aside).toContainText("This is no longer found");
  await aside.getByRole("button", { name: "Forget it One large lot" }).click();
  await expect(aside.getByRole("heading")).toHaveCount(0);
});

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { LUNCH_CLUB, expect, file, test, type TenderCheckPage } from "./page";

/** Each view of the page, and how to come to it. */
const VIEWS: Record<string, (tender: TenderCheckPage) => Promise<void>> = {
  start: (tender) => tender.open(),
  "nothing read": async (tender) => {
    await tender.open();
    await tender.drop([{ name: "photo.png", text: "\u0000\u0001\u0002\u0089PNG\u0000\u0000" }]);
    await expect(tender.page.getByRole("alert")).toBeVisible();
  },
  "locked file": async (tender) => {
    await tender.open();
    const chooser = tender.page.waitForEvent("filechooser");
    await tender.page.getByRole("button", { name: "Choose documents" }).click();
    await (await chooser).setFiles(file("src/read/pdf/tests/locked.pdf"));
    await expect(tender.page.getByLabel("Password of “locked.pdf”")).toBeVisible();
  },
  report: (tender) => tender.openExample(),
  "report with all open": async (tender) => {
    await tender.openExample();
    await tender.page.getByText("Change these").click();
    await tender.page.getByText("List of the rules").click();
    await tender.head(tender.findings.first()).click();
  },
  "bidder’s desk": async (tender) => {
    await tender.openExample();
    await tender.page.getByRole("link", { name: "Bidding", exact: true }).click();
    await expect(tender.page.locator("tc-outcome h2")).toBeVisible();
  },
  draft: async (tender) => {
    await tender.openExample();
    if (await tender.documentPane.isVisible()) await tender.documentPane.click();
    await tender.page.getByRole("button", { name: "Edit as text" }).first().click();
    await expect(tender.page.getByRole("textbox", { name: "Text of the draft" })).toBeVisible();
  },
  "draft of a blank page": async (tender) => {
    await tender.open();
    await tender.page.getByRole("button", { name: "Start with a blank page" }).click();
    await expect(tender.page.getByRole("textbox", { name: "Text of the draft" })).toBeFocused();
  },
  "bidder’s desk with a profile": async (tender) => {
    await tender.page.goto("./#bidding");
    await tender.page.getByRole("button", { name: "Open the example" }).click();
    await expect(tender.page.locator("tc-outcome h2")).toContainText("Hard to bid");
  },
  comparison: async (tender) => {
    await tender.check(LUNCH_CLUB.replace("within 60 days", "within 10 days"));
    const chooser = tender.page.waitForEvent("filechooser");
    await tender.page.getByRole("button", { name: "Compare with an earlier draft or report" }).click();
    await (await chooser).setFiles({ name: "First.txt", mimeType: "text/plain", buffer: Buffer.from(LUNCH_CLUB) });
    await expect(tender.page.getByRole("heading", { name: "Since “First.txt”" })).toBeFocused();
  },
  tour: async (tender) => {
    await tender.open();
    await tender.page.getByRole("button", { name: "Take the tour" }).click();
    await expect(tender.page.locator("tc-tour rect")).toBeVisible();
  },
  "a PDF file": async (tender) => {
    await tender.open();
    await tender.page.locator("input[type=file]").first().setInputFiles(file("tests/packs/county/pdf/Terms and conditions.pdf"));
    await tender.reported();
  },
  help: (tender) => tender.visit("help.html"),
  accessibility: (tender) => tender.visit("accessibility.html"),
  "headers of a site": async (tender) => {
    await tender.visit("verify.html");
    await expect(tender.page.getByRole("listitem")).toHaveCount(4, { timeout: 20_000 });
  },
  "notices of a portal": async (tender) => {
    await tender.visit("portal.html");
    const releases = [
      { ocid: "o-1", date: "2027-01-04T09:00:00Z", tag: ["tender"], buyer: { name: "Brook Council" }, tender: { title: "Lunch club", description: LUNCH_CLUB } },
      { ocid: "o-2", date: "2027-01-04T09:00:00Z", tag: ["tender"], buyer: { name: "Hill Council" }, tender: { title: "Care of the park" } },
    ];
    const buffer = Buffer.from(JSON.stringify({ releases }));
    const files = { name: "notices.json", mimeType: "application/json", buffer };
    await tender.page.locator("tc-portal input[type=file]").first().setInputFiles(files);
    await expect(tender.page.getByText("Showing 2 of 2")).toBeVisible({ timeout: 20_000 });
    await tender.page.getByRole("button", { name: "Lunch club", exact: true }).click();
    await tender.reported();
  },
  "pack of Word files": async (tender) => {
    await tender.open();
    const chooser = tender.page.waitForEvent("filechooser");
    await tender.page.getByRole("button", { name: "Choose documents" }).click();
    await (await chooser).setFiles([
      file("tests/packs/parish/docx/Invitation to tender.docx"),
      file("tests/packs/parish/docx/Conditions of contract.docx"),
    ]);
    await tender.reported();
  },
};

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} (${node.failureSummary})`));
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const [name, open] of Object.entries(VIEWS)) {
    test(`axe finds nothing wrong: ${name}, ${colorScheme}`, async ({ tender, page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      await open(tender);
      expect(await violations(page)).toEqual([]);
    });
  }
}

const LOOKS = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["forced", { forcedColors: "active" }],
] as const;

for (const [look, media] of LOOKS) {
  for (const [width, height] of [[1280, 900], [390, 844]] as const) {
    for (const [name, open] of Object.entries(VIEWS)) {
      // To be looked at: test-results/views.
      test(`a picture of ${name} at ${width} px, ${look}`, async ({ tender, page }) => {
        test.slow();
        await page.setViewportSize({ width, height });
        await page.emulateMedia(media);
        await open(tender);
        const path = `test-results/views/${name.replace(/\W+/g, "-")}-${width}-${look}.png`;
        await page.screenshot({ path, animations: "disabled" });
        if (look === "forced") expect(await unseen(page)).toEqual([]);
      });
    }
  }
}

/**
 * What cannot be told from what is around it when the reader's own colours are in force: text of the colour of its ground, a
 * field or a button without an edge, a choice that looks as the others do.
 */
async function unseen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all: Element[] = [];
    const gather = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll("*")) {
        all.push(element);
        if (element.shadowRoot) gather(element.shadowRoot);
      }
    };
    gather(document);
    const seen = all.filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 2);
    const parent = (element: Element): Element | null =>
      element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;
    const ground = (element: Element | null): string => {
      for (let at = element; at; at = parent(at)) {
        const { backgroundColor } = getComputedStyle(at);
        if (!/^rgba\(.*, 0\)$/.test(backgroundColor)) return backgroundColor;
      }
      return getComputedStyle(document.documentElement).backgroundColor;
    };
    const faults: string[] = [];
    const tell = (element: Element, what: string): unknown =>
      faults.push(`${what}: ${element.outerHTML.replace(/\s+/g, " ").slice(0, 120)}`);
    for (const element of seen) {
      const { color, borderTopWidth, borderBottomWidth } = getComputedStyle(element);
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      if (own && !(element instanceof SVGElement) && color === ground(element)) tell(element, "text of the colour of its ground");
      const drawn = element.matches("input:not([type=checkbox], [type=radio], [type=file], [type=range]), select, textarea, .button");
      const edged = parseFloat(borderTopWidth) + parseFloat(borderBottomWidth) > 0;
      if (drawn && !edged && ground(element) === ground(parent(element))) tell(element, "no edge");
    }
    // Of several choices the chosen one differs in its ground, its edges or its letters.
    const look = (element: Element): string => {
      const style = getComputedStyle(element);
      const around = parent(element);
      const edges = (of: CSSStyleDeclaration): string => `${of.borderTop} ${of.borderBottom} ${of.outline}`;
      const entry = around?.matches(".entry") ? edges(getComputedStyle(around)) : "";
      return [style.color, style.backgroundColor, style.fontWeight, style.textDecorationLine, edges(style), entry].join(" ");
    };
    for (const attribute of ["aria-pressed", "aria-selected", "aria-current"]) {
      for (const chosen of seen.filter((element) => /^(true|page)$/.test(element.getAttribute(attribute) ?? ""))) {
        const others = seen.filter(
          (other) => other.localName === chosen.localName && other.getRootNode() === chosen.getRootNode() && other.getAttribute(attribute) === "false",
        );
        if (others.some((other) => look(other) === look(chosen))) tell(chosen, "looks as what is not chosen");
      }
    }
    return faults;
  });
}

test("whoever wants less movement gets none", async ({ tender, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await tender.openExample();
  await tender.head(tender.findings.first()).click();
  const moving = await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length);
  expect(moving).toBe(0);
});

// A window of 1280 by 1024 that is enlarged to 400 % has 320 by 256.
for (const [width, height] of [[390, 844], [320, 256]] as const) {
  for (const [name, open] of Object.entries(VIEWS)) {
    test(`nothing is cut off or scrolls sideways at ${width} px: ${name}`, async ({ tender, page }) => {
      test.slow();
      await page.setViewportSize({ width, height });
      await open(tender);
      await fits(page, width);
      if ((await tender.documentPane.count()) === 0) return;
      await tender.documentPane.click();
      await expect(tender.page.locator("tc-documents")).toBeVisible();
      await fits(page, width);
    });
  }
}

async function fits(page: Page, width: number): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect(await violations(page)).toEqual([]);
}

test("on a phone one goes from finding to passage and back", async ({ tender, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await tender.openExample();
  await expect(tender.document).toBeHidden();
  const finding = tender.findings.first();
  await finding.locator(".places").getByRole("button").first().click();
  await expect(tender.document.locator("mark:focus")).toBeInViewport();
  await expect(finding).toBeHidden();
  await tender.document.locator(".badge[data-current]").first().click();
  await expect(finding).toBeInViewport();
  expect(await tender.focused(tender.head(finding))).toBe(true);
});

test("marks can be told apart in forced colours", async ({ tender, page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await tender.openExample();
  const plain = await tender.document.locator("p").first().evaluate((p) => getComputedStyle(p).backgroundColor);
  const mark = await tender.marks.first().evaluate((mark) => getComputedStyle(mark).backgroundColor);
  expect(mark).not.toBe(plain);
});

test("who does not see the marks is told where each begins, in the document and in a draft", async ({ tender, page }) => {
  test.slow();
  await tender.check(LUNCH_CLUB);
  const begins = (within: string): Promise<string[]> =>
    page.locator(`${within} [data-begins]`).evaluateAll((all) => all.map((one) => getComputedStyle(one, "::before").content));
  const told = expect.arrayContaining([expect.stringMatching(/^"\[finding 1 begins\] "$/i), expect.stringMatching(/finding 2 begins/i)]);
  expect(await begins("tc-document")).toEqual(told);
  await page.getByRole("button", { name: "Edit as text" }).click();
  await expect(page.locator("tc-editor mark")).not.toHaveCount(0);
  expect(await begins("tc-editor")).toEqual(told);
});

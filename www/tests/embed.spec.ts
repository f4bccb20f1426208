import { readFileSync } from "node:fs";

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect as of, file, test } from "./page";

/** A frame loads the whole page once more. */
const expect = of.configure({ timeout: 20_000 });

/** What a frame told the page around it. */
type Told = { tenderCheck: number; event: string; height?: number; counts?: Record<string, number>; report?: { facts: unknown[] } };

/** A page of the same site that shows the frame and keeps what it is told. */
async function host(page: Page, baseURL: string | undefined, query = ""): Promise<() => Promise<Told[]>> {
  await page.goto(new URL("verify.html", baseURL).href);
  await page.evaluate((query) => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    addEventListener("message", ({ data }) => told.push(data));
    const frame = document.createElement("iframe");
    frame.src = `embed.html${query}`;
    frame.title = "Tender Check";
    frame.style.cssText = "inline-size: 100%; block-size: 40rem";
    document.body.replaceChildren(frame);
  }, query);
  return () => page.evaluate(() => (window as unknown as { told: Told[] }).told);
}

const DEMAND = { name: "demand.txt", mimeType: "text/plain", buffer: Buffer.from("Public liability insurance of £10m is required.") };

test("a frame tells how high it is and how many findings there are, and nothing of a document", async ({ page, baseURL }) => {
  const told = await host(page, baseURL, "?desk=drafting&nation=wales");
  const frame = page.frameLocator("iframe");
  await frame.locator("input[type=file]").first().setInputFiles(DEMAND);
  await expect(frame.getByRole("heading", { level: 1 })).toContainText("No barriers found");
  await expect.poll(async () => (await told()).map(({ event }) => event)).toContain("counts");
  const all = await told();
  expect(all.map(({ event }) => event)).toContain("ready");
  expect(all.find(({ event }) => event === "counts")?.counts).toMatchObject({ query: 1, high: 0 });
  expect(all.findLast(({ event }) => event === "height")?.height).toBeGreaterThan(300);
  expect(all.every(({ tenderCheck }) => tenderCheck === 1)).toBe(true);
  expect(JSON.stringify(all)).not.toContain("liability");
});

test("a frame works on a page whose policy allows frames and nothing else", async ({ page, baseURL }) => {
  const address = new URL("frames-only.html", baseURL).href;
  const headers = { "content-type": "text/html", "content-security-policy": "default-src 'none'; frame-src 'self'" };
  const body = '<!doctype html><html lang="en"><title>Council</title><iframe title="Tender Check" src="embed.html"></iframe>';
  await page.route(address, (route) => route.fulfill({ headers, body }));
  await page.goto(address);
  const frame = page.frameLocator("iframe");
  await frame.locator("input[type=file]").first().setInputFiles(DEMAND);
  await expect(frame.getByRole("heading", { level: 1 })).toContainText("No barriers found");
});

test("the page around a frame gets the report when it asks and the reader agrees", async ({ page, baseURL }) => {
  const told = await host(page, baseURL);
  const frame = page.frameLocator("iframe");
  const ask = (): Promise<void> =>
    page.evaluate(() => document.querySelector("iframe")?.contentWindow?.postMessage({ tenderCheck: 1, ask: "report" }, "*"));
  const last = async (): Promise<string | undefined> => (await told()).findLast(({ event }) => event !== "height")?.event;
  await expect.poll(last).toBe("ready");
  // There is none yet, so nobody is asked.
  await ask();
  await expect.poll(last).toBe("refused");
  await frame.locator("input[type=file]").first().setInputFiles(DEMAND);
  await expect.poll(last).toBe("counts");
  await ask();
  await expect(frame.getByRole("dialog")).toContainText("have your report?");
  await frame.getByRole("button", { name: "Keep it here" }).click();
  await expect.poll(last).toBe("refused");
  await ask();
  await frame.getByRole("button", { name: "Give it the report" }).click();
  await expect.poll(last).toBe("report");
  expect((await told()).at(-1)?.report?.facts).toHaveLength(1);
});

test("an administrator is told that only the page’s own thread does the work", async ({ page, baseURL }) => {
  await page.route("**/verify.html", async (route) => {
    const response = await route.fetch();
    const policy = (response.headers()["content-security-policy"] ?? "").replace("worker-src 'self'", "worker-src 'none'");
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  await page.goto(new URL("verify.html", baseURL).href);
  const worker = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "in a worker" }) });
  await expect(worker).toContainText("on the page’s own thread");
  await expect(worker).toContainText("Content-Security-Policy: worker-src 'self'");
});

test("the example of a frame fits itself to what it shows", async ({ page, baseURL }) => {
  const [, example = ""] = /```html\n(<!-- frame\.html -->[^]*?)```/.exec(readFileSync(file("docs/embedding.md"), "utf8")) ?? [];
  const body = `<!doctype html><html lang="en"><title>Host</title>${example.replaceAll("https://check.example.org", new URL(".", baseURL).origin)}`;
  await page.route("**/host.html", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto(new URL("host.html", baseURL).href);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("heading", { level: 1 })).toBeVisible();
  await expect.poll(() => page.locator("iframe").evaluate((frame) => frame.clientHeight)).toBeGreaterThan(400);
});

test("an administrator sees which ways of embedding work here", async ({ page, baseURL }) => {
  await page.goto(new URL("verify.html", baseURL).href);
  const way = (name: string) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });
  await expect(way("Reading and judging in a worker")).toContainText("works");
  await expect(way("As an element on a page of this site")).toContainText("works");
  // This server lets no other site show its pages.
  await expect(way("As a frame on other sites")).toContainText("frame-ancestors 'self' https://www.example.org");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

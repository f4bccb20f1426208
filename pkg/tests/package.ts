import type { JSHandle, Page } from "@playwright/test";
import type * as TenderCheck from "tender-check";

type Package = JSHandle<typeof TenderCheck>;

/** The package, loaded in a page of its own, and the paths that were asked for since. */
export async function load(page: Page): Promise<{ tender: Package; paths: string[] }> {
  await page.goto("tests/blank.html");
  const paths: string[] = [];
  page.on("request", (request) => paths.push(new URL(request.url()).pathname));
  const tender = await page.evaluateHandle(async (path) => (await import(path)) as typeof TenderCheck, "/dist/index.js");
  return { tender, paths };
}

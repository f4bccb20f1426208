// The package as somebody has it who installs it in an empty project, and a server and a browser to try it with.

import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { chromium } from "@playwright/test";

export const run = promisify(execFile);
export const root = fileURLToPath(new URL("../../", import.meta.url));
export const DEMAND = "Public liability insurance of £10m is required.";
const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".txt": "text/plain",
};

/** Packs and installs the package before the tests of a file, and gives what they need of it. */
export function installed() {
  const given = { project: "", browser: undefined };
  before(async () => {
    given.project = await mkdtemp(join(tmpdir(), "tender-check-"));
    const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", given.project], { cwd: join(root, "pkg") });
    const [{ filename }] = JSON.parse(stdout);
    await writeFile(join(given.project, "package.json"), JSON.stringify({ type: "module", private: true }));
    await run("npm", ["install", "--offline", "--no-audit", "--no-fund", filename], { cwd: given.project });
    given.browser = await chromium.launch({
      ...(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {}),
      args: ["--no-sandbox", "--disable-gpu"],
    });
  });
  after(async () => {
    await given.browser?.close();
    await rm(given.project, { recursive: true, force: true });
  });
  return given;
}

/** Serves a folder, each file with the headers that it is given, and gives its address. */
export async function serve(folder, headers = () => ({})) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://a").pathname);
    try {
      const body = await readFile(join(folder, path));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/plain", ...headers(path) }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** A page of a folder, opened; `use` is given its tab. */
export async function opened({ browser }, folder, page, headers, use) {
  const site = await serve(folder, headers);
  const tab = await browser.newPage();
  try {
    await tab.goto(site.address + page);
    return await use(tab);
  } finally {
    await tab.close();
    site.close();
  }
}

/** What a page says in its title of the check that it makes. */
export function outcome(given, folder, page, headers) {
  return opened(given, folder, page, headers, async (tab) => {
    await tab.waitForFunction(() => document.title !== "");
    return tab.title();
  });
}

/** A folder with the package as it lies and files beside it. */
export async function beside({ project }, name, files) {
  const folder = join(project, name);
  await cp(join(project, "node_modules/tender-check/dist"), join(folder, "tender-check"), { recursive: true });
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
  return folder;
}

/** A page that only has a script. */
export function pageOf(script) {
  return { "index.html": `<!doctype html><title></title><script type="module" src="./main.js"></script>`, "main.js": script };
}

/** A page's policy. A worker is under that of its own file: it alone has to compile wasm. */
export const WORKERS = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
export const under = (policy, workers = WORKERS) => (path) => ({
  "content-security-policy": path.includes("/worker/") ? workers : policy,
});

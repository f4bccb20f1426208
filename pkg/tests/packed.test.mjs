// What is published, as somebody has it who installs it in an empty project: in Node, bundled by Vite, and as it lies.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, relative } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";

import { chromium } from "@playwright/test";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".txt": "text/plain" };
const DEMAND = "Public liability insurance of £10m is required.";

let project;
let browser;

before(async () => {
  project = await mkdtemp(join(tmpdir(), "tender-check-"));
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", project], { cwd: join(root, "pkg") });
  const [{ filename }] = JSON.parse(stdout);
  await writeFile(join(project, "package.json"), JSON.stringify({ type: "module", private: true }));
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", filename], { cwd: project });
  browser = await chromium.launch({
    ...(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {}),
    args: ["--no-sandbox", "--disable-gpu"],
  });
});

after(async () => {
  await browser?.close();
  await rm(project, { recursive: true, force: true });
});

/** Serves a folder, each file with the headers that it is given, and gives its address. */
async function serve(folder, headers) {
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

/** What a page says of the check that it makes. */
async function outcome(folder, page, headers) {
  const site = await serve(folder, headers);
  const tab = await browser.newPage();
  try {
    await tab.goto(site.address + page);
    await tab.waitForFunction(() => document.title !== "");
    return await tab.title();
  } finally {
    await tab.close();
    site.close();
  }
}

const SCRIPT = `
  const report = await createChecker(OPTIONS).check("${DEMAND}");
  document.title = report.facts.map((fact) => fact.kind + " " + fact.value).join();
`;
const FOUND = "insurance.public_liability 10000000";

test("nothing is published but what is built, its schemas and its licence", async () => {
  const names = await readdir(join(project, "node_modules/tender-check"));
  assert.deepEqual(names.sort(), ["assessment.schema.json", "custom-elements.json", "dist", "package.json", "schema.json"]);
});

test("the hash of each file that is published is in its list", async () => {
  const dist = join(project, "node_modules/tender-check/dist");
  const list = JSON.parse(await readFile(join(dist, "integrity.json"), "utf8"));
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => relative(dist, join(entry.parentPath, entry.name)));
  assert.deepEqual(Object.keys(list), paths.filter((path) => path !== "integrity.json").sort());
  for (const [path, hash] of Object.entries(list)) {
    const digest = createHash("sha384").update(await readFile(join(dist, path))).digest("base64");
    assert.equal(hash, `sha384-${digest}`, path);
  }
});

test("it runs in Node", async () => {
  const script = `
    import { createChecker } from "tender-check/node";
    const { facts } = await createChecker().check("${DEMAND}");
    console.log(facts.map((fact) => fact.kind + " " + fact.value).join());
  `;
  await writeFile(join(project, "run.js"), script);
  assert.equal((await run(process.execPath, ["run.js"], { cwd: project })).stdout.trim(), FOUND);
});

test("Vite finds its workers, its wasm and its messages", async () => {
  const page = `<!doctype html><title></title><script type="module" src="./main.js"></script>`;
  await writeFile(join(project, "index.html"), page);
  await writeFile(join(project, "main.js"), `import { createChecker } from "tender-check";${SCRIPT.replace("OPTIONS", "")}`);
  await writeFile(join(project, "vite.config.js"), `export default { worker: { format: "es" }, build: { target: "es2022" } };`);
  await run(join(root, "node_modules/.bin/vite"), ["build", "--logLevel", "error"], { cwd: project });
  assert.equal(await outcome(join(project, "dist"), "index.html", () => ({})), FOUND);
});

/** The package as it lies beside a page with a script, whose folder it gives. */
async function plain(name, script) {
  const folder = join(project, name);
  await cp(join(project, "node_modules/tender-check/dist"), join(folder, "tender-check"), { recursive: true });
  await writeFile(join(folder, "index.html"), `<!doctype html><title></title><script type="module" src="./main.js"></script>`);
  await writeFile(join(folder, "main.js"), `import { createChecker } from "./tender-check/index.js";${script}`);
  return folder;
}

/** A page's policy. A worker is under that of its own file: it alone has to compile wasm. */
const under = (policy) => (path) => ({
  "content-security-policy": path.includes("/worker/") ? "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'" : policy,
});

test("it runs as it lies, under a policy that allows the page nothing but its own files", async () => {
  const folder = await plain("strict", SCRIPT.replace("OPTIONS", ""));
  assert.equal(await outcome(folder, "index.html", under("default-src 'self'")), FOUND);
});

test("it runs where the page requires trusted types", async () => {
  const trusted = `
    const policy = trustedTypes.createPolicy("council", { createScriptURL: (url) => url });
    const workerUrl = (module) => policy.createScriptURL(new URL("tender-check/worker/" + module + ".js", import.meta.url).href);
  `;
  const folder = await plain("trusted", trusted + SCRIPT.replace("OPTIONS", "{ workerUrl }"));
  const policy = "default-src 'self'; require-trusted-types-for 'script'; trusted-types council";
  assert.equal(await outcome(folder, "index.html", under(policy)), FOUND);
});

test("where the worker's file may not compile wasm, it says which header to change", async () => {
  const script = `
    const error = await createChecker().check("Lot 1").catch((error) => error);
    document.title = error.reason + ": " + error.message;
  `;
  const folder = await plain("closed", script);
  const said = await outcome(folder, "index.html", () => ({ "content-security-policy": "default-src 'self'" }));
  assert.match(said, /^load: .*script-src 'self' 'wasm-unsafe-eval'/u);
});

/** A page with two elements, which says what the first reports and what became of the page itself. */
const ELEMENTS = `
  const [first, second] = ["drafting", "bidding"].map((desk) => {
    const element = document.createElement("tender-check");
    element.desk = desk;
    return element;
  });
  const before = location.href + getComputedStyle(document.body).font;
  first.nation = "wales";
  first.addEventListener("tender-check-report", ({ detail }) => {
    const { facts, circumstances } = detail.report;
    const same = location.href + getComputedStyle(document.body).font === before;
    const said = [facts.map((fact) => fact.kind + " " + fact.value), circumstances.nation.value, typeof second.report, same];
    document.title = said.join(" ");
  });
  document.body.append(first, second);
  await first.open([new File(["${DEMAND}"], "demand.txt")]);
`;

for (const [name, policy, start] of [
  ["without a policy", undefined, ""],
  ["under a policy that allows nothing but the site's own files", "default-src 'self'", ""],
  [
    "under trusted types",
    "default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html council",
    `
      const policy = trustedTypes.createPolicy("council", { createScriptURL: (url) => url });
      const workerUrl = (module) => policy.createScriptURL(new URL("tender-check/worker/" + module + ".js", import.meta.url).href);
      TenderCheckElement.options = { workerUrl };
    `,
  ],
]) {
  test(`two elements on a page ${name}`, async () => {
    const folder = await plain(`elements-${name.length}`, start + ELEMENTS);
    const script = await readFile(join(folder, "main.js"), "utf8");
    await writeFile(join(folder, "main.js"), `import { TenderCheckElement } from "./tender-check/element/element.js";${script}`);
    const said = await outcome(folder, "index.html", policy ? under(policy) : () => ({}));
    assert.equal(said, `${FOUND} wales undefined true`);
  });
}

test("the element weighs no more than is promised", async () => {
  const folder = join(project, "node_modules/tender-check/dist/element");
  const read = async (name) => gzipSync(await readFile(join(folder, name))).length;
  const loaded = new Set();
  // What it imports at once; what is imported later stands in a call.
  const load = async (name) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    const text = await readFile(join(folder, name), "utf8");
    for (const [, next] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/gu)) await load(next);
  };
  await load("element.js");
  const sizes = await Promise.all([...loaded].map(read));
  const sum = sizes.reduce((all, size) => all + size, 0);
  assert.ok(loaded.size > 1 && sum <= 60_000, `${sum} bytes after gzip in ${[...loaded].join(", ")}`);
});

test("what is written of the element's attributes is so", async () => {
  const manifest = JSON.parse(await readFile(join(project, "node_modules/tender-check/custom-elements.json"), "utf8"));
  const script = `
    import { TenderCheckElement } from "./tender-check/element/element-class.js";
    document.title = TenderCheckElement.observedAttributes.sort().join();
  `;
  const said = await outcome(await plain("attributes", script), "index.html", () => ({}));
  assert.equal(said, manifest.modules[0].declarations[0].attributes.map(({ name }) => name).sort().join());
});

test("the example server checks what is sent to it, and refuses what is too much", async () => {
  await cp(join(root, "examples/node/server.mjs"), join(project, "server.mjs"));
  const server = spawn(process.execPath, ["server.mjs"], { cwd: project, env: { ...process.env, PORT: "0" } });
  try {
    const [line] = await once(server.stdout, "data");
    const address = String(line).trim();
    const post = (body) => fetch(`${address}?name=a.txt`, { method: "POST", body });
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(DEMAND)));
    const reports = await Promise.all(answers.map((answer) => answer.json()));
    assert.deepEqual(reports.map(({ facts }) => facts.length), [1, 1, 1, 1, 1]);
    assert.equal(reports[0].documents[0].name, "a.txt");
    assert.equal((await fetch(address)).status, 405);
    assert.equal((await post(new Uint8Array(51 << 20))).status, 413);
  } finally {
    server.kill();
  }
});

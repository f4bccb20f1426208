// What is published, as somebody has it who installs it in an empty project: in Node, bundled by Vite, and what it weighs.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { DEMAND, beside, installed, outcome, pageOf, root, run } from "./installed.mjs";

const given = installed();

const SCRIPT = `
  const report = await createChecker(OPTIONS).check("${DEMAND}");
  document.title = report.facts.map((fact) => fact.kind + " " + fact.value).join();
`;
const FOUND = "insurance.public_liability 10000000";

test("nothing is published but what is built, its schemas and its licence", async () => {
  const names = await readdir(join(given.project, "node_modules/tender-check"));
  assert.deepEqual(names.sort(), ["assessment.schema.json", "custom-elements.json", "dist", "package.json", "schema.json"]);
});

test("the hash of each file that is published is in its list", async () => {
  const dist = join(given.project, "node_modules/tender-check/dist");
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
  await writeFile(join(given.project, "run.js"), script);
  assert.equal((await run(process.execPath, ["run.js"], { cwd: given.project })).stdout.trim(), FOUND);
});

test("Vite finds its workers, its wasm and its messages", async () => {
  const page = `<!doctype html><title></title><script type="module" src="./main.js"></script>`;
  await writeFile(join(given.project, "index.html"), page);
  await writeFile(join(given.project, "main.js"), `import { createChecker } from "tender-check";${SCRIPT.replace("OPTIONS", "")}`);
  await writeFile(join(given.project, "vite.config.js"), `export default { worker: { format: "es" }, build: { target: "es2022" } };`);
  await run(join(root, "node_modules/.bin/vite"), ["build", "--logLevel", "error"], { cwd: given.project });
  assert.equal(await outcome(given, join(given.project, "dist"), "index.html", () => ({})), FOUND);
});

test("the element weighs no more than is promised", async () => {
  const folder = join(given.project, "node_modules/tender-check/dist/element");
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
  const manifest = JSON.parse(await readFile(join(given.project, "node_modules/tender-check/custom-elements.json"), "utf8"));
  const script = `
    import { TenderCheckElement } from "./tender-check/element/element-class.js";
    document.title = TenderCheckElement.observedAttributes.sort().join();
  `;
  const said = await outcome(given, await beside(given, "attributes", pageOf(script)), "index.html");
  assert.equal(said, manifest.modules[0].declarations[0].attributes.map(({ name }) => name).sort().join());
});


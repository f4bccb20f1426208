// The examples of docs/embedding.md, taken from there and run as they stand, and the example of a server.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";

import { DEMAND, beside, installed, opened, outcome, root, run, serve, under } from "./installed.mjs";

const given = installed();

const page = await readFile(join(root, "docs/embedding.md"), "utf8");

/** The example of the page that begins with this name. */
function example(name) {
  const blocks = [...page.matchAll(/^```\w+\n([\s\S]*?)^```$/gmu)].map(([, block]) => block);
  const found = blocks.filter((block) => block.startsWith(name) || block.split("\n", 2).some((line) => /^(?:<!--|#|\/\/) /u.test(line) && line.includes(name)));
  assert.equal(found.length, 1, `examples that begin with ${name}`);
  return found[0];
}

/** The first group of what is found in an example. */
function part(text, pattern) {
  const [, part] = pattern.exec(text) ?? assert.fail(`${pattern} is not in the example`);
  return part;
}

const DOCTYPE = "<!doctype html><html lang='en'><title></title>";
/** Policies that make the examples' own inline scripts and styles run, as a page's hashes or nonces would. */
const POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'";

/** The output of an example, once it says something. */
async function said(tab) {
  await tab.waitForFunction(() => document.querySelector("output").value !== "");
  return tab.locator("output").textContent();
}

const NOTICE = {
  ocid: "ocds-1",
  tag: ["tender"],
  tender: { title: "Lunch club", description: DEMAND, value: { amount: 40_000, currency: "GBP" } },
};

test("the element opens a notice of the site and shows the site's own words", async () => {
  const folder = await beside(given, "element", { "index.html": DOCTYPE + example("element.html") });
  const path = part(example("element.html"), /source="([^"]+)"/u);
  await mkdir(join(folder, dirname(path)), { recursive: true });
  await writeFile(join(folder, path), JSON.stringify(NOTICE));
  await opened(given, folder, "index.html", under("default-src 'self'"), async (tab) => {
    const element = tab.locator("tender-check");
    await element.getByRole("heading", { level: 1 }).filter({ hasText: "Should we bid" }).or(element.locator("tc-bidding")).first().waitFor();
    assert.ok(await element.getByText("Ask the procurement team").isVisible());
    assert.equal(await element.evaluate(({ report }) => report.circumstances.nation.value), "wales");
  });
});

test("the element takes a site's colours and tells what it found", async () => {
  const folder = await beside(given, "theme", { "index.html": DOCTYPE + example("theme.html") });
  await opened(given, folder, "index.html", under(POLICY), async (tab) => {
    await tab.locator("tender-check input[type=file]").first().setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from(DEMAND) });
    assert.match(await said(tab), /^\d+ findings$/u);
    const border = await tab.locator("tender-check tc-app").evaluate((app) => getComputedStyle(app).borderTopColor);
    assert.equal(border, "rgb(0, 90, 48)");
  });
});

for (const name of ["script.html", "files.html"]) {
  test(`the client of ${name} checks`, async () => {
    const folder = await beside(given, name, { "index.html": DOCTYPE + example(name) });
    assert.match(await opened(given, folder, "index.html", under(POLICY), said), /Public liability/u);
  });
}

test("the script tag alone makes an element of the page work", async () => {
  const tag = part(example("script.html"), /^(<script src.*)$/mu);
  const folder = await beside(given, "tag", { "index.html": `${DOCTYPE}${tag}<tender-check></tender-check>` });
  await opened(given, folder, "index.html", under("default-src 'self'"), async (tab) => {
    await tab.locator("tender-check").getByRole("heading", { level: 1 }).waitFor();
    const same = await tab.evaluate(async () => (await TenderCheck.element()) === customElements.get("tender-check"));
    assert.ok(same);
  });
});

test("the script of another site works on the page's own thread", async () => {
  const folder = await beside(given, "other", {});
  const other = await serve(folder, () => ({ "access-control-allow-origin": "*" }));
  try {
    const html = example("script.html").replace('src="/', `src="${other.address}`);
    const own = await beside(given, "own", { "index.html": DOCTYPE + html.replace("TenderCheck.createChecker()", "(window.made = $&)") });
    await opened(given, own, "index.html", undefined, async (tab) => {
      assert.match(await said(tab), /Public liability/u);
      assert.equal(await tab.evaluate(() => window.made.thread), "page");
    });
  } finally {
    other.close();
  }
});

test("the script of a bundler checks what is chosen", async () => {
  const html = `${DOCTYPE}<input type="file"><output></output><script type="module" src="./main.js"></script>`;
  await writeFile(join(given.project, "index.html"), html);
  await writeFile(join(given.project, "main.js"), example("main.js"));
  await writeFile(join(given.project, "vite.config.js"), `export default { ${["worker", "build"].map((key) => part(page, new RegExp(`\`(${key}: \\{.*?\\})\``, "u"))).join(", ")} };`);
  await run(join(root, "node_modules/.bin/vite"), ["build", "--logLevel", "error"], { cwd: given.project });
  await opened(given, join(given.project, "dist"), "index.html", undefined, async (tab) => {
    await tab.locator("input").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from(DEMAND) });
    assert.match(await said(tab), /^\d+ findings$/u);
  });
});

test("the workers' addresses are given by a policy for trusted types", async () => {
  const script = `import { createChecker } from "/tender-check/index.js";
    ${example("trusted.js")}
    document.title = (await checker.check("${DEMAND}")).facts[0].kind + " " + checker.thread;`;
  const folder = await beside(given, "trusted", { "index.html": `${DOCTYPE}<script type="module" src="./main.js"></script>`, "main.js": script });
  const policy = "default-src 'self'; require-trusted-types-for 'script'; trusted-types council";
  assert.equal(await outcome(given, folder, "index.html", under(policy)), "insurance.public_liability worker");
});

test("what the examples for Drupal and WordPress put into a page is the element", async () => {
  const library = example("tender_check.libraries.yml");
  const block = example("TenderCheckBlock.php");
  const attributes = [...part(block, /'#attributes' => \[(.*)\]/u).matchAll(/'(\w+)' => '(\w+)'/gu)].map(([, name, value]) => ` ${name}="${value}"`);
  const plugin = example("<?php\n/**");
  const drupal = {
    // Drupal's own folder for what others wrote.
    script: part(library, /^ +\/libraries(\/[^:]+):\n +attributes: \{ type: module \}/mu),
    element: `<${part(block, /'#tag' => '([^']+)'/u)}${attributes.join("")}></tender-check>`,
  };
  const wordpress = {
    script: `/${part(plugin, /wp_enqueue_script_module\( '[^']+', plugins_url\( '([^']+)'/u)}`,
    element: part(plugin, /sprintf\( '([^']+)'/u).replace("%s", "bidding").replace("%s", ""),
  };
  for (const [name, { script, element }] of Object.entries({ drupal, wordpress })) {
    const html = `${DOCTYPE}<script type="module" src="${script}"></script>${element}`;
    const folder = await beside(given, name, { "index.html": html });
    await opened(given, folder, "index.html", under("default-src 'self'"), async (tab) => {
      await tab.locator("tender-check").getByRole("heading", { level: 1 }).waitFor();
      assert.equal(await tab.locator("tender-check").evaluate(({ desk }) => desk), "bidding");
    });
  }
});

test("the example server checks what is sent to it, and refuses what is too much", async () => {
  await cp(join(root, "examples/node/server.mjs"), join(given.project, "server.mjs"));
  const server = spawn(process.execPath, ["server.mjs"], { cwd: given.project, env: { ...process.env, PORT: "0" } });
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

// The package as it lies beside a page, under the policies of sites.

import assert from "node:assert/strict";
import { test } from "node:test";

import { DEMAND, beside, installed, opened, outcome, pageOf, under } from "./installed.mjs";

const given = installed();

const IMPORT = `import { createChecker } from "./tender-check/index.js";`;
const SCRIPT = `
  const report = await createChecker(OPTIONS).check("${DEMAND}");
  document.title = report.facts.map((fact) => fact.kind + " " + fact.value).join();
`;
const FOUND = "insurance.public_liability 10000000";

test("it runs as it lies, under a policy that allows the page nothing but its own files", async () => {
  const folder = await beside(given, "strict", pageOf(IMPORT + SCRIPT.replace("OPTIONS", "")));
  assert.equal(await outcome(given, folder, "index.html", under("default-src 'self'")), FOUND);
});

test("it runs where the page requires trusted types", async () => {
  const trusted = `
    const policy = trustedTypes.createPolicy("council", { createScriptURL: (url) => url });
    const workerUrl = (module) => policy.createScriptURL(new URL("tender-check/worker/" + module + ".js", import.meta.url).href);
  `;
  const folder = await beside(given, "trusted", pageOf(IMPORT + trusted + SCRIPT.replace("OPTIONS", "{ workerUrl }")));
  const policy = "default-src 'self'; require-trusted-types-for 'script'; trusted-types council";
  assert.equal(await outcome(given, folder, "index.html", under(policy)), FOUND);
});

test("where a page may start no worker, its own thread does the work, in slices", async () => {
  const script = `
    const checker = createChecker();
    let drawn = 0;
    const draw = () => requestAnimationFrame(() => { drawn += 1; draw(); });
    draw();
    const files = Array.from({ length: 8 }, (_, n) => new File(["${DEMAND}"], n + ".txt"));
    const report = await checker.check(files);
    const slices = drawn > 3 ? "drawn meanwhile" : "drawn " + drawn + " times";
    const shaped = (await checker.shape(report, "markdown")).startsWith("# ");
    document.title = [report.coverage.files.length, report.facts[0].value, shaped, checker.thread, slices].join();
  `;
  const folder = await beside(given, "unemployed", pageOf(IMPORT + script));
  const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'";
  assert.equal(await outcome(given, folder, "index.html", under(policy)), "8,10000000,true,page,drawn meanwhile");
});

test("where only the page may compile wasm, it does, and the workers are not asked again", async () => {
  const script = "const checker = createChecker();" + SCRIPT.replace("createChecker(OPTIONS)", "checker") + "document.title += checker.thread;";
  const folder = await beside(given, "idle", pageOf(IMPORT + script));
  const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
  assert.equal(await outcome(given, folder, "index.html", under(policy, "default-src 'self'")), `${FOUND}page`);
});

for (const [name, policy, workers, said] of [
  ["no worker and no wasm", "default-src 'self'; worker-src 'none'", undefined, /worker-src 'self'.*script-src 'self' 'wasm-unsafe-eval'/u],
  ["workers without wasm", "default-src 'self'", "default-src 'self'", /files in worker\/ .*script-src 'self' 'wasm-unsafe-eval'/u],
]) {
  test(`where the policies allow ${name}, it says which headers to change`, async () => {
    const script = `
      const error = await createChecker().check("Lot 1").catch((error) => error);
      document.title = error.name + " " + error.reason + ": " + error.message;
    `;
    const folder = await beside(given, "closed", pageOf(IMPORT + script));
    const message = await outcome(given, folder, "index.html", under(policy, workers));
    assert.match(message, /^CheckerError load: /u);
    assert.match(message, said);
  });
}

test("a module that breaks down on the page's own thread is made afresh", async () => {
  const script = `
    import { PagePort } from "./tender-check/page.js";
    import { WorkerChecker } from "./tender-check/checker.js";
    const load = async (module) => {
      const part = await import("./tender-check/answer/" + module + ".js");
      const answerer = () => {
        const answer = part.answerer();
        return (call, tell) => {
          if (call.name === "trap.txt") throw new WebAssembly.RuntimeError("unreachable");
          return answer(call, tell);
        };
      };
      return { answerer, reset: part.reset };
    };
    const parts = {};
    const create = (module) => new PagePort((parts[module] ??= load(module)));
    const checker = new WorkerChecker({}, [{ thread: "page", create }]);
    await checker.check(["a.txt", "trap.txt", "b.txt"].map((name) => new File(["${DEMAND}"], name)));
    const said = checker.documents.map(({ blocks, unread = [] }) => [blocks.length, ...unread.map(({ why }) => why)].join(" "));
    document.title = said.join();
  `;
  const folder = await beside(given, "broken", pageOf(script));
  assert.equal(await outcome(given, folder, "index.html"), "1,0 damaged,1");
});

for (const [name, page] of [
  ["its attribute", `<html lang="en"><title></title><tender-check language="cy"></tender-check>`],
  ["the page around it", `<html lang="cy"><title></title><tender-check></tender-check>`],
]) {
  test(`the element speaks the language of ${name}`, async () => {
    const files = { "index.html": `<!doctype html>${page}<script type="module" src="./tender-check/element/element.js"></script>` };
    const folder = await beside(given, "welsh", files);
    await opened(given, folder, "index.html", under("default-src 'self'"), async (tab) => {
      await tab.getByRole("heading", { level: 1 }).filter({ hasText: "mentrau cymdeithasol bach" }).waitFor();
      assert.equal(await tab.locator("tender-check tc-app").getAttribute("lang"), "cy");
    });
  });
}

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

const FOR_WASM = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'";
const TRUSTED = `
  const policy = trustedTypes.createPolicy("council", { createScriptURL: (url) => url });
  const workerUrl = (module) => policy.createScriptURL(new URL("tender-check/worker/" + module + ".js", import.meta.url).href);
  TenderCheckElement.options = { workerUrl };
`;

for (const [name, policy, start] of [
  ["without a policy", undefined, ""],
  ["under a policy that allows nothing but the site's own files", "default-src 'self'", ""],
  ["where the page may start no worker", FOR_WASM, ""],
  ["under trusted types", "default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html council", TRUSTED],
]) {
  test(`two elements on a page ${name}`, async () => {
    const script = `import { TenderCheckElement } from "./tender-check/element/element.js";${start}${ELEMENTS}`;
    const folder = await beside(given, `elements-${name.length}`, pageOf(script));
    const said = await outcome(given, folder, "index.html", policy ? under(policy) : undefined);
    assert.equal(said, `${FOUND} wales undefined true`);
  });
}

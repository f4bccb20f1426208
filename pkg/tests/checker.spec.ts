import { readFileSync } from "node:fs";

import { expect, test } from "@playwright/test";
import type * as TenderCheck from "tender-check";

import { load } from "./package.js";

test("text is checked, and nothing is loaded that text does not need", async ({ page }) => {
  const { tender, paths } = await load(page);
  const { report, documents } = await tender.evaluate(async ({ createChecker }) => {
    const checker = createChecker();
    const report = await checker.check("1. Insurance\n\nPublic liability insurance of £5m is required.");
    return { report, documents: checker.documents };
  });
  expect(report.schema).toBe("tender-check/report/1");
  expect(report.coverage.files).toHaveLength(1);
  expect(documents[0]?.blocks.map((block) => block.text).join("\n")).toContain("insurance of £5m is required");
  expect(paths).toContain("/dist/wasm/core_bg.wasm");
  expect(paths).toContain("/dist/wasm/text_bg.wasm");
  expect(paths.filter((path) => path.startsWith("/dist/messages/"))).toEqual(["/dist/messages/en.txt"]);
  expect(report.findings.map((finding) => finding.title).join()).toContain("Public liability");
  expect(paths.filter((path) => /bid|office|pdf|export/.test(path))).toEqual([]);
});

test("a report is put into shapes and opened again, by a module that is loaded for it", async ({ page }) => {
  const { tender, paths } = await load(page);
  const { html, markdown, csv, same, refused } = await tender.evaluate(async ({ createChecker }) => {
    const checker = createChecker();
    const report = await checker.check("Public liability insurance of £5m is required.");
    const [html, markdown, csv] = await Promise.all(
      (["html", "markdown", "csv"] as const).map((shape) => checker.shape(report, shape)),
    );
    const json = JSON.stringify(report);
    const same = JSON.stringify(await checker.openReport(json)) === json;
    const refused = await checker.openReport('{"schema":"tender-check/report/9"}').catch((error: Error) => error.message);
    return { html, markdown, csv, same, refused };
  });
  expect(html).toContain("<!DOCTYPE html>");
  expect(markdown).toMatch(/^# /);
  expect(csv).toContain('"Weight","Theme"');
  expect(same).toBe(true);
  expect(refused).toBe("other_version");
  expect(paths).toContain("/dist/wasm/export_bg.wasm");
  expect(paths).toContain("/dist/messages/en.export.txt");
});

test("a report is held against an organisation, by a module that is loaded for it", async ({ page }) => {
  const { tender, paths } = await load(page);
  const { assessment, again, profile, refused, letter } = await tender.evaluate(async ({ createChecker }) => {
    const checker = createChecker();
    const report = await checker.check("Bidders must have a minimum annual turnover of £200,000.", { value: 60_000, months: 12 });
    const profile = await checker.profile({ name: "Meadow Works", legal_form: "CIC", turnover: { 2025: 90_000 } });
    const assessment = await checker.assess(report, profile, { today: "2026-03-01" });
    const again = await checker.assess(report, {});
    const refused = await checker.profile({ turn_over: 1, staff: "nine" }).catch((error: Error) => error.message);
    const letter = await checker.letter(assessment.questions.letter);
    return { assessment, again, profile, refused, letter: String.fromCharCode(...letter.slice(0, 2)) };
  });
  expect(assessment.schema).toBe("tender-check/assessment/1");
  expect(assessment.outcome.result).toBe("hard_to_bid");
  expect(assessment.demands.map(({ kind, state }) => `${kind} ${state}`)).toContain("finance.turnover_minimum not_met");
  expect(assessment.questions.letter).toContain("Meadow Works");
  expect(assessment.cash?.price).toBe(60_000);
  expect(again.demands.map(({ state }) => state)).toEqual(["open"]);
  expect(profile.legal_form).toBe("community_interest_company");
  expect(refused).toMatch(/Did you mean “turnover”\?\n“staff” is to be a number/);
  expect(letter).toBe("PK");
  expect(paths).toContain("/dist/wasm/bid_bg.wasm");
  expect(paths).toContain("/dist/messages/en.bid.txt");
});

test("the pack is judged again under other circumstances without being read again", async ({ page }) => {
  const { tender } = await load(page);
  const values = await tender.evaluate(async ({ createChecker }) => {
    const steps: string[] = [];
    const checker = createChecker();
    const onProgress = ({ step }: TenderCheck.Progress): unknown => steps.push(step);
    const first = await checker.check([{ name: "a.txt", text: "Grounds" }], { value: 90_000 }, { onProgress });
    const second = await checker.report({ value: 120_000 });
    return { values: [first, second].map((report) => report.circumstances.value), steps };
  });
  expect(values.values).toEqual([
    { value: 90_000, origin: "given" },
    { value: 120_000, origin: "given" },
  ]);
  expect(values.steps).toEqual(["reading", "read", "judging"]);
});

test("what was read is kept when the reading is stopped", async ({ page }) => {
  const { tender } = await load(page);
  const { documents, report } = await tender.evaluate(async ({ createChecker }) => {
    const checker = createChecker({ workerUrl: (module) => `/tests/worker/${module}.js` });
    const stop = new AbortController();
    const onProgress = ({ step }: TenderCheck.Progress): void => {
      if (step === "read") setTimeout(() => stop.abort());
    };
    const files = [
      { name: "one.txt", text: "Public liability insurance of £5m is required." },
      { name: "hang.txt", text: "Two" },
      { name: "three.txt", text: "Three" },
    ];
    const report = await checker.check(files, {}, { stop: stop.signal, onProgress });
    return { documents: checker.documents, report };
  });
  expect(documents.map((document) => document.unread?.[0]?.why)).toEqual([undefined, "stopped", "stopped"]);
  expect(report.facts.map((fact) => fact.kind)).toContain("insurance.public_liability");
  expect(report.coverage.files[2]?.problems[0]?.message).toContain("reading was stopped");
});

test("a check ends when it is told to, and the checker goes on", async ({ page }) => {
  const { tender } = await load(page);
  const [error, words] = await tender.evaluate(async ({ createChecker }) => {
    const checker = createChecker({ workerUrl: (module) => `/tests/worker/${module}.js` });
    const abort = new AbortController();
    const onProgress = ({ step }: TenderCheck.Progress): void => {
      if (step === "reading") setTimeout(() => abort.abort());
    };
    const options = { signal: abort.signal, onProgress };
    const error = await checker.check([{ name: "hang.txt", text: "One" }], {}, options).catch((e: unknown) => e);
    const report = await checker.check("One two three");
    return [(error as Error).name, report.documents[0]?.words] as const;
  });
  expect(error).toBe("AbortError");
  expect(words).toBe(3);
});

test("a new check ends the one before", async ({ page }) => {
  const { tender } = await load(page);
  const [first, second] = await tender.evaluate(async ({ createChecker }) => {
    const checker = createChecker({ workerUrl: (module) => `/tests/worker/${module}.js` });
    const first = checker.check([{ name: "hang.txt", text: "One" }]).catch((e: unknown) => (e as Error).name);
    const second = checker.check("One two three");
    return [await first, (await second).documents[0]?.words] as const;
  });
  expect(first).toBe("AbortError");
  expect(second).toBe(3);
});

test("settings and set-asides are checked, and judged with", async ({ page }) => {
  const { tender } = await load(page);
  const told = await tender.evaluate(async ({ createChecker }) => {
    const checker = createChecker();
    const off = { rules: { insurance: { "public-liability": { off: true } } } };
    const checked = await checker.settings(off);
    const wrong = (await checker.settings({ rules: { "insurance.pubic-liability": {} } }).catch((e: unknown) => e)) as Error;
    const nothing = (await checker.settings(undefined).catch((e: unknown) => e)) as Error;
    const demand = "Public liability insurance of £5m must be held.";
    const usual = await checker.check(demand, { value: 30_000, months: 12 });
    const key = usual.findings.find((finding) => finding.rule === "insurance.public-liability")?.key ?? "";
    const set_aside = await checker.setAsides({ "set-aside": [{ key, reason: "Agreed." }] });
    const aside = await checker.report({ value: 30_000, months: 12, set_aside });
    const own = await checker.report({ value: 30_000, months: 12, settings: { rules: { "insurance.public-liability": { off: true } } } });
    const misspelt = { rules: { "payment.slow": { offf: true } } } as TenderCheck.SettingsFile;
    const refused = (await checker.report({ settings: misspelt }).catch((e: unknown) => e)) as Error;
    const unmeant = [{ key }] as TenderCheck.SetAside[];
    const without = (await checker.report({ set_aside: unmeant }).catch((e: unknown) => e)) as Error;
    return { checked, wrong: wrong.message, nothing: nothing.message, aside, own, key, refused: refused.message, without: without.message };
  });
  expect(told.checked.rules).toEqual([{ rule: "insurance.public-liability", off: true }]);
  expect(told.wrong).toContain("Did you mean insurance.public-liability");
  expect(told.nothing).not.toBe("");
  expect(told.aside.findings.find(({ key }) => key === told.key)?.set_aside?.reason).toBe("Agreed.");
  expect(told.own.findings.map(({ rule }) => rule)).not.toContain("insurance.public-liability");
  expect(told.own.settings?.rules).toHaveLength(1);
  expect(told.refused).toContain("Did you mean “off”?");
  expect(told.without).toContain("`reason`");
});

test("what goes wrong is told in words and by a reason", async ({ page }) => {
  const { tender } = await load(page);
  const errors = await tender.evaluate(async ({ createChecker, CheckerError }) => {
    const told = async (promise: Promise<unknown>): Promise<string> => {
      const error: unknown = await promise.then(() => "nothing", (error: unknown) => error);
      return error instanceof CheckerError ? `${error.reason}: ${error.message}` : String(error);
    };
    const checker = createChecker();
    const early = await told(checker.report({}));
    await checker.check("Grounds");
    const wrong = await told(checker.report({ value: "much" } as unknown as TenderCheck.Given));
    const after = await told(checker.report({}));
    checker.close();
    const closed = await told(checker.report({}));
    const noWasm = await told(createChecker({ wasmUrl: () => "/nowhere.wasm" }).check("Grounds"));
    // From here on the core is on the page's own thread, and needs not be loaded there again.
    const silent = await told(createChecker({ messagesUrl: "/nowhere.txt" }).check("Grounds"));
    const astray = createChecker({ workerUrl: () => "/nowhere.js" });
    const lost = [await told(astray.check("Grounds")), astray.thread].join(" ");
    return { early, wrong, after, closed, lost, noWasm, silent };
  });
  expect(errors.early).toBe("usage: Nothing was checked yet");
  expect(errors.wrong).toBe("usage: `value` is not of its type");
  expect(errors.after).toBe("nothing");
  expect(errors.closed).toBe("closed: The checker was closed");
  expect(errors.lost).toBe("nothing page");
  expect(errors.silent).toMatch(/^load: The core module could not be loaded/);
  expect(errors.noWasm).toMatch(/^load: The core module could not be loaded/);
});

test("findings are written into Word files as comments, also into one that is in an archive", async ({ page }) => {
  const { tender } = await load(page);
  const docx = [...readFileSync("tests/packs/parish/docx/Invitation to tender.docx")];
  const zip = [...readFileSync("tests/packs/zipped.zip")];
  const outcome = await tender.evaluate(
    async ({ createChecker, CheckerError }, { docx, zip }) => {
      const checker = createChecker();
      await checker.check([
        { name: "invitation.docx", bytes: new Uint8Array(docx) },
        { name: "notes.md", text: "# Notes" },
        { name: "pack.zip", bytes: new Uint8Array(zip) },
      ]);
      const plain = await checker.comment(0);
      const changed = await checker.comment(0, { changes: true, author: "A. Buyer" });
      const inner = checker.documents.findIndex(({ format }, n) => n > 0 && format === "docx");
      const zipped = await checker.comment(inner);
      const refused = await checker.comment(1).catch((error: unknown) => {
        return error instanceof CheckerError ? `${error.reason} ${error.message}` : String(error);
      });
      const again = createChecker();
      await again.check([{ name: "copy.docx", bytes: plain.bytes }]);
      const text = (of: typeof checker, n: number): string => of.documents[n]?.blocks.map((b) => b.text).join("\n") ?? "";
      return {
        comments: [plain.comments, changed.comments, zipped.comments],
        changes: [plain.changes, changed.changes],
        same: text(again, 0) === text(checker, 0),
        words: text(again, 0).length,
        refused,
      };
    },
    { docx, zip },
  );
  expect(outcome.comments[0]).toBeGreaterThan(5);
  expect(outcome.comments[1]).toBe(outcome.comments[0]);
  expect(outcome.comments[2]).toBeGreaterThan(5);
  expect(outcome.changes[0]).toBe(0);
  expect(outcome.changes[1]).toBeGreaterThan(5);
  expect(outcome.same).toBe(true);
  expect(outcome.words).toBeGreaterThan(1000);
  expect(outcome.refused).toBe("word not_word");
});

test("findings are written into PDF files as notes, by a module that is loaded for it", async ({ page }) => {
  const { tender, paths } = await load(page);
  const pdf = [...readFileSync("tests/packs/parish/pdf/Invitation to tender.pdf")];
  const owner = [...readFileSync("src/read/pdf/tests/owner.pdf")];
  const outcome = await tender.evaluate(
    async ({ createChecker, CheckerError }, { pdf, owner }) => {
      const checker = createChecker();
      await checker.check([
        { name: "invitation.pdf", bytes: new Uint8Array(pdf) },
        { name: "owner.pdf", bytes: new Uint8Array(owner) },
      ]);
      const copy = await checker.comment(0, { author: "A. Buyer" });
      const refused = await checker.comment(1).catch((error: unknown) => {
        return error instanceof CheckerError ? `${error.reason} ${error.message}` : String(error);
      });
      const again = createChecker();
      await again.check([{ name: "copy.pdf", bytes: copy.bytes }]);
      return {
        comments: copy.comments,
        prefix: pdf.every((byte, at) => copy.bytes[at] === byte),
        same: JSON.stringify(again.documents[0]?.blocks) === JSON.stringify(checker.documents[0]?.blocks),
        added: new TextDecoder().decode(copy.bytes.slice(pdf.length)),
        refused,
      };
    },
    { pdf, owner },
  );
  expect(outcome.comments).toBeGreaterThan(5);
  expect(outcome.prefix).toBe(true);
  expect(outcome.same).toBe(true);
  expect(outcome.added.split("/T (A. Buyer)").length).toBeGreaterThan(5);
  expect(outcome.refused).toBe("pdf locked");
  expect(paths.filter((path) => path.endsWith("mark_bg.wasm"))).toHaveLength(1);
});

test("documents are added to the pack, taken out and put back where they stood", async ({ page }) => {
  const { tender } = await load(page);
  const { packs, read } = await tender.evaluate(async ({ createChecker }) => {
    const checker = createChecker();
    const packs: string[] = [];
    const read: string[] = [];
    const told = { onProgress: (step: TenderCheck.Progress) => step.step === "read" && read.push(step.name) };
    const judged = async (): Promise<void> => {
      const { documents } = await checker.report({});
      packs.push(documents.map(({ name }) => name).join(" "));
    };
    const file = (name: string): { name: string; text: string } => ({ name, text: "Lot 1: grounds" });
    await checker.check([file("a"), file("b"), file("c")], {}, told);
    await checker.add([file("d")], {}, told);
    await judged();
    const first = checker.remove(0);
    const second = checker.remove(0);
    await judged();
    first();
    first();
    second();
    await judged();
    await checker.check([file("e")], {}, told);
    second();
    await judged();
    return { packs, read };
  });
  expect(packs).toEqual(["a b c d", "c d", "a b c d", "e"]);
  expect(read).toEqual(["a", "b", "c", "d", "e"]);
});

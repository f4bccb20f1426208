import { readFileSync } from "node:fs";

import { expect, test, type JSHandle, type Page } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import type * as TenderCheck from "tender-check";

import { pdfInFont, pdfOf } from "./pdf.mjs";

/** A wasm module whose memory may grow by so many pages of 64 KiB. */
function withLittleMemory(wasm: Buffer, pages: number): Buffer {
  const read = (at: number): [value: number, next: number] => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return [value, at];
    }
  };
  const written = (value: number): number[] => (value < 0x80 ? [value] : [(value % 0x80) | 0x80, ...written(Math.floor(value / 0x80))]);
  const MEMORY = 5;
  for (let at = 8; at < wasm.length; ) {
    const [size, from] = read(at + 1);
    if (wasm[at] === MEMORY) {
      const [least] = read(from + 2);
      const section = [1, 1, ...written(least), ...written(least + pages)];
      return Buffer.concat([wasm.subarray(0, at), Buffer.from([MEMORY, ...written(section.length), ...section]), wasm.subarray(from + size)]);
    }
    at = from + size;
  }
  throw new Error("the module has no memory of its own");
}

type Package = JSHandle<typeof TenderCheck>;

/** The package, loaded in a page of its own, and the paths that were asked for since. */
async function load(page: Page): Promise<{ tender: Package; paths: string[] }> {
  await page.goto("tests/blank.html");
  const paths: string[] = [];
  page.on("request", (request) => paths.push(new URL(request.url()).pathname));
  const tender = await page.evaluateHandle(async (path) => (await import(path)) as typeof TenderCheck, "/dist/index.js");
  return { tender, paths };
}

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

test("files of several kinds are one pack, each read by its own module", async ({ page }) => {
  const { tender, paths } = await load(page);
  const documents = await tender.evaluate(async ({ createChecker }) => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    const checker = createChecker();
    await checker.check([
      { name: "notice.md", text: "# Notice" },
      { name: "terms.pdf", bytes: bytes("%PDF-1.7\n") },
      { name: "tender.docx", bytes: bytes("PK\u0003\u0004").buffer as ArrayBuffer },
      new File(["Lot 1: grounds"], "lots.txt"),
    ]);
    return checker.documents;
  });
  expect(documents.map(({ name, format }) => `${name} ${format}`)).toEqual([
    "notice.md markdown",
    "terms.pdf pdf",
    "tender.docx zip",
    "lots.txt text",
  ]);
  expect(documents.map((document) => document.unread?.length ?? 0)).toEqual([0, 1, 1, 0]);
  for (const module of ["core", "text", "office", "pdf"]) {
    expect(paths.filter((path) => path.endsWith(`${module}_bg.wasm`))).toHaveLength(1);
  }
});

test("a locked PDF in an archive is read with its password, and its places have boxes", async ({ page }) => {
  const { tender } = await load(page);
  const locked = new Uint8Array(readFileSync("src/read/pdf/tests/locked.pdf"));
  const zip = [...zipSync({ "notice.txt": strToU8("The contract is worth £40,000."), "terms.pdf": locked })];
  const outcome = await tender.evaluate(async ({ createChecker }, zip) => {
    const checker = createChecker();
    await checker.check([{ name: "pack.zip", bytes: new Uint8Array(zip) }]);
    const before = checker.documents.map(({ name, unread }) => [name, unread?.[0]?.why]);
    const wrong = await checker.unlock(1, "guess").catch((error: { reason: string }) => error.reason);
    const { document, report } = await checker.unlock(1, "meadow lane");
    return { before, wrong, words: document.blocks[0]?.text, box: report.facts.at(-1)?.where[0]?.box, own: document.blocks[0]?.box };
  }, zip);
  expect(outcome.before).toEqual([["notice.txt", undefined], ["terms.pdf", "locked"]]);
  expect(outcome.wrong).toBe("password");
  expect(outcome.words).toContain("£10,000,000");
  expect(outcome.box).toEqual(outcome.own);
  expect(outcome.box).toHaveLength(4);
});

test("the maps of Japanese fonts are fetched when a file names one, once, and no others", async ({ page }) => {
  const { tender, paths } = await load(page);
  const files = [pdfOf(1), pdfInFont("90ms-RKSJ-H", "Japan1", "93fc8e44"), pdfInFont("EUC-H", "Japan1", "c6febba5")];
  const texts = await tender.evaluate(
    async ({ createChecker }, files) => {
      const checker = createChecker();
      await checker.check(files.map((bytes, n) => ({ name: `${n}.pdf`, bytes: new Uint8Array(bytes) })));
      return checker.documents.slice(1).map(({ blocks, unread }) => [blocks[0]?.text, unread]);
    },
    files.map((file) => [...file]),
  );
  expect(texts).toEqual([["入札", undefined], ["入札", undefined]]);
  expect(paths.filter((path) => path.includes("/maps/"))).toEqual(["/dist/maps/Japan1.cmaps"]);
});

test("without the maps of its fonts the pages that could not be read are told", async ({ page }) => {
  await page.route("**/maps/*", (route) => route.abort());
  const { tender } = await load(page);
  const file = pdfInFont("90ms-RKSJ-H", "Japan1", "93fc8e44".repeat(10));
  const unread = await tender.evaluate(async ({ createChecker }, bytes) => {
    const checker = createChecker();
    await checker.check([{ name: "a.pdf", bytes: new Uint8Array(bytes) }]);
    return checker.documents[0]?.unread;
  }, [...file]);
  expect(unread).toEqual([{ why: "unmapped", pages: [1] }]);
});

test("a zip archive is opened into its documents, and what cannot be unpacked is said", async ({ page }) => {
  const { tender } = await load(page);
  const zip = [...readFileSync("tests/packs/zipped.zip")];
  const { names, steps, unread } = await tender.evaluate(async ({ createChecker }, zip) => {
    const steps: string[] = [];
    const checker = createChecker();
    await checker.check(
      [
        { name: "pack.zip", bytes: new Uint8Array(zip) },
        { name: "last.txt", text: "Lot 1: grounds" },
      ],
      {},
      { onProgress: (progress) => progress.step === "read" && steps.push(`${progress.file} of ${progress.files}`) },
    );
    const documents = checker.documents;
    return {
      names: documents.map(({ name, format }) => `${name} ${format}`),
      unread: documents.map((document) => document.unread?.[0]?.why ?? ""),
      steps: steps.sort(),
    };
  }, zip);
  expect(names).toEqual([
    "Invitation.docx docx",
    "pack.zip/Lot 1/Price.txt text",
    "pack.zip/Lot 2/Price.txt text",
    "Terms.pdf pdf",
    "pack.zip/Lot 1/Locked.txt zip",
    "last.txt text",
  ]);
  expect(unread).toEqual(["", "", "", "", "locked", ""]);
  expect(steps.map((step) => step.split(" ")[0])).toEqual(["0", "1", "2", "3", "4", "5"]);
});

test("an e-mail is its text and what is attached to it, packed files too", async ({ page }) => {
  const { tender } = await load(page);
  const zip = readFileSync("tests/packs/zipped.zip").toString("base64");
  const part = (head: string, body: string): string => `--b\r\n${head}\r\n\r\n${body}\r\n`;
  const attached = "Content-Type: application/octet-stream\r\nContent-Disposition: attachment";
  const mail =
    "From: Ann <ann@council.example>\r\nSubject: Grounds\r\nMIME-Version: 1.0\r\n" +
    "Content-Type: multipart/mixed; boundary=b\r\n\r\n" +
    part("Content-Type: text/plain", "See attached.") +
    part(`${attached}; filename=terms.txt`, "Lot 1: grounds") +
    part(`${attached}; filename=pack.zip\r\nContent-Transfer-Encoding: base64`, zip) +
    "--b--\r\n";
  const names = await tender.evaluate(async ({ createChecker }, text) => {
    const checker = createChecker();
    await checker.check([{ name: "mail.eml", text }]);
    return checker.documents.map(({ name, format }) => `${name} ${format}`);
  }, mail);
  expect(names.slice(0, 3)).toEqual(["mail.eml email", "terms.txt text", "Invitation.docx docx"]);
  expect(names).toHaveLength(7);
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

test("a file that hangs or breaks its reader is reported, and the others are read", async ({ page }) => {
  const { tender } = await load(page);
  const { documents, report } = await tender.evaluate(async ({ createChecker }) => {
    const pdf = new TextEncoder().encode("%PDF-1.7\n");
    const checker = createChecker({ workerUrl: (module) => `/tests/worker/${module}.js`, deadline: 1000 });
    const report = await checker.check([
      { name: "trap.pdf", bytes: pdf },
      { name: "hang.pdf", bytes: pdf },
      { name: "hang.txt", text: "One" },
      { name: "trap.txt", text: "Two" },
      { name: "good.txt", text: "Three" },
    ]);
    return { documents: checker.documents, report };
  });
  expect(documents.map((document) => document.unread?.[0]?.why)).toEqual([
    "damaged",
    "too_large",
    "too_large",
    "damaged",
    undefined,
  ]);
  expect(documents[0]?.unread?.[0]?.detail).toContain("a trap");
  expect(documents[4]?.blocks[0]?.text).toBe("Three");
  expect(report.coverage.files.map((file) => file.read)).toEqual(["none", "none", "none", "none", "whole"]);
});

test("a reader that runs out of memory starts afresh, and the other files are read", async ({ page }) => {
  test.slow();
  // The reader as it is shipped, with 4 MiB where it has hundreds.
  const loads: string[] = [];
  await page.route("**/office_bg.wasm", async (route) => {
    loads.push(route.request().url());
    const response = await route.fetch();
    await route.fulfill({ response, body: withLittleMemory(await response.body(), 64) });
  });
  const { tender } = await load(page);
  const line = (n: number): string => `${n}. The supplier holds public liability insurance of £${n}m.\n`;
  const terms = strToU8(Array.from({ length: 120_000 }, (_, n) => line(n >> 5)).join(""));
  const swelling = [...zipSync({ "Terms.txt": terms }, { level: 9 })];
  const word = [...readFileSync("tests/packs/parish/docx/Invitation to tender.docx")];
  const { documents, report } = await tender.evaluate(
    async ({ createChecker }, { swelling, word }) => {
      const checker = createChecker();
      const report = await checker.check([
        { name: "swelling.zip", bytes: new Uint8Array(swelling) },
        { name: "tender.docx", bytes: new Uint8Array(word) },
        { name: "notes.txt", text: "Three words here" },
      ]);
      return { documents: checker.documents, report };
    },
    { swelling, word },
  );
  expect(documents[0]?.unread?.[0]).toMatchObject({ why: "damaged", detail: expect.stringMatching(/unreachable|memory/) });
  expect(documents.map((document) => document.blocks.length > 0)).toEqual([false, true, true]);
  expect(report.coverage.files.map((file) => file.read)).toEqual(["none", "whole", "whole"]);
  expect(loads).toHaveLength(2);
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

test("pages are told while a long PDF is read", async ({ page }) => {
  test.slow();
  const { tender } = await load(page);
  const pdf = [...pdfOf(2_000)];
  const pages = await tender.evaluate(async ({ createChecker }, pdf) => {
    const pages: number[][] = [];
    const onProgress = (progress: TenderCheck.Progress): void => {
      if (progress.step === "page") pages.push([progress.page, progress.pages]);
    };
    await createChecker().check([{ name: "long.pdf", bytes: new Uint8Array(pdf) }], {}, { onProgress });
    return pages;
  }, pdf);
  expect(pages.length).toBeGreaterThan(0);
  for (const [number = 0, of] of pages) {
    expect(of).toBe(2_000);
    expect(number).toBeLessThanOrEqual(2_000);
  }
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

test("a path is told that programs left beside the documents", async ({ page }) => {
  const { tender } = await load(page);
  const paths = ["Lot 1/Terms.docx", "Lot 1/.DS_Store", "__MACOSX/Terms.docx", "Lot 1/~$Terms.docx", "Thumbs.db"];
  expect(await tender.evaluate(({ isLitter }, paths) => paths.map(isLitter), paths)).toEqual([false, true, true, true, true]);
});

test("more files than a pack may have are told, and the others are read", async ({ page }) => {
  test.slow();
  const { tender } = await load(page);
  const { count, last, message } = await tender.evaluate(async ({ createChecker, MOST_FILES }) => {
    const checker = createChecker();
    const file = (n: number): { name: string; text: string } => ({ name: `${n}.txt`, text: "Lot 1" });
    const report = await checker.check(Array.from({ length: MOST_FILES + 2 }, (_, n) => file(n)));
    const message = report.coverage.files.at(-1)?.problems[0]?.message;
    return { count: checker.documents.length - MOST_FILES, last: checker.documents.at(-1)?.unread?.[0], message };
  });
  expect([count, last]).toEqual([1, { why: "too_large", detail: "files" }]);
  expect(message).toContain("more files or notices than one tender has");
});

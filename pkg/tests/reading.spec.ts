import { readFileSync } from "node:fs";

import { expect, test } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import type * as TenderCheck from "tender-check";

import { load } from "./package.js";
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

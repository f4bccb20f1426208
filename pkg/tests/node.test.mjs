// The package in Node, as a server uses it.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { promisify } from "node:util";

import { createChecker, CheckerError } from "tender-check/node";

import { pdfOf } from "./pdf.mjs";

const packs = new URL("../../tests/packs/", import.meta.url);
const file = async (path) => ({ name: path.split("/").pop(), bytes: await readFile(new URL(path, packs)) });
const figures = (report) =>
  report.facts.map(({ kind, value, unit }) => [kind, value, unit].join(" ")).sort();

test("files of every module are read, and Word and PDF say the same", async () => {
  const checker = createChecker();
  const word = await checker.check([await file("parish/docx/Invitation to tender.docx")]);
  const pdf = await checker.check([await file("parish/pdf/Invitation to tender.pdf")]);
  const zip = await checker.check([await file("zipped.zip")]);
  assert.ok(word.findings.some((finding) => finding.rule === "insurance.public-liability"));
  assert.deepEqual(figures(word), figures(pdf));
  assert.ok(zip.documents.length > 2);
  assert.match(await checker.shape(word, "markdown"), /^# /u);
  checker.close();
});

test("a locked PDF is read with its password, then or later, and its places have boxes", async () => {
  const checker = createChecker();
  const locked = { name: "terms.pdf", bytes: await readFile(new URL("../../src/read/pdf/tests/locked.pdf", import.meta.url)) };
  const report = await checker.check([locked, { name: "a.txt", text: "The contract is worth £40,000." }]);
  assert.deepEqual(checker.documents[0].unread, [{ why: "locked" }]);
  assert.equal(report.facts.filter(({ kind }) => kind.startsWith("insurance")).length, 0);
  await assert.rejects(checker.unlock(0, "Meadow Lane"), (error) => error instanceof CheckerError && error.reason === "password");
  assert.deepEqual(checker.documents[0].unread, [{ why: "locked" }]);

  const opened = await checker.unlock(0, "meadow lane", { months: 12 });
  assert.equal(opened.document, checker.documents[0]);
  const demand = opened.report.facts.find(({ kind }) => kind === "insurance.public_liability");
  assert.equal(opened.report.circumstances.term.value, 12);
  assert.deepEqual(demand.where[0].box, opened.document.blocks[0].box);
  assert.deepEqual(demand.where[0].box.slice(0, 2), [60, 133]);

  const again = await checker.check([locked], {}, { passwords: ["another", "meadow lane"] });
  assert.equal(again.facts.length, 1);
  await checker.check([locked], {}, { passwords: ["another"] });
  assert.deepEqual(checker.documents[0].unread, [{ why: "locked", detail: "password" }]);
  await assert.rejects(checker.unlock(7, "x"), (error) => error instanceof CheckerError && error.reason === "usage");
  checker.close();
});

test("positions are those of the text", async () => {
  const checker = createChecker();
  const text = "1. Insurance\n\n“Ŵ” Public liability insurance of £10m is required.";
  const report = await checker.check(text, { with_text: true });
  for (const { where } of report.findings)
    for (const { document, start, end, quote } of where)
      assert.equal(report.documents[document].text.slice(start, end), quote);
  checker.close();
});

test("a file that takes too long is reported, and the others are read", async () => {
  const checker = createChecker({ deadline: 3000 });
  const report = await checker.check([
    { name: "endless.pdf", bytes: pdfOf(200_000) },
    { name: "terms.txt", text: "Public liability insurance of £10m is required." },
  ]);
  assert.deepEqual(report.coverage.files.map((of) => of.read), ["none", "whole"]);
  assert.deepEqual(checker.documents[0].unread, [{ why: "too_large", detail: "time" }]);
  checker.close();
  await assert.rejects(checker.check("Lot 1"), (error) => error instanceof CheckerError && error.reason === "closed");
});

test("a check is ended by its signal, and another can follow", async () => {
  const checker = createChecker();
  const abort = new AbortController();
  const ended = checker.check([await file("county/pdf/Invitation to tender.pdf")], {}, { signal: abort.signal });
  abort.abort(new Error("no longer wanted"));
  await assert.rejects(ended, /no longer wanted/u);
  const report = await checker.check("Payment is made 90 days after the invoice.");
  assert.equal(report.documents.length, 1);
  checker.close();
});

test("threads that are left open do not keep a process running", async () => {
  const script = `
    import { createChecker } from "tender-check/node";
    const report = await createChecker().check("Public liability insurance of £10m is required.");
    console.log(report.facts.length);
  `;
  const run = promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], { cwd: new URL("..", import.meta.url) });
  assert.equal((await run).stdout, "1\n");
});

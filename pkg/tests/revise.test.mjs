// A draft that is read anew, and reports that are compared.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";

import { createChecker } from "tender-check/node";

const INVITATION = await readFile(new URL("../../tests/packs/parish/text/Invitation to tender.txt", import.meta.url), "utf8");

const checker = createChecker();
const fresh = createChecker();
after(() => {
  checker.close();
  fresh.close();
});

const draft = (text) => ({ name: "Draft.md", text });

/** A text with a stretch, found by its words, put in place of another. */
const edited = (text, words, other) => {
  assert.ok(text.includes(words), words);
  return text.replace(words, () => other);
};

/** Checks that a revision is what reading the text by itself gives. */
async function revisedAs(text, given = {}) {
  const { document, report } = await checker.revise(0, draft(text), given);
  assert.deepEqual(report, await fresh.check([draft(text)], given));
  assert.deepEqual(document, fresh.documents[0]);
  assert.deepEqual(checker.documents[0], document);
  return report;
}

test("after every edit a draft is what its text is when it is read by itself", async () => {
  await checker.check([draft(INVITATION)]);
  let text = INVITATION;
  await revisedAs(text);
  const steps = [
    (text) => `A letter before all of it.\n\n${text}`,
    (text) => edited(text, "A letter", "One letter"),
    (text) => edited(text, "insurance", "insurance ✓ “£10m”"),
    (text) => `${text}\n\n| Cover | Level |\n| --- | --- |\n| Public liability | £10,000,000 |\n`,
    (text) => edited(text, "One letter before all of it.\n\n", ""),
    (text) => text.slice(0, text.length / 2),
    () => "",
    () => "Public liability insurance of £10m is required.",
    () => INVITATION,
  ];
  for (const step of steps) {
    text = step(text);
    await revisedAs(text);
  }
});

test("what an edit does not touch is the same object, and its places move along", async () => {
  await checker.check([draft(INVITATION)]);
  const before = await checker.revise(0, draft(INVITATION));
  const findings = [...before.report.findings];
  const places = findings.map(({ where }) => where.map(({ start }) => start));
  const { report } = await checker.revise(0, draft(`Twelve words.\n\n${INVITATION}`));
  const kept = report.findings.filter((finding) => findings.includes(finding));
  assert.ok(kept.length > findings.length / 2, `${kept.length} of ${findings.length}`);
  const first = findings.findIndex((finding) => kept.includes(finding) && finding.where.length > 0);
  assert.notDeepEqual(findings[first].where.map(({ start }) => start), places[first]);
});

test("a draft among other documents is revised under given circumstances, and others may come and go", async () => {
  const notice = { name: "Notice.txt", text: "The contract is worth £40,000 a year for three years." };
  const text = "Public liability insurance of £10m is required.";
  await checker.check([notice, draft(text)]);
  const whole = async (given) => fresh.check([notice, draft(`${text} Now.`)], given);
  const given = { value: 90_000 };
  assert.deepEqual((await checker.revise(1, draft(`${text} Now.`), given)).report, await whole(given));
  assert.deepEqual((await checker.revise(1, draft(`${text} Now.`))).report, await whole({}));
  assert.deepEqual(await checker.report(given), await whole(given));
  checker.remove(0)();
  assert.deepEqual((await checker.revise(1, draft(`${text} Now.`), given)).report, await whole(given));
  checker.remove(0);
  const alone = await fresh.check([draft(`${text} Then.`)]);
  assert.deepEqual((await checker.revise(0, draft(`${text} Then.`))).report, alone);
});

test("a document may become a file of another kind, and what cannot be read is said", async () => {
  await checker.check([draft("Public liability insurance of £10m is required.")]);
  const bytes = await readFile(new URL("../../tests/packs/parish/docx/Invitation to tender.docx", import.meta.url));
  const word = await checker.revise(0, { name: "Invitation.docx", bytes });
  assert.equal(word.document.format, "docx");
  assert.deepEqual(word.report, await fresh.check([{ name: "Invitation.docx", bytes }]));
  const nothing = await checker.revise(0, { name: "photo.png", bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]) });
  assert.equal(nothing.report.coverage.files[0].read, "none");
  await assert.rejects(checker.revise(7, draft("")), /no such document/u);
});

test("two reports on one tender are compared: what was mended, what is new, what stayed", async () => {
  const insurance = "1. Insurance\n\nPublic liability insurance of £10m is required.\n\n";
  const payment = "2. Payment\n\nThe Council pays invoices within 90 days of receipt.\n\n";
  const guarantee = "3. Guarantee\n\nThe Provider must give a parent company guarantee.\n\n";
  const value = "4. Value\n\nThe contract is worth £40,000 a year.\n";
  const earlier = await checker.check(insurance + payment + value);
  const later = await checker.check(insurance + guarantee + value);
  const comparison = await checker.compare(earlier, later);
  const rules = (report, findings) => findings.map((index) => report.findings[index].rule);
  assert.ok(rules(earlier, comparison.mended).some((rule) => rule.startsWith("payment.")));
  assert.ok(rules(later, comparison.new).some((rule) => rule.includes("guarantee")));
  const unchanged = comparison.unchanged.map(([before, now]) => [earlier.findings[before].rule, later.findings[now].rule]);
  assert.ok(unchanged.some(([before, now]) => before === now && now === "insurance.public-liability"));
  const same = await checker.compare(later, later);
  assert.deepEqual([same.mended, same.new, same.changed, same.set_aside], [[], [], [], []]);
  assert.equal(same.unchanged.length, later.findings.length);
});

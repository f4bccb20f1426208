import { expect, test } from "@playwright/test";
import type { Block, Document, Finding, Report } from "tender-check";

import { typedNumber } from "../src/model/circumstances";
import { Alignment } from "../src/model/draft";
import { listing } from "../src/model/findings";
import { heaviest, mark } from "../src/model/marks";
import { outline, type Part } from "../src/model/outline";

const paragraph = (text: string): Block => ({ kind: "paragraph", text });
const item = (level: number, label: string, text: string): Block => ({ kind: "list_item", level, label, text });
const row = (table: number, columns: number[], text: string, head = false): Block => ({
  kind: "row",
  table,
  columns,
  head,
  text,
});
const document = (...blocks: Block[]): Document => ({ name: "a.txt", format: "text", blocks });
const parts = (...blocks: Block[]): Part[] => outline(document(...blocks)).chunks.flatMap((chunk) => chunk.parts);

function finding(rule: string, start: number, quote: string, more: Partial<Finding> = {}): Finding {
  const where = [{ document: 0, block: 0, start, end: start + quote.length, quote }];
  return {
    rule,
    bucket: "barrier",
    severity: "high",
    title: rule,
    message: "",
    why: "",
    sources: [],
    where,
    facts: [],
    key: `${rule}@${start}`,
    ...more,
  };
}

function report(...findings: Finding[]): Report {
  return { findings } as unknown as Report;
}

test("lists nest by level, and notes between items do not end them", () => {
  const [list, after] = parts(
    item(0, "1", "first"),
    item(1, "(a)", "inner"),
    { kind: "footnote", text: "note" },
    item(2, "(i)", "innermost"),
    item(0, "2", "second"),
    paragraph("after"),
  );
  if (list?.kind !== "list") throw new Error("no list");
  expect(list.items.map(({ line }) => line.block.text)).toEqual(["first", "second"]);
  const [inner] = list.items[0]?.inner ?? [];
  if (inner?.kind !== "list") throw new Error("no inner list");
  expect(inner.items[0]?.inner.map(({ kind }) => kind)).toEqual(["footnote", "list"]);
  expect(after?.kind).toBe("paragraph");
});

test("a table inside a table stays inside, and one after another stays apart", () => {
  const nested = parts(row(0, [0, 1], "a\tb", true), row(1, [0], "inner"), row(0, [0, 1], "c\td"), row(2, [0], "next"));
  expect(nested.map(({ kind }) => kind)).toEqual(["table", "table"]);
  const [outer] = nested;
  if (outer?.kind !== "table") throw new Error("no table");
  expect(outer.entries.map((entry) => ("row" in entry ? entry.row.block.text : entry.inner[0]?.kind))).toEqual([
    "a\tb",
    "table",
    "c\td",
  ]);
  expect(outer.width).toBe(2);
});

test("a hostile pile of tables in tables ends", () => {
  const blocks: Block[] = [];
  for (let i = 0; i < 400; i++) blocks.push(row(i, [0], "in"));
  for (let i = 399; i >= 0; i--) blocks.push(row(i, [0], "out"));
  const { lines, chunks } = outline(document(...blocks));
  expect(lines).toHaveLength(800);
  expect(chunks.at(-1)?.end).toBe(lines.at(-1)?.leaves.at(-1)?.end);
});

test("headings never skip a level, and pages are told where they begin", () => {
  const shown = parts(
    { kind: "heading", level: 1, text: "one", page: 1 },
    { kind: "heading", level: 4, text: "four", page: 1 },
    { kind: "heading", level: 2, text: "two", page: 3 },
  );
  expect(shown.map((part) => part.kind === "heading" && [part.depth, part.line.page])).toEqual([
    [1, 1],
    [2, undefined],
    [2, 3],
  ]);
});

test("a field's name and value are shown apart", () => {
  const leavesOf = (name: string, text: string): string[] => {
    const shown = outline(document({ kind: "field", name, text }));
    return (shown.lines[0]?.leaves ?? []).map(({ start, end }) => shown.text.slice(start, end));
  };
  expect(leavesOf("Closing date", "Closing date: 4 May 2027")).toEqual(["Closing date:", "4 May 2027"]);
  expect(leavesOf("Closing date:", "Closing date:\n4 May 2027")).toEqual(["Closing date:", "4 May 2027"]);
  expect(leavesOf("Suitable for SMEs?", "Suitable for SMEs? Yes")).toEqual(["Suitable for SMEs?", "Yes"]);
  expect(leavesOf("Name", "something else")).toEqual(["something else"]);
});

test("chunks hold every line once and in order", () => {
  const blocks = Array.from({ length: 500 }, (_, i) => (i % 7 === 0 ? paragraph(`${i}`) : item(i % 3, "•", `${i}`)));
  const { chunks, text } = outline(document(...blocks));
  expect(chunks.length).toBeGreaterThan(4);
  expect(chunks[0]?.start).toBe(0);
  expect(chunks.at(-1)?.end).toBe(text.length);
  chunks.slice(1).forEach((chunk, i) => expect(chunk.start).toBe((chunks[i]?.end ?? 0) + 1));
});

test("overlapping passages become segments that name each of their findings", () => {
  const text = "Cover of £10m 🙂 and ‘twice’ the value";
  const shown = outline(document(paragraph(text)));
  const { entries } = listing(
    report(finding("insurance.a", 0, "Cover of £10m"), finding("insurance.b", 9, "£10m 🙂 and ‘twice’", { severity: "low" })),
  );
  const segments = mark(shown, 0, entries).get(0) ?? [];
  expect(segments.map(({ start, end }) => text.slice(start, end))).toEqual([
    "Cover of ",
    "£10m",
    " 🙂 and ‘twice’",
    " the value",
  ]);
  expect(segments.map(({ entries }) => entries.map(({ number }) => number))).toEqual([[1], [1, 2], [2], []]);
  expect(segments.map(({ opens }) => opens.length)).toEqual([1, 1, 0, 0]);
  expect(segments.map(({ closes }) => closes.length)).toEqual([0, 1, 1, 0]);
  expect(segments.slice(0, 3).map(heaviest)).toEqual(["high", "high", "low"]);
});

test("a passage over cells and blocks is marked in each, and opens and closes once", () => {
  const shown = outline(document(row(0, [0, 1], "Public liability\t£10m"), paragraph("each claim")));
  const quote = "liability\t£10m\neach";
  const { entries } = listing(report(finding("insurance.a", 7, quote)));
  const marked = [...mark(shown, 0, entries).values()].flat().filter(({ entries }) => entries.length > 0);
  expect(marked.map(({ start, end }) => shown.text.slice(start, end)).join("|")).toBe("liability|£10m|each");
  expect(marked.map(({ opens }) => opens.length)).toEqual([1, 0, 0]);
  expect(marked.map(({ closes }) => closes.length)).toEqual([0, 0, 1]);
});

test("a passage that no finding rests on can be pointed at", () => {
  const shown = outline(document(paragraph("The contract runs for three years")));
  const pointed = { document: 0, block: 0, start: 13, end: 33, quote: "runs for three years" };
  const segments = mark(shown, 0, [], pointed).get(0) ?? [];
  expect(segments.map(({ pointed }) => pointed)).toEqual([false, true]);
  expect(mark(shown, 1, [], pointed).size).toBe(0);
});

test("themes with the heaviest findings come first, and numbers follow the list", () => {
  const { themes, entries, counts } = listing(
    report(
      finding("payment.slow", 5, "x", { severity: "medium" }),
      finding("insurance.b", 9, "x", { severity: "low" }),
      finding("insurance.a", 20, "x"),
      finding("missing.value", 0, "x", { bucket: "missing" }),
    ),
  );
  expect(themes.map(({ name }) => name)).toEqual(["insurance", "payment", "missing"]);
  expect(entries.map(({ number, finding }) => `${number} ${finding.rule}`)).toEqual([
    "1 insurance.a",
    "2 insurance.b",
    "3 payment.slow",
    "4 missing.value",
  ]);
  expect(counts).toEqual({ barriers: 3, high: 1, medium: 1, low: 1, query: 0, missing: 1, enabler: 0 });
});

test("amounts are read as people type them", () => {
  const values = ["240,000", "£240k", "1.2m", " £ 3 million ", "", "lots", "0", "-5"];
  expect(values.map((text) => typedNumber(text, "value"))).toEqual([240e3, 240e3, 1.2e6, 3e6, undefined, null, null, null]);
  const months = ["36", "3 years", "18 months", "2m", "1000 years"];
  expect(months.map((text) => typedNumber(text, "months"))).toEqual([36, 36, 18, 2, null]);
});

test("places stand where they stand in the source, whatever was edited since they were first laid", () => {
  const sources = [
    "# Cover\n\nPublic **liability** of £10m.\n\n- first\n- second\n\nThe end.\n",
    "# Cover\n\nPublic **liability** of £10m.\n\n- first\n- se*co*nd\n\nThe end.\n",
    "One more.\n\n# Cover\n\nPublic liability of £10m.\n\n- first\n- second\n\nThe end.\n",
    "One more.\n\n# Cover\n\nThe end.\n",
  ];
  const block = new Map<string, Block>();
  const known = (text: string): Block => block.get(text) ?? block.set(text, paragraph(text)).get(text) ?? paragraph(text);
  let before: Alignment | undefined;
  for (const source of sources) {
    const texts = source.replace(/[*#]|^- /gm, "").split(/\n+/).map((line) => line.trim()).filter((line) => line !== "");
    const read = document(...texts.map(known));
    const now = new Alignment(source, read, before);
    const fresh = new Alignment(source, read);
    let start = 0;
    texts.forEach((text, number) => {
      const place = { block: number, start, end: start + text.length };
      const { from, to } = now.of(place);
      expect({ from, to }).toEqual(fresh.of(place));
      expect(source.slice(from, to).replace(/\*/g, "")).toBe(text);
      start += text.length + 1;
    });
    before = now;
  }
});

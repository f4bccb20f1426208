import { readFileSync, readdirSync } from "node:fs";

import { FluentResource } from "@fluent/bundle";
import { expect, test } from "@playwright/test";

import { englishTitles, welshTitles } from "../build/titles.ts";
import { file } from "./page";

/** The message files of a language: all but the titles, which are the core's. */
const filesOf = (language: string): string[] =>
  readdirSync(file("www/messages")).filter((name) => name.startsWith(`${language}.`) && name !== `${language}.titles.ftl`);
const pages = readdirSync(file("www")).filter((name) => name.endsWith(".html"));

const sources = readdirSync(file("www/src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(file(`www/src/${name}`), "utf8"))
  .concat(pages.map((page) => readFileSync(file(`www/${page}`), "utf8")))
  .join("\n");
const FILES = [...filesOf("en").map((name) => `www/messages/${name}`), "src/report/shares/en.ftl"];
const texts = FILES.map((path) => readFileSync(file(path), "utf8"));
const messages = [...texts.join("\n").matchAll(/^([a-z][\w-]*) =/gm)].map(([, id]) => id);

/** The variables that a pattern of Fluent names, wherever they stand. */
function variables(pattern: unknown): string[] {
  if (Array.isArray(pattern)) return pattern.flatMap(variables);
  if (typeof pattern !== "object" || pattern === null) return [];
  const { type, name, ...rest } = pattern as { type?: string; name?: string };
  return [...(type === "var" && name ? [name] : []), ...Object.values(rest).flatMap(variables)];
}

/** What each message of a text names, by the message, and its attributes by theirs. */
function shapes(text: string): Record<string, string[]> {
  const shape = (pattern: unknown): string[] => [...new Set(variables(pattern))].toSorted();
  const entries = new FluentResource(text).body.flatMap(({ id, value, attributes }) => [
    ...(value === null ? [] : [[id, shape(value)] as const]),
    ...Object.entries(attributes).map(([name, pattern]) => [`${id}.${name}`, shape(pattern)] as const),
  ]);
  return Object.fromEntries(entries);
}

for (const english of [...FILES, "src/report/themes/en.ftl"]) {
  test(`every message of ${english} is there in Welsh, with the same variables, and no other`, () => {
    const welsh = english.replace(/en((?:\.\w+)?\.ftl)$/, "cy$1");
    const [en, cy] = [english, welsh].map((path) => readFileSync(file(path), "utf8"));
    expect(shapes(cy ?? "")).toEqual(shapes(en ?? ""));
    expect(Object.keys(shapes(en ?? "")).length).toBeGreaterThan(5);
    expect(cy).toContain("awaits a translator’s check");
  });
}

test("every title of a finding is there in Welsh, and no other", () => {
  const [english, welsh] = [englishTitles(), welshTitles()];
  expect(english.size).toBeGreaterThan(150);
  expect([...welsh.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  // Titles are told apart by their English words.
  const byWords = new Map<string, string | undefined>();
  for (const [key, title] of english) {
    expect(welsh.get(key), title).toBe(byWords.get(title) ?? welsh.get(key));
    byWords.set(title, welsh.get(key));
  }
});

test("every message that the page names is there", () => {
  const named = [...sources.matchAll(/\bwords\(\s*"([\w-]+)"/g)].map(([, id]) => id);
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((id) => !messages.includes(id))).toEqual([]);
});

test("every message is used", () => {
  // Those whose names are put together: `weight-high` from `weight-${weight}`.
  const families = [...sources.matchAll(/`([a-z_-]+-)\$\{/g)].map(([, family]) => family ?? "");
  const named = [...sources.matchAll(/wordsFor\(\s*"([a-z]+)"/g)].map(([, family]) => `${family}-`);
  const made = [...families, ...named, "nature-", "nation-", "buyer-", "regime-"];
  const unused = messages.filter(
    (id) => id && !new RegExp(`["{]${id}["}]`).test(sources) && !made.some((family) => id.startsWith(family)),
  );
  expect(unused).toEqual([]);
});

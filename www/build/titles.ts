import { readFileSync, readdirSync } from "node:fs";

import { FluentResource } from "@fluent/bundle";
import type { Plugin } from "vite";

const NAME = "virtual:titles-cy";
/** The words of findings, and the Welsh titles beside those of the page. */
const FOLDER = new URL("../../src/barriers/", import.meta.url);
const WELSH = new URL("../messages/cy.titles.ftl", import.meta.url);

/** The titles of findings of message files, by the names of message and attribute. */
export function titlesOf(text: string): Map<string, string> {
  const titles = new FluentResource(text).body.flatMap(({ id, attributes }) =>
    Object.entries(attributes).flatMap(([name, pattern]): [string, string][] =>
      /^title(?:-|$)/.test(name) && typeof pattern === "string" ? [[`${id}.${name}`, pattern]] : [],
    ),
  );
  return new Map(titles);
}

/** All English titles, from the families' own files. */
export function englishTitles(): Map<string, string> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith("en.ftl"));
  return titlesOf(files.map((name) => readFileSync(new URL(name.replaceAll("\\", "/"), FOLDER), "utf8")).join("\n"));
}

/** All Welsh titles. */
export function welshTitles(): Map<string, string> {
  return titlesOf(readFileSync(WELSH, "utf8"));
}

/** A module that holds the Welsh titles of findings by their English ones, as reports have them. */
export function titles(): Plugin {
  return {
    name: "titles",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => {
      if (id !== `\0${NAME}`) return undefined;
      const welsh = welshTitles();
      const pairs = [...englishTitles()].flatMap(([key, english]) => {
        const title = welsh.get(key);
        return title === undefined ? [] : [[english, title]];
      });
      return `export default ${JSON.stringify(Object.fromEntries(pairs))};`;
    },
  };
}

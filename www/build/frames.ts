import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { FluentBundle, FluentResource } from "@fluent/bundle";
import type { Plugin } from "vite";

import { rulesAsHtml } from "./rules.ts";

type Language = "en" | "cy";

/** The words of the pages' frames in a language; what it lacks is English. */
function bundleOf(language: Language): FluentBundle {
  const bundle = new FluentBundle(`${language}-GB`);
  const files = ["messages/LL.ftl", "messages/LL.help.ftl", "messages/LL.sites.ftl", "../src/report/themes/LL.ftl"];
  for (const name of ["en", language]) {
    for (const file of files) {
      const text = readFileSync(new URL(`../${file.replace("LL", name)}`, import.meta.url), "utf8");
      bundle.addResource(new FluentResource(text), { allowOverrides: true });
    }
  }
  return bundle;
}

/**
 * Fills `{message}` in a page's frame with words from the message files, so that they stand in one place. `help.cy.html` is the
 * frame of `help.html` with the words of Welsh.
 */
export function frames(): Plugin {
  const bundles = { en: bundleOf("en"), cy: bundleOf("cy") };
  const english = (path: string): string => path.replace(/\.cy\.html$/, ".html");
  let root = "";
  return {
    name: "frames",
    enforce: "pre",
    configResolved: (config) => {
      root = config.root;
    },
    resolveId: (id) => {
      const path = join(root, basename(id));
      return id.endsWith(".cy.html") && existsSync(english(path)) ? path : undefined;
    },
    load: (id) => (id.endsWith(".cy.html") ? readFileSync(english(id), "utf8") : undefined),
    transformIndexHtml: {
      order: "pre",
      handler: (html, { filename }) => {
        const language: Language = filename.endsWith(".cy.html") ? "cy" : "en";
        const said = (id: string): string | undefined => {
          const pattern = bundles[language].getMessage(id)?.value;
          return pattern ? bundles[language].formatPattern(pattern) : undefined;
        };
        const own = ownWords(language, basename(filename), said);
        return html.replace(/\{([a-z-]+)\}/g, (_, id: string) => {
          const text = own[id]?.() ?? said(id);
          if (text === undefined) throw new Error(`no message ${id}`);
          return text;
        });
      },
    },
  };
}

/** What a frame says of itself, and is no message. */
function ownWords(
  language: Language,
  page: string,
  said: (id: string) => string | undefined,
): Partial<Record<string, () => string>> {
  const other = language === "en" ? "cy" : "en";
  return {
    lang: () => `${language}-GB`,
    home: () => (language === "en" ? "./" : `./?lang=${language}`),
    "other-lang": () => other,
    "other-page": () => (language === "en" ? page.replace(".html", ".cy.html") : page.replace(".cy.html", ".html")),
    translated: () => (language === "en" ? "" : `<p>${said("language-note") ?? ""}</p>`),
    rules: () => rulesAsHtml((first) => said(`theme-${first}`) ?? first),
  };
}

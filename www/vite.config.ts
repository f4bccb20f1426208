import { readFileSync } from "node:fs";

import { FluentBundle, FluentResource } from "@fluent/bundle";
import { defineConfig, type Plugin } from "vite";

import { rulesAsHtml } from "./build/rules.ts";
import { titles } from "./build/titles.ts";
import { OFFLINE_ENTRY, OFFLINE_FILE, offline } from "./build/offline.ts";

/** The words of the pages' frames in a language; what it lacks is English. */
function bundleOf(language: "en" | "cy"): FluentBundle {
  const bundle = new FluentBundle(`${language}-GB`);
  const files = ["messages/LL.ftl", "messages/LL.help.ftl", "messages/LL.sites.ftl", "../src/report/themes/LL.ftl"];
  for (const name of ["en", language]) {
    for (const file of files) {
      const text = readFileSync(new URL(file.replace("LL", name), import.meta.url), "utf8");
      bundle.addResource(new FluentResource(text), { allowOverrides: true });
    }
  }
  return bundle;
}

/** Fills `{message}` in the page's frame with words from the message files, so that they stand in one place. */
function frameWords(): Plugin {
  const bundles = { en: bundleOf("en"), cy: bundleOf("cy") };
  return {
    name: "frame-words",
    transformIndexHtml: (html, { filename }) => {
      const bundle = filename.endsWith(".cy.html") ? bundles.cy : bundles.en;
      const said = (id: string): string | undefined => {
        const pattern = bundle.getMessage(id)?.value;
        return pattern ? bundle.formatPattern(pattern) : undefined;
      };
      return html.replace(/\{([a-z-]+)\}/g, (_, id: string) => {
        if (id === "rules") return rulesAsHtml((first) => said(`theme-${first}`) ?? first);
        const text = said(id);
        if (text === undefined) throw new Error(`no message ${id}`);
        return text;
      });
    },
  };
}

export default defineConfig({
  base: "./",
  plugins: [frameWords(), titles(), offline()],
  // A policy without `data:` and `unsafe-inline` lets nothing through that is not a file.
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        index: "index.html",
        embed: "embed.html",
        portal: "portal.html",
        verify: "verify.html",
        help: "help.html",
        "help-cy": "help.cy.html",
        access: "accessibility.html",
        "access-cy": "accessibility.cy.html",
        offline: OFFLINE_ENTRY,
      },
      output: {
        entryFileNames: ({ name }) => (name === "offline" ? OFFLINE_FILE : "assets/[name]-[hash].js"),
      },
    },
  },
  worker: { format: "es" },
});

import { readFileSync } from "node:fs";

import { FluentBundle, FluentResource } from "@fluent/bundle";
import { defineConfig, type Plugin } from "vite";

import { rulesAsHtml } from "./build/rules.ts";
import { OFFLINE_ENTRY, OFFLINE_FILE, offline } from "./build/offline.ts";

/** Fills `{message}` in the page's frame with words from the message file, so that they stand in one place. */
function frameWords(): Plugin {
  const bundle = new FluentBundle("en-GB");
  for (const file of ["messages/en.ftl", "messages/en.help.ftl", "messages/en.sites.ftl", "../src/report/themes/en.ftl"]) {
    bundle.addResource(new FluentResource(readFileSync(new URL(file, import.meta.url), "utf8")));
  }
  const said = (id: string): string | undefined => {
    const pattern = bundle.getMessage(id)?.value;
    return pattern ? bundle.formatPattern(pattern) : undefined;
  };
  return {
    name: "frame-words",
    transformIndexHtml: (html) =>
      html.replace(/\{([a-z-]+)\}/g, (_, id: string) => {
        if (id === "rules") return rulesAsHtml((first) => said(`theme-${first}`) ?? first);
        const pattern = bundle.getMessage(id)?.value;
        if (!pattern) throw new Error(`no message ${id}`);
        return bundle.formatPattern(pattern);
      }),
  };
}

export default defineConfig({
  base: "./",
  plugins: [frameWords(), offline()],
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
        access: "accessibility.html",
        offline: OFFLINE_ENTRY,
      },
      output: {
        entryFileNames: ({ name }) => (name === "offline" ? OFFLINE_FILE : "assets/[name]-[hash].js"),
      },
    },
  },
  worker: { format: "es" },
});

import { defineConfig } from "vite";

import { frames } from "./build/frames.ts";
import { titles } from "./build/titles.ts";
import { OFFLINE_ENTRY, OFFLINE_FILE, offline } from "./build/offline.ts";

export default defineConfig({
  base: "./",
  plugins: [frames(), titles(), offline()],
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

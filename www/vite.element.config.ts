import { defineConfig } from "vite";

import { titles } from "./build/titles.ts";
import site from "./vite.config.ts";

/** `<tender-check>` for other sites: part of the npm package, beside the client and the workers that it uses. */
export default defineConfig({
  ...site,
  plugins: [titles()],
  publicDir: false,
  build: {
    ...site.build,
    outDir: "../pkg/dist/element",
    emptyOutDir: true,
    rollupOptions: {
      input: { element: "src/embed/define.ts", "element-class": "src/embed/element.ts" },
      preserveEntrySignatures: "exports-only",
      external: ["tender-check"],
      output: {
        paths: { "tender-check": "../index.js" },
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-[hash].js",
        assetFileNames: "[name]-[hash][extname]",
      },
    },
  },
});

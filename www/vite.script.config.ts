import { defineConfig } from "vite";

/** The checker in one file for a classic script tag: part of the npm package, beside the workers that it uses. */
export default defineConfig({
  publicDir: false,
  build: {
    target: "es2022",
    outDir: "../pkg/dist",
    emptyOutDir: false,
    lib: { entry: "../pkg/src/script.ts", formats: ["iife"], name: "TenderCheck", fileName: () => "tender-check.js" },
  },
});

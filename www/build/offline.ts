import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Plugin } from "vite";

/** The entry of the service worker, and its file: its folder is what it may serve. */
export const OFFLINE_ENTRY = "src/offline/worker.ts";
export const OFFLINE_FILE = "offline.js";

/** Tells the service worker which files the page has, once all are written. */
export function offline(): Plugin {
  let folder = "";
  return {
    name: "offline",
    apply: "build",
    configResolved: (config) => {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle: {
      order: "post",
      handler: () => {
        const files = readdirSync(folder, { recursive: true, withFileTypes: true })
          // Maps of fonts are large, and hardly ever needed.
          .filter((entry) => entry.isFile() && entry.name !== OFFLINE_FILE && !entry.name.endsWith(".cmaps"))
          .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll("\\", "/"))
          .toSorted();
        const hash = createHash("sha256");
        for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
        // A folder's own address is that of its index.
        const addresses = files.map((file) => file.replace(/(^|\/)index\.html$/, "$1") || "./").map(encodeURI);
        const path = join(folder, OFFLINE_FILE);
        const head = `const FILES = ${JSON.stringify(addresses)};\nconst VERSION = "${hash.digest("hex").slice(0, 16)}";\n`;
        writeFileSync(path, head + readFileSync(path, "utf8"));
      },
    },
  };
}

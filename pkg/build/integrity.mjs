// Writes dist/integrity.json: for each file that is published its hash, as the attribute `integrity` and policies take it.

import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const LIST = "integrity.json";

const entries = await readdir(dist, { recursive: true, withFileTypes: true });
const paths = entries.filter((entry) => entry.isFile()).map((entry) => relative(dist, join(entry.parentPath, entry.name)));
const names = paths.map((path) => path.split(sep).join("/")).filter((name) => name !== LIST);
const hash = async (name) => `sha384-${createHash("sha384").update(await readFile(join(dist, name))).digest("base64")}`;
const list = await Promise.all(names.sort().map(async (name) => [name, await hash(name)]));
await writeFile(join(dist, LIST), `${JSON.stringify(Object.fromEntries(list), null, 2)}\n`);

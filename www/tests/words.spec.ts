import { readFileSync, readdirSync } from "node:fs";

import { expect, test } from "@playwright/test";

import { file } from "./page";

const sources = readdirSync(file("www/src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(file(`www/src/${name}`), "utf8"))
  .concat(
    ["index", "accessibility", "embed", "help", "portal", "verify"].map((page) => readFileSync(file(`www/${page}.html`), "utf8")),
  )
  .join("\n");
const texts = [...["en.ftl", "en.help.ftl", "en.sites.ftl", "en.tour.ftl"].map((name) => `www/messages/${name}`), "src/report/shares/en.ftl"].map(
  (path) => readFileSync(file(path), "utf8"),
);
const messages = [...texts.join("\n").matchAll(/^([a-z][\w-]*) =/gm)].map(([, id]) => id);

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

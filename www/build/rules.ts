import { readFileSync, readdirSync } from "node:fs";

/** The pages of the rules. */
const FOLDER = new URL("../../src/barriers/", import.meta.url);

/** The pages of the rules as parts of a page, in order of their families and names: what each looks for and how it is weighed. */
export function rulesAsHtml(themeOf: (first: string) => string): string {
  const pages = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
  const rules = pages.map((name) => rule(readFileSync(new URL(name.replaceAll("\\", "/"), FOLDER), "utf8")));
  const families = new Map<string, { title: string; html: string }[]>();
  for (const { id, ...rule } of rules) {
    const theme = themeOf(id.split(".", 1)[0] ?? id);
    families.set(theme, [...(families.get(theme) ?? []), rule]);
  }
  return [...families]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([theme, rules]) => {
      const parts = rules.toSorted((a, b) => a.title.localeCompare(b.title)).map(({ html }) => html);
      return `<section><h3>${escaped(theme)}</h3>${parts.join("")}</section>`;
    })
    .join("");
}

function rule(page: string): { id: string; title: string; html: string } {
  const [head = "", text = ""] = page.split("\n+++\n", 2);
  const id = /^rule = "([^"]+)"/m.exec(head)?.[1] ?? "";
  const [said = ""] = text.trim().split(/\n## (?:Found|Not found)\b/);
  const [first = "", ...rest] = said.split("\n");
  const title = first.replace(/^# /, "");
  const body = blocks(rest.join("\n"));
  return { id, title, html: `<details id="${id}" lang="en"><summary>${marked(title)}</summary>${body}<p class="name">${id}</p></details>` };
}

/** Paragraphs, lists and tables: what rule pages are written with. */
function blocks(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .map((block) => {
      if (block.startsWith("## ")) return `<h4>${marked(block.slice(3))}</h4>`;
      if (block.startsWith("- ")) {
        const items = block.slice(2).split(/\n- /);
        return `<ul>${items.map((item) => `<li>${marked(item)}</li>`).join("")}</ul>`;
      }
      if (block.startsWith("|")) return table(block);
      return `<p>${marked(block)}</p>`;
    })
    .join("");
}

function table(block: string): string {
  const cells = (row: string): string[] => row.slice(1, -1).split("|").map((cell) => marked(cell.trim()));
  const [head = "", , ...rows] = block.split("\n").map((row) => row.trim());
  const heads = cells(head).map((cell) => `<th scope="col">${cell}</th>`);
  const body = rows.map((row) => `<tr>${cells(row).map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
  return `<table><thead><tr>${heads.join("")}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}

function marked(text: string): string {
  return escaped(text)
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>");
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

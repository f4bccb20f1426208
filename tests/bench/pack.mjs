// Makes a large pack below a folder, if it is not there: 420 pages in 11 PDFs, printed by Chromium from the example tenders
// by repetition with other sums, and 2 workbooks of prices.
//
//   node pack.mjs FOLDER

import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { strToU8, zipSync } from 'fflate';

import { Counter } from '../packs/make/blocks.mjs';
import { printed } from '../packs/make/pdf.mjs';

const PAGES = [...Array(10).fill(40), 20];
/** Characters of a page with its markup: so many fit on one. */
const FULL = 3_600;

const folder = process.argv[2];


async function make() {
  const unfinished = `${folder}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const packs = await Promise.all(['parish', 'county', 'scottish'].map((name) => import(`../packs/${name}/pack.mjs`)));
  const all = pages(packs.flatMap(({ documents }) => documents));
  PAGES.forEach((count, n) => {
    const body = Array.from({ length: count }, () => `<section>${all.next().value}</section>`).join('\n');
    writeFileSync(join(unfinished, `Part ${String(n + 1).padStart(2, '0')}.pdf`), printed(page(body)));
  });
  for (const n of [1, 2]) writeFileSync(join(unfinished, `Prices ${n}.xlsx`), workbook(n));
  renameSync(unfinished, folder);
}

/** Pages without end; each time round the sums of money are others. */
function* pages(documents) {
  let page = '';
  for (let round = 0; ; round++) {
    for (const document of documents) {
      const counter = new Counter();
      for (const block of document.body.flatMap((block) => block.blocks ?? [block])) {
        const shown = varied(html(block, counter), round);
        if (page.length > 0 && page.length + shown.length > FULL) {
          yield page;
          page = '';
        }
        page += shown;
      }
    }
  }
}

/** The first figure of each sum goes up by `step`, from 9 back to 1. */
const varied = (text, step) => text.replace(/£[1-9]/gu, ([, figure]) => `£${((Number(figure) - 1 + step) % 9) + 1}`);

function html(block, counter) {
  const p = (text) => `<p>${escaped(text)}</p>`;
  switch (block.kind) {
    case 'heading':
      return `<h2>${block.plain ? '' : `${counter.next(1)} `}${escaped(block.text)}</h2>`;
    case 'clause':
      return p(`${counter.next(block.level)} ${block.text}`);
    case 'table':
      return `<table>${block.rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;
    case 'field':
      return `<h3>${escaped(block.name)}</h3>${block.values.map(p).join('')}`;
    default:
      return [block.text, ...(block.texts ?? []).flat()].filter(Boolean).map(p).join('');
  }
}

const cell = ({ text, across = 1, down = 1 }) => `<td colspan=${across} rowspan=${down}>${escaped(text)}</td>`;

const escaped = (text) => text.replace(/\*\*|\[\^.+?\]|\{--.+?--\}|\{\+\+|\+\+\}|\{=|=\}/gu, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const page = (body) => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Tender</title><style>
  @page { size: A4; margin: 15mm } body { font: 10pt/1.3 "Liberation Sans", sans-serif; margin: 0 }
  section { height: 260mm; overflow: hidden; break-after: page } h2 { font-size: 14pt } h3 { font-size: 11pt }
  p { margin: 0 0 0.3em } table { border-collapse: collapse } td { border: 1px solid; padding: 2px }
</style>${body}</html>`;

/** A workbook of three sheets with 300 rows each. */
function workbook(number) {
  const relations = (kind, targets) => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const one = (target, n) => `<Relationship Id="r${n}" Type="${office}/${kind}" Target="${target}"/>`;
    return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(one).join('')}</Relationships>`;
  };
  const text = (value) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const row = (n) => `<row>${text(`Item ${n} of lot ${number}`)}${text('Hour')}<c><v>${10 + n}</v></c><c/><c/></row>`;
  const head = `<row>${['Item', 'Unit', 'Quantity', 'Price (£)', 'Total (£)'].map(text).join('')}</row>`;
  const sheet = `<worksheet><sheetData>${head}${Array.from({ length: 300 }, (_, n) => row(n)).join('')}</sheetData></worksheet>`;
  const sheets = ['Prices', 'Rates', 'Options'];
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  const parts = {
    '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${main}"/></Types>`,
    '_rels/.rels': relations('officeDocument', ['xl/workbook.xml']),
    'xl/workbook.xml': `<workbook><sheets>${sheets.map((name, n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="r${n}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations('worksheet', sheets.map((_, n) => `sheet${n}.xml`)),
    ...Object.fromEntries(sheets.map((_, n) => [`xl/sheet${n}.xml`, sheet])),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}

if (!existsSync(folder)) await make();

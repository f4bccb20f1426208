#!/usr/bin/env node
// Makes the files of a table whose cells are merged downwards, in the first column and in later ones, in all forms that
// know it. Needs LibreOffice, pandoc and Python's openpyxl.
//
//   node tests/merged/make.mjs

import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { h, p, table } from '../packs/make/blocks.mjs';
import { docx } from '../packs/make/docx.mjs';
import { converted, page } from '../packs/make/office.mjs';
import { pdf } from '../packs/make/pdf.mjs';
import { sheet, xlsx } from '../packs/make/workbook.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const save = (ending, bytes) => writeFileSync(join(here, `covers.${ending}`), bytes);

const covers = table(
  [35, 40, 25],
  [
    ['Cover', 'Basis', 'Minimum level'],
    ['Public liability', { text: 'Each and every claim', down: 3 }, { text: '£5,000,000', down: 3 }],
    ['Employers’ liability'],
    ['Product liability'],
    [{ text: 'Professional indemnity', down: 2 }, 'Each and every claim', '£2,000,000'],
    ['In the aggregate', '£4,000,000'],
  ],
);
const weights = table(
  [60, 40],
  [
    ['Award criterion', 'Weight'],
    ['Price', '40%'],
    ['Method statement', { text: '60%', down: 2 }],
    ['Mobilisation plan'],
  ],
);
const body = [h('Insurance', { plain: true }), p('The supplier must hold these covers:'), covers, h('Award', { plain: true }), weights];
const document = { name: 'covers', title: 'Covers', author: 'Nobody', header: '', footer: '', body };

const word = await docx(document);
save('docx', word);
save('odt', converted(word, 'odt'));
save('rtf', converted(word, 'rtf'));
save('pdf', pdf(word));
save('html', page(word, 'Covers'));
const workbook = xlsx({ sheets: [sheet('Covers', body)] });
save('xlsx', workbook);
save('ods', converted(workbook, 'ods', 'xlsx'));

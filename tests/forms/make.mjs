#!/usr/bin/env node
// Makes `declaration.pdf`: a form that a bidder has filled in, with what colleagues said beside it. Fields are written as
// programs leave them for viewers to draw: some with an appearance, most without. `qpdf` holds it against the format.
//
//   node tests/forms/make.mjs

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const made = join(dirname(fileURLToPath(import.meta.url)), 'declaration.pdf');

const objects = [];
const add = (object) => objects.push(object);
const stream = (entries, text) => add(`<<${entries}/Length ${text.length}>>stream\n${text}\nendstream`);
const string = (text) => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;

const catalogue = add('');
const pages = add('');
const font = add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>');
const resources = `/Resources<</Font<</F ${font} 0 R>>>>`;

const text = [];
const annotations = [];
const fields = [];
let y = 780;
const line = (words, x = 60) => text.push(`BT /F 11 Tf ${x} ${y} Td (${words}) Tj ET`);
const annotation = (entries) => annotations.push(add(`<</Type/Annot${entries}>>`));
const widget = (x, width, entries) => {
  annotation(`/Subtype/Widget/F 4/Rect[${x} ${y - 4} ${x + width} ${y + 14}]${entries}`);
  return annotations.at(-1);
};
const field = (...all) => fields.push(widget(...all));

line('Declaration by the bidder');
y -= 30;
line('Name of organisation:');
const look = stream(`/Type/XObject/Subtype/Form/BBox[0 0 200 18]${resources}`, '/Tx BMC q BT /F 11 Tf 2 4 Td (Meadow Lane CIC) Tj ET Q EMC');
field(200, 200, `/FT/Tx/T(organisation)/V${string('Meadow Lane CIC')}/AP<</N ${look} 0 R>>`);
y -= 24;
line('Yearly turnover:');
field(200, 200, `/FT/Tx/T(turnover)/TU(Yearly turnover)/V${string('£185,000')}`);
y -= 24;
line('Public liability cover held:');
field(200, 200, `/FT/Ch/Ff 131072/T(cover)/V(2)/Opt[[(1)${string('£1 million')}][(2)${string('£2 million')}]]`);
y -= 24;
line('Lots bid for:');
field(200, 200, `/FT/Ch/Ff 2097152/T(lots)/V[(Lot 1)(Lot 3)]/Opt[(Lot 1)(Lot 2)(Lot 3)]`);
y -= 34;
line('Registered charity:');
const radio = add('');
const on = stream(`/Type/XObject/Subtype/Form/BBox[0 0 18 18]${resources}`, 'BT /F 11 Tf 4 4 Td (l) Tj ET');
const states = (name) => `/Parent ${radio} 0 R/AP<</N<</${name} ${on} 0 R>>>>`;
const choices = [widget(200, 18, `${states('Yes')}/AS/Off`), widget(270, 18, `${states('No')}/AS/No`)];
line('Yes', 222);
line('No', 292);
objects[radio - 1] = `<</FT/Btn/Ff 49152/T(charity)/V/No/Kids[${choices.map((n) => `${n} 0 R`).join(' ')}]>>`;
fields.push(radio);
y -= 24;
field(60, 18, '/FT/Btn/T(accept)/V/On/AS/On');
line('We accept the terms of the contract.', 84);
y -= 24;
field(60, 18, '/FT/Btn/T(parent)');
line('A parent company guarantees this bid.', 84);
y -= 24;
field(60, 90, '/FT/Btn/Ff 65536/T(send)/MK<</CA(Send)>>');
y -= 24;
line('Bidders must hold public liability insurance of \\2435,000,000.');
annotation(`/Subtype/Text/F 28/Rect[400 ${y} 420 ${y + 20}]/T(A colleague)/Contents${string('Ask whether £2 million would do.\rThe work is small.')}`);
annotation(`/Subtype/Text/F 28/Rect[400 ${y} 420 ${y + 20}]/StateModel(Review)/State(Accepted)/IRT ${annotations.at(-1)} 0 R/Contents(Accepted set by A colleague)`);
annotation(`/Subtype/Popup/F 28/Rect[430 ${y} 580 ${y + 60}]/Parent ${annotations.at(-2)} 0 R`);
annotation(`/Subtype/Highlight/F 4/Rect[60 ${y - 3} 340 ${y + 11}]/QuadPoints[60 ${y + 11} 340 ${y + 11} 60 ${y - 3} 340 ${y - 3}]/Contents(See clause 4.)`);
y -= 40;
annotation(`/Subtype/FreeText/F 4/Rect[60 ${y - 4} 400 ${y + 14}]/DA(/F 11 Tf)/Contents(Draft, not for issue)`);

const content = stream('', text.join('\n'));
const page = add(`<</Type/Page/Parent ${pages} 0 R/MediaBox[0 0 595 842]${resources}/Contents ${content} 0 R/Annots[${annotations.map((n) => `${n} 0 R`).join(' ')}]>>`);
objects[catalogue - 1] = `<</Type/Catalog/Pages ${pages} 0 R/AcroForm<</Fields[${fields.map((n) => `${n} 0 R`).join(' ')}]/NeedAppearances true/DR<</Font<</F ${font} 0 R>>>>/DA(/F 11 Tf)>>>>`;
objects[pages - 1] = `<</Type/Pages/Kids[${page} 0 R]/Count 1>>`;

let file = '%PDF-1.7\n';
const places = objects.map((object, n) => {
  const at = file.length;
  file += `${n + 1} 0 obj\n${object}\nendobj\n`;
  return `${String(at).padStart(10, '0')} 00000 n \n`;
});
file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
writeFileSync(made, file, 'latin1');
execFileSync('qpdf', ['--check', made], { stdio: 'pipe' });

// A document as Word keeps it: numbering, notes, tracked changes and the rest as Word's own structures.

import {
  AlignmentType, DeletedTextRun, Document, Footer, FootnoteReferenceRun, Header, HeadingLevel, InsertedTextRun,
  LevelFormat, LineRuleType, Packer, PageNumber, Paragraph, SectionType, Table, TableCell, TableRow, TextRun, WidthType,
  WpsShapeRun, XmlAttributeComponent, XmlComponent,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

import { grid, pieces } from './blocks.mjs';

const WHEN = '2026-01-19T09:00:00Z';
// Between the margins of A4, in twentieths of a point.
const TEXT_WIDTH = 9506;
const LEVELS = ['%1.', '%1.%2', '%1.%2.%3', '(%4)', '(%5)'];
const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];

/** Bytes of a Word file. With `accepted` its tracked changes are done with. */
export async function docx(document, { accepted = false } = {}) {
  const bytes = await Packer.toBuffer(new Writer(document, accepted).file());
  return settled(bytes);
}

class Writer {
  #lists = 0;
  #revision = 0;
  #notes = [];

  constructor(document, accepted) {
    this.document = document;
    this.accepted = accepted;
  }

  file() {
    const { document } = this;
    const sections = [];
    let run = [];
    const close = (columns) => {
      if (run.length > 0) sections.push(this.#section(run, columns, sections.length > 0));
      run = [];
    };
    if (document.title) run.push(new Paragraph({ heading: HeadingLevel.TITLE, children: this.#runs(document.title) }));
    for (const block of document.body) {
      if (block.kind === 'columns') {
        close(1);
        run.push(...block.blocks.flatMap((inner) => this.block(inner)));
        close(2);
      } else {
        run.push(...this.block(block));
      }
    }
    close(1);
    const note = (name) => ({ children: [new Paragraph({ children: this.#runs(document.notes[name]) })] });
    return new Document({
      title: document.title,
      creator: document.author,
      lastModifiedBy: document.author,
      sections,
      styles: this.#styles(),
      numbering: { config: this.#numbering() },
      hyphenation: { autoHyphenation: true },
      footnotes: Object.fromEntries(this.#notes.map((name, i) => [i + 1, note(name)])),
    });
  }

  block(block) {
    return this[block.kind](block);
  }

  heading({ text, level, plain }) {
    const numbering = plain ? undefined : { reference: 'clauses', level: level - 1 };
    return [new Paragraph({ heading: HEADINGS[level - 1], numbering, keepNext: true, children: this.#runs(text) })];
  }

  paragraph({ text }) {
    return [new Paragraph({ children: this.#runs(text) })];
  }

  clause({ text, level }) {
    return [new Paragraph({ style: `Clause${level}`, children: this.#runs(text) })];
  }

  bullets({ texts }) {
    return texts.map((text) => new Paragraph({ numbering: { reference: 'bullets', level: 0 }, children: this.#runs(text) }));
  }

  letters({ texts }) {
    const instance = ++this.#lists;
    const item = (text, level) =>
      new Paragraph({ numbering: { reference: 'letters', level, instance }, children: this.#runs(text) });
    return texts.flatMap((text) => (Array.isArray(text) ? text.map((inner) => item(inner, 1)) : [item(text, 0)]));
  }

  table({ widths, rows, head }, whole = TEXT_WIDTH) {
    const columnWidths = widths.map((width) => Math.round((width * whole) / 100));
    const cell = ({ text, across = 1, down, blocks }, column, isHead) => {
      const size = columnWidths.slice(column, column + across).reduce((sum, width) => sum + width, 0);
      return new TableCell({
        columnSpan: across,
        rowSpan: down,
        width: { size, type: WidthType.DXA },
        shading: isHead ? { fill: 'E7ECEF' } : undefined,
        margins: { top: 60, bottom: 60, left: 100, right: 100 },
        children: [
          new Paragraph({ style: isHead ? 'CellHead' : 'Cell', children: this.#runs(text) }),
          // Word wants a paragraph after a table in a cell.
          ...(blocks ?? []).flatMap((inner) => [...this.table(inner, size - 300).slice(0, 1), new Paragraph({ style: 'Cell' })]),
        ],
      });
    };
    const row = (cells, i) =>
      new TableRow({
        tableHeader: i < head,
        cantSplit: true,
        children: cells.filter((at) => at.cell).map((at) => cell(at.cell, at.column, i < head)),
      });
    return [
      new Table({ columnWidths, width: { size: whole, type: WidthType.DXA }, rows: grid(rows).map(row) }),
      new Paragraph({ children: [] }),
    ];
  }

  field({ name, values }) {
    const heading = new Paragraph({ heading: HeadingLevel.HEADING_3, keepNext: true, children: this.#runs(name) });
    return [heading, ...values.map((value) => new Paragraph({ children: this.#runs(value) }))];
  }

  box({ texts }) {
    const shape = new WpsShapeRun({
      type: 'wps',
      children: texts.map((text) => new Paragraph({ children: this.#runs(text) })),
      transformation: { width: 590, height: 30 + 45 * texts.length },
      outline: { type: 'solidFill', solidFillType: 'rgb', value: '335566', width: 9525 },
    });
    return [new Paragraph({ children: [shape] })];
  }

  page() {
    return [new Paragraph({ pageBreakBefore: true, children: [] })];
  }

  #section(children, columns, follows) {
    const line = (text) => text.split(/(\{page\}|\{pages\})/u).map((part) => {
      if (part === '{page}') return new TextRun({ children: [PageNumber.CURRENT] });
      if (part === '{pages}') return new TextRun({ children: [PageNumber.TOTAL_PAGES] });
      return new TextRun(part);
    });
    const running = (text) => new Paragraph({ style: 'Running', children: line(text) });
    return {
      properties: {
        type: follows ? SectionType.CONTINUOUS : undefined,
        column: columns > 1 ? { count: columns, space: 500 } : undefined,
        page: { size: { width: 11906, height: 16838 }, margin: { top: 1300, right: 1200, bottom: 1200, left: 1200 } },
      },
      headers: { default: new Header({ children: [running(this.document.header)] }) },
      footers: { default: new Footer({ children: [running(this.document.footer)] }) },
      children,
    };
  }

  #runs(text) {
    const change = () => ({ id: ++this.#revision, author: this.document.author, date: WHEN });
    return pieces(text).flatMap((piece) => {
      if (piece.note) return [new FootnoteReferenceRun(this.#notes.push(piece.note))];
      if (piece.change && !this.accepted) {
        const Run = piece.change === 'inserted' ? InsertedTextRun : DeletedTextRun;
        return [new Run({ text: piece.text, ...change() })];
      }
      if (piece.change === 'deleted') return [];
      const run = new TextRun({ text: piece.text, bold: piece.bold });
      return [piece.control ? new ContentControl(run) : run];
    });
  }

  #styles() {
    const font = this.document.font ?? 'Liberation Sans';
    const alignment = this.document.justified ? AlignmentType.JUSTIFIED : AlignmentType.LEFT;
    const clause = (level) => ({
      id: `Clause${level}`,
      name: `Clause ${level}`,
      basedOn: 'Normal',
      paragraph: { numbering: { reference: 'clauses', level: level - 1 } },
    });
    const paragraph = { alignment, spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } };
    return {
      default: {
        document: { run: { font, size: 21, language: { value: 'en-GB' } }, paragraph },
        title: { run: { font, size: 36, bold: true }, paragraph: { spacing: { after: 240 } } },
        heading1: { run: { font, size: 26, bold: true }, paragraph: { spacing: { before: 240, after: 120 } } },
        heading2: { run: { font, size: 22, bold: true }, paragraph: { spacing: { before: 160, after: 100 } } },
        heading3: { run: { font, size: 21, bold: true }, paragraph: { spacing: { before: 120, after: 80 } } },
      },
      paragraphStyles: [
        ...[2, 3, 4, 5].map(clause),
        { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { size: 19 }, paragraph: { alignment: AlignmentType.LEFT, spacing: { after: 40 } } },
        { id: 'CellHead', name: 'Cell head', basedOn: 'Cell', run: { bold: true } },
        { id: 'Running', name: 'Running line', basedOn: 'Normal', run: { size: 16, color: '555555' } },
      ],
    };
  }

  #numbering() {
    const indents = [[567, 567], [567, 567], [1134, 567], [1701, 567], [2268, 567]];
    const level = (format, text, i, [left, hanging]) => ({
      level: i, format, text, alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left, hanging } } },
    });
    const clauseFormats = [...Array(3).fill(LevelFormat.DECIMAL), LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN];
    return [
      { reference: 'clauses', levels: LEVELS.map((text, i) => level(clauseFormats[i], text, i, indents[i])) },
      { reference: 'bullets', levels: [level(LevelFormat.BULLET, '•', 0, [1000, 400])] },
      {
        reference: 'letters',
        levels: [
          level(LevelFormat.LOWER_LETTER, '(%1)', 0, [1000, 433]),
          level(LevelFormat.LOWER_ROMAN, '(%2)', 1, [1500, 433]),
        ],
      },
    ];
  }
}

class Value extends XmlAttributeComponent {
  xmlKeys = { value: 'w:val' };
}

class Tag extends XmlComponent {
  constructor(name, ...children) {
    super(name);
    this.root.push(...children);
  }
}

/** A field to fill in, as forms have them. */
class ContentControl extends Tag {
  constructor(run) {
    const alias = new Tag('w:alias', new Value({ value: 'Choose' }));
    super('w:sdt', new Tag('w:sdtPr', alias), new Tag('w:sdtContent', run));
  }
}

const SHAPE = /<w:drawing>(?:(?!<\/w:drawing>).)*?(<w:txbxContent>.*?<\/w:txbxContent>).*?<\/w:drawing>/gsu;

/** Word keeps a text box twice: as a shape, and for older programs as a VML picture with the same words. */
const withFallback = (shape, words) =>
  `<mc:AlternateContent><mc:Choice Requires="wps">${shape}</mc:Choice><mc:Fallback><w:pict>` +
  `<v:rect style="width:442pt;height:90pt"><v:textbox>${words}</v:textbox></v:rect>` +
  '</w:pict></mc:Fallback></mc:AlternateContent>';

/** The same file as Word would leave it, with one time in every part, so that a second run gives the same bytes. */
function settled(bytes) {
  const parts = unzipSync(new Uint8Array(bytes));
  const main = strFromU8(parts['word/document.xml']);
  parts['word/document.xml'] = strToU8(main.replace(SHAPE, withFallback));
  const core = strFromU8(parts['docProps/core.xml']);
  parts['docProps/core.xml'] = strToU8(core.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, WHEN));
  return zipSync(parts, { level: 9, mtime: new Date(2026, 0, 19, 9) });
}

// A table as an Excel workbook of one sheet (ux/conventions.md §3.5): numbers and dates are real ones, identifiers stay text,
// the heading row is frozen and can be filtered. Written part by part, so that memory does not grow with the rows; cells
// hold texts and numbers, never formulas.
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { parseDay } from '../../shared/calendar/day.ts';
import type { SheetColumn } from './csv.ts';

/** Rows in parts, as a list is read. */
export type RowParts = AsyncIterable<readonly (readonly string[])[]>;

/** What a sheet of a workbook can hold, its heading row included. */
export const mostSheetRows = 1_048_576;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const daysBefore1970 = 25_569;
/** The styles of styles.xml, in their order. */
const style = { heading: 1, text: 2, date: 3 } as const;

/** The bytes of the workbook, as they are made. */
export async function* xlsxChunks(columns: readonly SheetColumn[], parts: RowParts): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  for (const [name, text] of Object.entries(fixedFiles())) zip.addBuffer(Buffer.from(declaration + text), name);
  const sheet = Readable.from(sheetTexts(columns, parts));
  // What reading the rows throws ends the workbook; the archive would wait for the rest of its sheet.
  sheet.once('error', (error) => output.destroy(error));
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml');
  zip.end();
  for await (const chunk of output) yield chunk as Uint8Array;
}

async function* sheetTexts(columns: readonly SheetColumn[], parts: RowParts): AsyncGenerator<string> {
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">`;
  yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>';
  yield columns.map((_, place) => `<col min="${place + 1}" max="${place + 1}" width="18" customWidth="1"/>`).join('');
  yield '</cols><sheetData>';
  yield rowText(columns.map(({ title }) => textCell(title, style.heading)));
  let rows = 1;
  for await (const part of parts) {
    rows += part.length;
    yield part.map((cells) => rowText(columns.map(({ holds }, place) => cellText(cells[place] ?? '', holds)))).join('');
  }
  yield `</sheetData><autoFilter ref="A1:${letters(columns.length)}${rows}"/></worksheet>`;
}

function rowText(cells: readonly string[]): string {
  return `<row>${cells.join('')}</row>`;
}

function cellText(text: string, holds: SheetColumn['holds']): string {
  if (text === '') return '<c/>';
  if (holds === 'number' && /^-?\d+(\.\d+)?$/.test(text)) return `<c><v>${text}</v></c>`;
  const day = holds === 'date' ? parseDay(text) : undefined;
  if (day !== undefined) return `<c s="${style.date}"><v>${day + daysBefore1970}</v></c>`;
  return textCell(text, holds === 'identifier' ? style.text : undefined);
}

function textCell(text: string, styled: number | undefined): string {
  const attribute = styled === undefined ? '' : ` s="${styled}"`;
  return `<c${attribute} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** XML has no place for most control characters; they are left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** The name of the nth column, from 1: A, Z, AA. */
function letters(place: number): string {
  const before = Math.floor((place - 1) / 26);
  return (before > 0 ? letters(before) : '') + String.fromCodePoint(65 + ((place - 1) % 26));
}

function fixedFiles(): Readonly<Record<string, string>> {
  const document = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${document}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${document}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${document}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Purser" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
}

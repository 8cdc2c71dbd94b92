// Any table of a screen on paper: what it is, of which book, scope and month, its columns as they are shown, page x of y.
// Its texts are final; columns that no page is wide enough for follow on pages of their own, beside the first column.
import { planColumns } from './columns.ts';
import { layOut } from './layout.ts';
import { wrap } from './measure.ts';
import { type Head, type PrintableDocument, landscapePaper, paper } from './page.ts';
import { printed, provisionalMark, reportFoot, reportHead } from './report-frame.ts';
import type { CellText, RowInput, TableInput } from './table-input.ts';
import { setTable } from './table.ts';
import { plain, say } from './words.ts';
import { wording } from './wording.ts';

export interface ReportColumn {
  readonly title: string;
  /** Figures stand at the right. */
  readonly isFigure: boolean;
  /** Words may take several lines; figures, days and account numbers never do. */
  readonly wraps: boolean;
}

/** Cells as they are shown, in the order of the columns; `totals` a row for each currency. */
export interface TableFacts {
  readonly language: 'en' | 'zh';
  readonly title: string;
  readonly bookName: string;
  /** What the table is narrowed to, such as scope, month and filter: a label and a text each. */
  readonly narrowed: readonly { readonly label: string; readonly text: string }[];
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly (readonly string[])[];
  readonly printedAt: string;
  /** Said across the pages where the figures may still change. */
  readonly provisional: boolean;
  /** Without one, portrait where all columns fit. */
  readonly orientation?: 'portrait' | 'landscape' | undefined;
}

type Paper = typeof paper | typeof landscapePaper;

const shortHeadHeight = 11;

/** The printed table. Throws a RangeError where a single figure is wider than a page. */
export function tableReport(facts: TableFacts): PrintableDocument {
  const all = facts.columns.map((_, place) => place);
  const isTall = facts.orientation ? facts.orientation === 'portrait' : fits(tableOf(facts, all, paper));
  const on = isTall ? paper : landscapePaper;
  const head = fullHead(facts);
  const items = partsOf(facts, on).flatMap((places, part) => [
    ...(part > 0 ? [{ kind: 'new-page' as const }] : []),
    { kind: 'table' as const, table: setTable(tableOf(facts, places, on)) },
  ]);
  const room = on.height - on.foot;
  const pages = layOut(items, { first: room - head.height, next: room - shortHeadHeight });
  return {
    kind: 'table',
    language: facts.language,
    title: facts.title,
    watermark: facts.provisional ? provisionalMark : null,
    landscape: !isTall,
    pages: pages.map((blocks, index) => ({
      head: index === 0 ? head : shortHead(facts),
      blocks,
      foot: reportFoot(facts, index + 1, pages.length),
    })),
  };
}

/** The columns of each part, by their places: as many as fit, each part with the first column again. */
function partsOf(facts: TableFacts, on: Paper): number[][] {
  const parts: number[][] = [[0]];
  for (let place = 1; place < facts.columns.length; place++) {
    const last = parts.at(-1)!;
    const wider = [...last, place];
    if (last.length === 1 || fits(tableOf(facts, wider, on))) last.push(place);
    else parts.push([0, place]);
  }
  return parts;
}

function fits(table: TableInput): boolean {
  try {
    planColumns(table);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function tableOf({ language, columns, rows, totals }: TableFacts, places: readonly number[], on: Paper): TableInput {
  const rowOf = (cells: readonly string[], tone: CellText['tone']): RowInput => ({
    kind: 'row',
    cells: places.map((place) => [{ text: (cells[place] ?? '').trim(), ...(tone && { tone }) }]),
  });
  return {
    language,
    width: on.width,
    currency: '',
    columns: places.map((place) => {
      const { title, isFigure, wraps } = columns[place]!;
      return { label: { en: title, zh: title }, align: isFigure ? 'end' : 'start', wraps };
    }),
    rows: [...rows.map((cells) => rowOf(cells, undefined)), ...totals.map((cells) => rowOf(cells, 'strong'))],
    total: null,
  };
}

function fullHead({ language, title, bookName, narrowed, printedAt, rows }: TableFacts): Head {
  const entries = [
    ...narrowed.map(({ label, text }) => ({ label: plain(label), value: wrap(text, 60, 8.5).map(lineOf) })),
    { label: say(language, wording.count), value: plain(String(rows.length)) },
    { label: say(language, printed), value: plain(printedAt) },
  ];
  return reportHead(bookName, title, entries);
}

function lineOf(text: string): { readonly lang: 'en'; readonly text: string } {
  return { lang: 'en', text };
}

function shortHead({ title, bookName, narrowed }: TableFacts): Head {
  const right = narrowed.map(({ text }) => text).join(' · ');
  const [shown = ''] = wrap(right, 80, 8);
  return { kind: 'short', height: shortHeadHeight, left: `${title} · ${bookName}`, right: shown };
}

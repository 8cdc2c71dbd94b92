// The month brief: the overview of a month on one page of A4 for those who decide. Where a group has more entities than a
// page has lines, the largest are named and the others stand in one line, with the same sums.
import { formatMonth } from '../calendar/day.ts';
import type { Month } from '../calendar/day.ts';
import { chartLabel } from '../money/chart-label.ts';
import { heading, notes } from './blocks.ts';
import { sayMonth } from './dates.ts';
import { type FlowItem, layOut } from './layout.ts';
import { widthOf } from './measure.ts';
import type { MonthBriefFacts } from './month-brief-facts.ts';
import { entitiesTable } from './month-brief-entities.ts';
import { figuresTable, moversTable, runwayTable, workTable } from './month-brief-tables.ts';
import { briefWords as words } from './month-brief-words.ts';
import { type BesideBlock, type Block, type PrintableDocument, type StackedColumnsBlock, paper } from './page.ts';
import { printed, provisionalMark, reportFoot, reportHead } from './report-frame.ts';
import type { SetTable } from './table.ts';
import { type Label, plain, say } from './words.ts';
import { wording } from './wording.ts';

const gap = 7;
const right = 68;
const left = paper.width - gap - right;
const headHeight = 27;
const chartHeight = 36;
const legendLine = 4.2;
/** Labels of a chart are as large as their columns allow. */
const largestLabel = 6.5;

/** The brief. Throws a RangeError where its figures are wider than a page. */
export function monthBrief(facts: MonthBriefFacts): PrintableDocument {
  const { language, bookName, period, state, provisional, printedAt } = facts;
  const title = words.title[language];
  const full = reportHead(bookName, title, [
    { label: say(language, wording.period), value: sayMonth(language, period) },
    { label: say(language, words.state), value: say(language, state) },
    { label: say(language, printed), value: plain(printedAt) },
  ]);
  const head = { ...full, height: headHeight };
  const room = paper.height - paper.foot - head.height;
  return {
    kind: 'month-brief',
    language,
    title: `${title} · ${bookName} · ${formatMonth(period)}`,
    watermark: provisional ? provisionalMark : null,
    pages: [{ head, blocks: blocksIn(facts, room), foot: reportFoot(facts, 1, 1) }],
  };
}

/** As many rows of entities as leave everything on one page. */
function blocksIn(facts: MonthBriefFacts, room: number): readonly Block[] {
  let blocks = onePage(facts, 0, room);
  if (!blocks) throw new RangeError('the brief does not fit on a page');
  let [fitting, tooMany] = [0, facts.entities.length + 1];
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2);
    const tried = onePage(facts, middle, room);
    if (tried) [blocks, fitting] = [tried, middle];
    else tooMany = middle;
  }
  return blocks;
}

/** With which month the changes compare. */
function against({ language, period }: MonthBriefFacts): string {
  const before = sayMonth(language, (period - 1) as Month)[0]!.text;
  return language === 'en' ? `changes against ${before}` : `变化较${before}`;
}

/** The blocks with so many rows of entities; undefined where they take more than a page. */
function onePage(facts: MonthBriefFacts, entities: number, room: number): readonly Block[] | undefined {
  const { language } = facts;
  const items: readonly FlowItem[] = [
    { kind: 'table', heading: heading(language, words.figures, against(facts)), table: figuresTable(facts) },
    { kind: 'table', heading: heading(language, words.entities), table: entitiesTable(facts, entities) },
    { kind: 'block', block: beside(historyBlocks(facts), moversBlocks(facts)) },
    { kind: 'block', block: beside(openBlocks(facts), runwayBlocks(facts)) },
  ];
  const pages = layOut(items, { first: room, next: room });
  return pages.length === 1 ? pages[0] : undefined;
}

function beside(first: readonly Block[], second: readonly Block[]): BesideBlock {
  const heights = [first, second].map((blocks) => blocks.reduce((sum, { height }) => sum + height, 0));
  return {
    kind: 'beside',
    height: Math.max(...heights),
    parts: [
      { width: left, blocks: first },
      { width: right, blocks: second },
    ],
  };
}

function whole(table: SetTable): Block {
  return table.slice({ from: 0, to: table.rows.length, freshPage: false });
}

/** A heading above a table, or above what is said where there is none. */
function headed(facts: MonthBriefFacts, title: Label, table: SetTable | null, otherwise: Label): readonly Block[] {
  const { language } = facts;
  return [heading(language, title), table ? whole(table) : notes(language, [otherwise], right)];
}

function withCurrency(title: Label, currency: string): Label {
  return currency === '' ? title : { en: `${title.en}, ${currency}`, zh: `${title.zh}（${currency}）` };
}

function historyBlocks(facts: MonthBriefFacts): readonly Block[] {
  const { language, history } = facts;
  const title = withCurrency(words.history, history.currency);
  if (history.months.length === 0) return headed(facts, title, null, words.noHistory);
  return [heading(language, title), stackedColumns(facts, title[language])];
}

function stackedColumns({ language, history }: MonthBriefFacts, label: string): StackedColumnsBlock {
  const { currency, months, series } = history;
  const tallest = months.reduce((most, { total }) => (total > most ? total : most), 1n);
  const hasOthers = months.some(({ parts }) => parts[series.length] !== 0n);
  const named = months.map(({ period, total }) => ({
    name: period.slice('20'.length),
    total: chartLabel(total, currency, language),
  }));
  const widest = Math.max(...named.flatMap(({ name, total }) => [widthOf(name, 1), widthOf(total, 1)]));
  const legend = hasOthers ? [...series, words.otherEntities[language]] : series;
  return {
    kind: 'stacked-columns',
    height: chartHeight + Math.ceil(legend.length / 2) * legendLine + 2,
    label,
    size: Math.min(largestLabel, left / months.length / widest),
    columns: months.map(({ parts }, place) => ({
      ...named[place]!,
      // What was credited on the whole has no bar; its amount is in the total.
      parts: parts.slice(0, legend.length).map((part) => (part > 0n ? Number((part * 1000n) / tallest) : 0)),
    })),
    legend,
  };
}

function moversBlocks(facts: MonthBriefFacts): readonly Block[] {
  const { movers, period } = facts;
  const title = withCurrency(words.movers, movers?.currency ?? '');
  const months = [formatMonth((period - 1) as Month), formatMonth(period)] as const;
  return headed(facts, title, moversTable(facts, right, months), movers ? words.noMovers : words.notRun);
}

function openBlocks(facts: MonthBriefFacts): readonly Block[] {
  return headed(facts, words.open, workTable(facts, left), words.nothingOpen);
}

function runwayBlocks(facts: MonthBriefFacts): readonly Block[] {
  return headed(facts, words.runningDry, runwayTable(facts, right), words.nobodyDry);
}

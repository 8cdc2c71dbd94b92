// Any figure of any answer explained: what it is, the parts that sum to it, the records behind it and the rows of the
// files it comes from. At most four steps lead from a total to the rows of a file.
import type { FigureDraft, QueryInput } from '../../contract/queries.ts';
import { type Decimal, add, compareDecimals, formatDecimal, parseDecimal, zero } from '../../money/decimal.ts';
import { currencyDecimals } from '../../money/currency.ts';
import { formatCoefficient } from '../../money/decimal.ts';
import { ratioOf, roundRatio } from '../../money/ratio.ts';
import { Refused } from '../../rules/refusal.ts';
import type { Asking, ImportedBucket, SourceRow } from '../asking.ts';
import { type Figure, figureKey, readFigureKey } from '../figure.ts';
import { type List, type ListFilter, selected, sumsOf } from '../listing.ts';
import { groupedBy } from '../document-facts/bill-amounts.ts';
import { forBookDesk } from '../sight.ts';
import { explainBalance } from './balances.ts';
import { explainDue, explainFloat, explainInvoiceable, explainStatementRow } from './between-entities.ts';
import { explainDiscountCheck, explainException, explainFinding, explainImport, explainLine } from './bills.ts';
import { explainCharge } from './charges.ts';
import type { Cell, Component, Explainer, Explanation, Findings, Part, RecordMention } from './explanation.ts';
import { explainLot, explainMovement, explainVendorBalance } from './funds.ts';
import { explainAllocationPlan, explainRecoveryPlan } from './plans.ts';
import { explainSelection } from './selections.ts';
import { selectedFigures } from '../selection-sum.ts';
import { explainTried } from './draft-figures.ts';
import { type JournalAsked, journalLines, subjectsOf } from './journal-lines.ts';
import { listOfFigures } from './figure-lists.ts';
import { partsOfRows, rowName } from './parts.ts';
import { explainOverview } from './overview.ts';
import { explainConsolidatedBill, explainLossCheck, explainPreview } from './summaries.ts';
import { columnName, plain, joined, sentenceOf } from './words.ts';

const mostSourceRows = 20;
const mostRecords = 50;
const mostInJournal = 1000;
const deepest = 4;

const explainers: Readonly<Record<string, Explainer>> = {
  allocationPlan: explainAllocationPlan,
  balances: explainBalance,
  billLines: explainLine,
  charges: explainCharge,
  chargesPreview: explainPreview,
  consolidatedBill: explainConsolidatedBill,
  discountCheck: explainDiscountCheck,
  dues: explainDue,
  exceptions: explainException,
  findings: explainFinding,
  float: explainFloat,
  imports: explainImport,
  journalLines: ({ row }) => ({ seqs: row['seq'] === '' ? [] : [Number(row['seq'])] }),
  importTrial: explainTried,
  invoiceable: explainInvoiceable,
  lossCheck: explainLossCheck,
  lots: explainLot,
  movements: explainMovement,
  overview: explainOverview,
  recoveryPlan: explainRecoveryPlan,
  selectionSum: explainSelection,
  statement: explainStatementRow,
  vendorBalances: explainVendorBalance,
};

/** Explains a figure by its key; refuses a key that no answer of this desk has. */
export function explain(asking: Asking, { figure: key, draft }: QueryInput<'explain'>): Explanation {
  const { value, currency, title, findings, subjects } = foundBy(asking, key, draft);
  const { parts = [], settledBy = [], note } = findings;
  for (const way of [parts, settledBy]) assertSum(key, value, way);
  return {
    figure: key,
    title,
    sentence: sentenceOf(title, value, currency, parts, note),
    amount: written(value, currency),
    currency,
    components: parts.map((part) => componentOf(part, currency)),
    settledBy: settledBy.map((part) => componentOf(part, currency)),
    records: recordsOf(asking, findings, subjects),
    sourceRows: sourceRowsOf(asking, findings.buckets ?? []),
  };
}

/**
 * The lines behind a figure: where it is what positions hold, all lines of these; else the records behind it and what of
 * them it is about. Of a figure that is the sum of others, those of all of them.
 */
export function journalOf(asking: Asking, { figure: key, draft }: QueryInput<'journalOf'>): JournalAsked {
  forBookDesk(asking, 'journalOf');
  const records = new Set<number>();
  const about = new Set<string>();
  const held = new Set<string>();
  let until: Pick<JournalAsked, 'until'> = {};
  let keys = [key];
  for (let depth = 0; depth < deepest && keys.length > 0; depth++)
    keys = keys.flatMap((each) => {
      const { findings, subjects, asOf } = foundBy(asking, each, draft);
      const { seqs = [], mentions = [], parts = [], positions = [] } = findings;
      for (const position of positions) held.add(position);
      if (positions.length > 0 && asOf !== undefined) until = { until: asOf };
      if (positions.length > 0) return [];
      const mentioned = mentions.length > 0 ? asking.sources.records({ from: 1, to: asking.book.seq, mentions }) : [];
      const own = [...seqs, ...mentioned.map(({ seq }) => seq)];
      for (const seq of own) records.add(seq);
      if (own.length > 0) for (const subject of subjects) about.add(subject);
      return own.length > 0 ? [] : parts.flatMap(({ figure, partOf }) => keyOfPart(figure ?? partOf));
    });
  if (held.size > 0) return { about: [...held], ...until };
  return { records: [...records].sort((left, right) => left - right).slice(0, mostInJournal), about: [...about] };
}

function keyOfPart(figure: Figure | undefined): readonly string[] {
  return figure ? [figureKey(figure)] : [];
}

function foundBy(asking: Asking, key: string, draft: FigureDraft | undefined): Found {
  const figure = readFigureKey(key);
  const list = figure && listOfFigure(asking, figure, draft);
  if (!figure || !list) throw noSuchFigure(key);
  return 'row' in figure.of ? explainCell({ asking, figure, draft }, list, key) : explainSum(figure, list, key);
}

/** The list that a figure stands in: that of a selection is worked out of another one. */
function listOfFigure(asking: Asking, { query, input }: Figure, draft: FigureDraft | undefined): List | undefined {
  if (query !== 'selectionSum') return listOfFigures(asking, query, input, draft);
  return selectedFigures(asking, { ...(input as QueryInput<'selectionSum'>), draft });
}

interface Found {
  readonly value: Decimal;
  readonly currency: string;
  readonly title: Explanation['title'];
  readonly findings: Findings;
  /** What the journal lines behind it are about. */
  readonly subjects: readonly string[];
  /** The day that it was asked for. */
  readonly asOf?: string | undefined;
}

function explainCell(
  { asking, figure, draft }: Pick<Cell, 'asking' | 'figure' | 'draft'>,
  { columns, rows }: List,
  key: string,
): Found {
  const id = 'row' in figure.of ? figure.of.row : '';
  const row = rows.find((one) => one.id === id);
  const value = parseDecimal(row?.[figure.column] ?? '');
  if (!row || !value) throw noSuchFigure(key);
  const currency = columns[figure.column] === 'amount' ? (row['currency'] ?? '') : '';
  const cell: Cell = { asking, figure, row, rows, column: figure.column, value, currency, draft };
  const title = joined(columnName(figure.column), plain('·'), plain(rowName(row)));
  const findings = explainers[figure.query]?.(cell) ?? {};
  const subjects = (asking.desk === '' ? findings.positions : undefined) ?? subjectsOf(asking, row);
  const { asOf } = figure.input;
  return { value, currency, title, findings, subjects, asOf: typeof asOf === 'string' ? asOf : undefined };
}

function explainSum(figure: Figure, list: Parameters<typeof sumsOf>[0], key: string): Found {
  const currency = 'sumIn' in figure.of ? figure.of.sumIn : '';
  const filter = figure.input['filter'] as unknown as readonly ListFilter[] | undefined;
  const rows = selected(list, { filter }).filter((row) => (row['currency'] ?? '') === currency);
  const sum = sumsOf(list, rows)[currency]?.[figure.column];
  const value = parseDecimal(sum ?? '');
  if (!value) throw noSuchFigure(key);
  const parts = partsOfRows(figure.query, figure.input, rows, figure.column);
  return { value, currency, title: columnName(figure.column), findings: { parts }, subjects: [] };
}

function assertSum(key: string, value: Decimal, parts: readonly Part[]): void {
  if (parts.length === 0) return;
  const sum = parts.map((part) => part.value).reduce(add, zero);
  if (compareDecimals(sum, value) !== 0)
    throw new Error(`the parts of ${key} sum to ${formatDecimal(sum)}, not to ${formatDecimal(value)}`);
}

function componentOf({ label, value, figure, partOf }: Part, currency: string): Component {
  return {
    label,
    amount: written(value, currency),
    currency,
    ...(figure ? { figure: figureKey(figure) } : {}),
    ...(partOf ? { partOf: figureKey(partOf) } : {}),
  };
}

/** All decimals of the value, at least those of the currency. */
function written(value: Decimal, currency: string): string {
  const decimals = currency === '' ? 0 : currencyDecimals(currency);
  const short = formatDecimal(value);
  const digits = short.includes('.') ? short.length - short.indexOf('.') - 1 : 0;
  return digits >= decimals ? short : formatCoefficient(roundRatio(ratioOf(value), decimals), decimals);
}

function recordsOf(
  { sources, book }: Asking,
  { seqs = [], mentions = [] }: Findings,
  subjects: readonly string[],
): readonly RecordMention[] {
  const wanted = [...new Set(seqs)].sort((left, right) => left - right).slice(0, mostRecords);
  const found = wanted.flatMap((seq) => sources.records({ from: seq, to: seq }));
  const mentioned = mentions.length === 0 ? [] : sources.records({ from: 1, to: book.seq, mentions });
  const records = new Map([...found, ...mentioned].map((record) => [record.seq, record]));
  return [...records.values()]
    .sort((left, right) => left.seq - right.seq)
    .slice(0, mostRecords)
    .map((record) => {
      const { seq, at, kind, by } = record;
      return { seq, at, kind, by, lines: journalLines(record, subjects) };
    });
}

function sourceRowsOf({ sources }: Asking, buckets: readonly ImportedBucket[]): readonly SourceRow[] {
  const rows: SourceRow[] = [];
  for (const [importId, own] of groupedBy(buckets, (bucket) => bucket.import)) {
    if (rows.length >= mostSourceRows) break;
    const places = own.map(({ place }) => place);
    rows.push(...sources.sourceRows(importId, places, mostSourceRows - rows.length));
  }
  return rows;
}

function noSuchFigure(key: string): Refused {
  return new Refused({
    code: 'noSuchFigure',
    what: `No answer has a figure ${key}.`,
    unchanged: 'Nothing was changed.',
    next: 'Ask the list again and take the key of a figure that it shows.',
    where: { column: 'figure', value: key },
  });
}

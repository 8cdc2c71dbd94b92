// The month brief of a book: the overview as a desk sees it, in amounts and in the words of one language.
import { type Month } from '../../calendar/day.ts';
import { importsIn } from '../../book/standing-imports.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { monthBrief } from '../../documents/month-brief.ts';
import type {
  BriefEntity,
  BriefFigure,
  BriefHistory,
  BriefMovers,
  MonthBriefFacts,
} from '../../documents/month-brief-facts.ts';
import type { PrintableDocument } from '../../documents/page.ts';
import type { Label } from '../../documents/words.ts';
import { type Minor, parseMinor } from '../../money/minor.ts';
import type { EntityCode } from '../../rules/names.ts';
import { Refused } from '../../rules/refusal.ts';
import { type Asking, monthAsked } from '../asking.ts';
import type { ListRow } from '../listing.ts';
import { type FigureName, deltaOf, figureNames, previousOf } from '../overview-figures.ts';
import { type Overview, type WorkItem, overview } from '../overview.ts';

const titles: Readonly<Record<FigureName, Label>> = {
  charges: { en: 'Charges', zh: '费用' },
  paidOnBehalf: { en: 'Paid on behalf', zh: '代付' },
  balance: { en: 'Balance', zh: '余额' },
  allocatedUnspent: { en: 'Allocated, unspent', zh: '已划拨未用' },
  recoverable: { en: 'Recoverable', zh: '可回收' },
  unissuedInvoices: { en: 'To invoice', zh: '待开票' },
  intercompany: { en: 'Between entities', zh: '主体间往来' },
};

const states: Readonly<Record<Overview['state'], Label>> = {
  'to-run': { en: 'To run', zh: '待结转' },
  run: { en: 'Run', zh: '已结转' },
  outdated: { en: 'Run outdated', zh: '需重新结转' },
};

const tasks: Readonly<Record<WorkItem['task'], Label>> = {
  'import-bills': { en: 'Bills missing', zh: '缺少的账单' },
  'resolve-exceptions': { en: 'Exceptions to resolve', zh: '待处理异常' },
  'run-charges': { en: 'Charges to run', zh: '待计费结转' },
  'request-invoices': { en: 'Invoices to request', zh: '待申请发票' },
  'settle-dues': { en: 'Dues between entities', zh: '未结主体间往来' },
};

const provisionalBills: Label = { en: 'prov.', zh: '暂估' };
const openState: Label = { en: 'Open', zh: '未结' };

/** The brief of a month; throws Refused where its figures do not fit on the page. */
export function monthBriefOf(asking: Asking, input: QueryInput<'monthBrief'>): PrintableDocument {
  try {
    return monthBrief(factsOf(asking, input));
  } catch (error) {
    if (error instanceof RangeError) throw new Refused(tooLarge);
    throw error;
  }
}

function factsOf(asking: Asking, { period, language, printedAt }: QueryInput<'monthBrief'>): MonthBriefFacts {
  const { book } = asking;
  const month = monthAsked(period);
  const told = overview(asking, { period });
  const named = (name: string, nameZh: string | undefined): string => (language === 'zh' && nameZh) || name;
  const entityName = (code: string): string => {
    const entity = book.structure.entities.get(code as EntityCode);
    return entity ? named(entity.name, entity.nameZh) : code;
  };
  return {
    language,
    bookName: named(book.title.name, book.title.nameZh),
    period: month,
    state: states[told.state],
    provisional: isProvisional(asking, month, told),
    printedAt,
    figureTitles: figureNames.map((name) => titles[name]),
    figures: told.figures.map((row) => ({
      currency: row.id,
      figures: figureNames.map((name) => figureOf(row, name, previousOf(name), deltaOf(name))),
    })),
    entities: told.entities.map((row) => entityOf(row, language, entityName)),
    work: told.work.map(({ task, count }) => ({ what: tasks[task], count })),
    history: historyOf(told.history, entityName),
    movers: told.state === 'to-run' ? null : moversOf(told),
    runway: told.runway.map((row) => ({
      account: row['name'] || row['account'] || row.id,
      currency: row['currency'] ?? '',
      days: row['runwayDays'] ?? '',
      available: amountOf(row, 'available'),
    })),
  };
}

/** A bill that may still change, or is missing, or a run that does not stand for all of them. */
function isProvisional({ book }: Asking, month: Month, { state, work }: Overview): boolean {
  return (
    state !== 'run' ||
    work.some(({ task }) => task === 'import-bills' || task === 'resolve-exceptions') ||
    importsIn(book, month).some(({ final }) => !final)
  );
}

function amountOf(row: ListRow, column: string): Minor {
  return parseMinor(row[column] ?? '', row['currency'] ?? '') ?? 0n;
}

function figureOf(row: ListRow, now: string, before: string, delta: string): BriefFigure {
  const change = row[delta] === '' ? null : amountOf(row, delta);
  return { amount: amountOf(row, now), previous: amountOf(row, before), change };
}

function entityOf(row: ListRow, language: 'en' | 'zh', entityName: (code: string) => string): BriefEntity {
  const cell = (column: string): string => row[column] ?? '';
  const bills = cell('billsExpected') === '0' ? '' : `${cell('billsReceived')} / ${cell('billsExpected')}`;
  return {
    entity: cell('entity'),
    name: entityName(cell('entity')),
    currency: cell('currency'),
    accounts: cell('accounts'),
    bills: [bills, cell('provisional') && provisionalBills[language]].filter(Boolean).join(' '),
    charges: figureOf(row, 'charges', 'previous', 'delta'),
    balance: amountOf(row, 'balance'),
    runwayDays: cell('runwayDays'),
    exceptions: cell('exceptions'),
    invoices: cell('invoices') === '0' ? '' : `${cell('invoicesIssued')} / ${cell('invoices')}`,
    closeState: openState[language],
  };
}

function historyOf(
  { currency, series, months }: Overview['history'],
  entityName: (code: string) => string,
): BriefHistory {
  const minor = (amount: string): Minor => parseMinor(amount, currency) ?? 0n;
  return {
    currency,
    series: series.map(entityName),
    months: months.map(({ period, total, parts, others }) => ({
      period,
      total: minor(total),
      parts: [
        ...series.map((entity) => minor(parts.find((part) => part.entity === entity)?.amount ?? '')),
        minor(others),
      ],
    })),
  };
}

function moversOf({ movers: { currency, rows, others }, figures }: Overview): BriefMovers {
  const total = figures.find(({ id }) => id === currency);
  const sum = (column: string): Minor => (total ? amountOf(total, column) : 0n);
  return {
    currency,
    previous: sum('chargesPrevious'),
    rows: rows.map((row) => ({ name: `${row['product']} ${row['entity']}`, change: amountOf(row, 'delta') })),
    others: others ? amountOf(others, 'delta') : null,
    total: sum('charges'),
  };
}

const tooLarge = {
  code: 'briefTooLarge',
  what: 'The figures of this month do not fit on a page.',
  unchanged: 'Nothing was printed.',
  next: 'Export the tables instead.',
};

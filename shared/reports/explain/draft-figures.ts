// Figures of what is not in the book yet, as rows that can be named: plans with their sources, movements and totals, and
// files that were tried out. It explains the files; plans are explained in plans.ts.
import type { FigureDraft } from '../../contract/queries.ts';
import type { AccountKey } from '../../rules/names.ts';
import type { Asking } from '../asking.ts';
import { rowId } from '../figure.ts';
import { type List, type ListRow, columnsOf } from '../listing.ts';
import { allocationPlan } from '../plan/allocation-plan.ts';
import type { FundsPlan } from '../plan/plan.ts';
import { recoveryPlan } from '../plan/recovery-plan.ts';
import type { Cell, Findings } from './explanation.ts';
import { partsBeside, withRest } from './parts.ts';
import { partWords } from './words.ts';

const planAmounts = [
  ...['available', 'burnPerDay', 'suggested', 'amount', 'after', 'cash', 'frozen', 'gift', 'recoverable'],
  ...['frozenStays', 'free', 'received', 'repaid', 'given', 'left'],
];

/** All rows of a plan that hold figures: accounts by their ids, `source:`, `movement:` and `total:` before the others. */
export function planFigures(
  asking: Asking,
  query: 'allocationPlan' | 'recoveryPlan',
  asOf: string,
  draft: FigureDraft | undefined,
): List | undefined {
  if (!draft || !('rows' in draft)) return undefined;
  const plan: FundsPlan =
    query === 'allocationPlan'
      ? allocationPlan(asking, { asOf, rows: draft.rows })
      : recoveryPlan(asking, { asOf, rows: draft.rows });
  return {
    columns: columnsOf({ number: ['targetDays', 'afterDays'], amount: planAmounts }),
    rows: [
      ...plan.rows,
      ...plan.sources.map((row): ListRow => ({ ...row, id: `source:${row.id}`, account: row.id, kind: 'source' })),
      ...plan.movements.map((movement, place): ListRow => {
        const { provider, account, to = '', amount, currency, reference = '' } = movement;
        const [from, target] = [`${provider}:${account}`, `${provider}:${to}`];
        return {
          id: `movement:${place}`,
          kind: 'movement',
          subject: `${nameOf(asking, from)} → ${nameOf(asking, target)}`,
          from,
          to: target,
          amount,
          currency,
          reference,
        };
      }),
      ...Object.entries(plan.sums).map(([currency, sums]): ListRow => {
        return { ...sums, id: `total:${currency}`, kind: 'total', subject: currency, currency };
      }),
    ],
  };
}

function nameOf({ book }: Asking, account: string): string {
  return book.structure.accounts.get(account as AccountKey)?.name || account;
}

/** The sums of files that were tried out, by file and currency, and how many rows of each are kept. */
export function triedFigures(draft: FigureDraft | undefined): List | undefined {
  if (!draft || !('files' in draft)) return undefined;
  const rows = draft.files.flatMap(({ id, name: subject, rows: read, kept: keptRows, sums }): readonly ListRow[] => [
    { id, subject, rowsRead: String(read), rowsKept: String(keptRows), rowsAside: String(read - keptRows) },
    ...sums.map(({ currency, inFile, kept }) => ({
      id: rowId(id, currency),
      subject,
      currency,
      inFile,
      keptSum: kept,
    })),
  ]);
  const columns = columnsOf({ number: ['rowsRead', 'rowsKept', 'rowsAside'], amount: ['inFile', 'keptSum'] });
  return { columns, rows };
}

/** What is kept of a file is what it holds less what is set aside. */
export function explainTried(cell: Cell): Findings {
  const { row, column, value } = cell;
  const note = partWords.tried(row['subject'] ?? '');
  switch (column) {
    case 'keptSum':
      return { parts: withRest(partsBeside(cell, [['inFile', 1]]), value, () => partWords.setAside), note };
    case 'rowsRead':
      return {
        parts: partsBeside(cell, [
          ['rowsKept', 1],
          ['rowsAside', 1],
        ]),
        note,
      };
    default:
      return { note };
  }
}

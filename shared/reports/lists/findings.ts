// What needs looking at but blocks nothing (rules B3, B5, C4, F7): the findings of the month's results and of its files.
import { type Month, lastDay } from '../../calendar/day.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { accountKey } from '../../rules/names.ts';
import { type Asking, monthAsked } from '../asking.ts';
import { rowId } from '../figure.ts';
import { findingsTable } from '../findings.ts';
import { type List, columnsOf } from '../listing.ts';
import { seesBalance, seesBills } from '../sight.ts';
import type { TableRow } from '../table.ts';
import { seesImport } from './imports.ts';
import { importsIn } from './months.ts';

const texts = ['kind', 'provider', 'account', 'product', 'currency', 'message'];

export function findingsList(asking: Asking, { period }: QueryInput<'findings'>): List {
  const month = monthAsked(period);
  const found = findingsTable(asking.book, month).rows.filter((row) => seesFinding(asking, row, month));
  const rows = [...found, ...fileFindings(asking, month)].map((row) => {
    const { kind = '', provider = '', account = '', product = '', currency = '' } = row;
    return { ...row, id: rowId(kind, provider, account, product, currency) };
  });
  return { columns: columnsOf({ text: texts, amount: ['amount'] }), rows };
}

function seesFinding(asking: Asking, row: TableRow, month: Month): boolean {
  if (asking.desk === '') return true;
  const account = accountKey(row['provider'] ?? '', row['account'] ?? '');
  const sees = row['kind'] === 'blast-radius' ? seesBalance : seesBills;
  return sees(asking, account, lastDay(month));
}

/** Files that share a few lines with another, and files whose lines do not add up from their parts. */
function fileFindings(asking: Asking, month: Month): readonly TableRow[] {
  return importsIn(asking.book, month)
    .filter((booked) => seesImport(asking, booked))
    .flatMap(({ fact }) => {
      const finding = {
        provider: fact.months[0]?.provider ?? '',
        account: '',
        product: fact.name,
        currency: '',
        amount: '',
      };
      const shared = fact.shared.filter((one) => !one.overlap).reduce((sum, one) => sum + one.lines, 0);
      return [
        ...(shared === 0
          ? []
          : [
              {
                ...finding,
                kind: 'shared-lines',
                message: `${fact.name} has ${shared} lines that another file has too.`,
              },
            ]),
        ...(fact.partsDiffer === 0
          ? []
          : [
              {
                ...finding,
                kind: 'parts-differ',
                message: `In ${fact.partsDiffer} lines of ${fact.name} voucher, gift and cash do not add up to the cost.`,
              },
            ]),
      ];
    });
}

// What lies between entities: dues (R1), float (R2), and what may be invoiced (I2), as the result tables have them.
import { type Month, lastDay } from '../../calendar/day.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { mayAct } from '../../book/desk.ts';
import type { FundsEffect } from '../../rules/effect.ts';
import { accountOf } from '../../rules/link.ts';
import { accountKey } from '../../rules/names.ts';
import { type Asking, monthAsked } from '../asking.ts';
import { duesTable } from '../dues.ts';
import { rowId } from '../figure.ts';
import { floatTable } from '../float.ts';
import { floatSteps, flowsUntil } from '../flows.ts';
import { invoiceableTable } from '../invoiceable.ts';
import { type List, columnsOf } from '../listing.ts';
import { isParty, seesEffect } from '../sight.ts';

export function duesList(asking: Asking, { period }: QueryInput<'dues'>): List {
  const month = monthAsked(period);
  const hidden = hiddenRows(asking, month, ({ due }) => (due ? [rowId(due.creditor, due.debtor)] : []));
  const rows = duesTable(asking.book, month).rows.flatMap((row) => {
    const { creditor = '', debtor = '', currency = '' } = row;
    const seen =
      isParty(asking, [creditor, debtor], lastDay(month)) && !hidden.has(rowId(rowId(creditor, debtor), currency));
    return seen ? [{ ...row, id: rowId(creditor, debtor, currency) }] : [];
  });
  const amounts = ['opening', 'charges', 'payments', 'closing'];
  return { columns: columnsOf({ text: ['creditor', 'debtor', 'currency'], amount: amounts }), rows };
}

export function floatList(asking: Asking, { period }: QueryInput<'float'>): List {
  const month = monthAsked(period);
  const hidden = hiddenRows(asking, month, (effect) =>
    floatSteps(effect).map(({ origin, holder }) => rowId(origin, holder)),
  );
  const rows = floatTable(asking.book, month).rows.flatMap((row) => {
    const { origin = '', holder = '', currency = '' } = row;
    const seen =
      isParty(asking, [origin, holder], lastDay(month)) && !hidden.has(rowId(rowId(origin, holder), currency));
    return seen ? [{ ...row, id: rowId(origin, holder, currency) }] : [];
  });
  const amounts = ['opening', 'received', 'returned', 'spent', 'closing'];
  return { columns: columnsOf({ text: ['origin', 'holder', 'currency'], amount: amounts }), rows };
}

/** The rows that hold an effect which the desk may not see; `rowsOf` names the rows of an effect without its currency. */
function hiddenRows(
  asking: Asking,
  month: Month,
  rowsOf: (effect: FundsEffect) => readonly string[],
): ReadonlySet<string> {
  const hidden = new Set<string>();
  if (asking.desk === '') return hidden;
  for (const { effect, entry } of flowsUntil(asking.book, month)) {
    if (seesEffect(asking, effect, entry)) continue;
    const { currency } = accountOf(asking.book.structure, effect.account);
    for (const row of rowsOf(effect)) hidden.add(rowId(row, currency));
  }
  return hidden;
}

/** A desk sees what its own account may ask an invoice for, and that of accounts which let it invoice (I4). */
export function invoiceableList({ book, desk }: Asking, { period }: QueryInput<'invoiceable'>): List {
  const month = monthAsked(period);
  const rows = invoiceableTable(book, month).rows.flatMap((row) => {
    const key = accountKey(row['provider'] ?? '', row['account'] ?? '');
    if (!mayAct(book.structure, desk, key, 'invoice', lastDay(month))) return [];
    return [{ ...row, id: key, name: accountOf(book.structure, key).name }];
  });
  const texts = ['provider', 'account', 'name', 'entity', 'currency'];
  return { columns: columnsOf({ text: texts, amount: ['amount'] }), rows };
}

// What every account holds and owes on a day, how long it lasts, what can come back, and whether the vendor agrees.
import { type Day, formatDay, monthOf } from '../../calendar/day.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { type Minor, formatMinor } from '../../money/minor.ts';
import type { AccountKey } from '../../rules/names.ts';
import { emptyPurse } from '../../rules/purse.ts';
import { pursesOn } from '../../rules/timeline.ts';
import { allocatedUntil, recoverableOf, unspentOf } from '../allocated.ts';
import { type Asking, dayAsked } from '../asking.ts';
import { type Balance, balancesOn } from '../balances.ts';
import { burnBefore, perDay, runwayDays } from '../burn.ts';
import { cellsOfId, rowId } from '../figure.ts';
import { type List, type ListRow, columnsOf, sumsOf } from '../listing.ts';
import { seesBalance } from '../sight.ts';
import { type ComparedBalance, comparedBalances, latestBalances } from './vendor-balances.ts';

const texts = [
  'provider',
  'account',
  'name',
  'entity',
  'mode',
  'payer',
  'currency',
  'status',
  'vendorBalanceDate',
  'check',
  'alert',
];
const held = [
  'cash',
  'frozen',
  'gift',
  'voucher',
  'creditLimit',
  'creditAvailable',
  'owed',
  'overdue',
  'available',
  'balance',
];
/** An account whose money lasts fewer days is said to run dry. */
const shortRunwayDays = 7n;
const used = [
  'burnPerDay',
  'allocatedToDate',
  'consumed',
  'allocatedUnspent',
  'recoverable',
  'vendorBalance',
  'difference',
];

export function balancesList(asking: Asking, { asOf, groupBy = [] }: QueryInput<'balances'>): List {
  const { book } = asking;
  const day = dayAsked(book, asOf);
  const purses = pursesOn(book.timeline, book.structure, day);
  const allocated = allocatedUntil(book, day);
  const burn = burnBefore(asking, day);
  const vendor = latestBalances(comparedBalances(book, day));
  const balances = balancesOn(book, day);
  const paid = new Map<AccountKey, number>();
  for (const { payer } of balances) if (payer !== null) paid.set(payer, (paid.get(payer) ?? 0) + 1);
  const rows = balances
    .filter(({ account }) => seesBalance(asking, account.key, day))
    .map((balance): ListRow => {
      const { key, currency } = balance.account;
      const text = (amount: Minor): string => formatMinor(amount, currency);
      const purse = purses.get(key) ?? emptyPurse;
      const { allocated: received, recovered } = allocated(key);
      const compared = vendor.get(key);
      const days =
        balance.payer === null && balance.creditLimit !== null ? runwayDays(burn, key, balance.available) : null;
      return {
        ...heldCells(balance),
        burnPerDay: text(perDay(burn, key)),
        runwayDays: days === null ? '' : days.toString(),
        allocatedToDate: text(received),
        consumed: text(received - recovered - unspentOf(purse)),
        allocatedUnspent: text(unspentOf(purse)),
        recoverable: text(recoverableOf(purse)),
        vendorBalance: compared ? text(compared.amount) : '',
        vendorBalanceDate: compared ? formatDay(compared.date) : '',
        difference: compared ? text(compared.difference) : '',
        check: checkOf(compared, day),
        alert: alertOf(balance.status, paid.get(key) ?? 0, days, compared),
        paysFor: paid.get(key)?.toString() ?? '',
      };
    });
  const columns = columnsOf({ text: texts, number: ['runwayDays', 'paysFor'], amount: [...held, ...used] });
  return groupBy.length > 0 ? byEntity(columns, rows) : { columns, rows };
}

/** Subtotals by entity and currency; what is no amount has none. */
function byEntity(columns: List['columns'], rows: readonly ListRow[]): List {
  const groups = new Map<string, ListRow[]>();
  for (const row of rows) {
    const id = rowId(row['entity'] ?? '', row['currency'] ?? '');
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  const subtotals = [...groups].map(([id, own]): ListRow => {
    const [entity = '', currency = ''] = cellsOfId(id);
    return { ...sumsOf({ columns, rows: own }, own)[currency], id, entity, currency, accounts: String(own.length) };
  });
  const amounts = Object.keys(columns).filter((column) => columns[column] === 'amount');
  return {
    columns: columnsOf({ text: ['entity', 'currency'], number: ['accounts'], amount: amounts }),
    rows: subtotals,
  };
}

/** How the last recorded vendor balance stands: it counts for its month, after that it is stale. */
function checkOf(compared: ComparedBalance | undefined, day: Day): string {
  if (!compared) return 'none';
  if (compared.difference !== 0n) return 'failed';
  return monthOf(compared.date) < monthOf(day) ? 'stale' : 'passed';
}

/** What needs looking at first; an overdue payer puts every account at risk that it pays for (F7). */
function alertOf(
  status: Balance['status'],
  paysFor: number,
  runway: bigint | null,
  compared: ComparedBalance | undefined,
): string {
  if (status === 'overdue') return paysFor > 0 ? 'blast-radius' : 'overdue';
  if (runway !== null && runway < shortRunwayDays) return 'runs-dry';
  return compared !== undefined && compared.difference !== 0n ? 'unreconciled' : '';
}

function heldCells(balance: Balance): ListRow {
  const { account, entity, payer, cash, frozen, gift, voucher, creditLimit, owed, available, status } = balance;
  const { key, provider, id, name, currency } = account;
  const text = (amount: Minor): string => formatMinor(amount, currency);
  return {
    id: key,
    provider,
    account: id,
    name,
    entity,
    mode: payer === null ? 'self-pay' : 'pay-on-behalf',
    payer: payer ?? '',
    currency,
    cash: text(cash),
    frozen: text(frozen),
    gift: text(gift),
    voucher: text(voucher),
    creditLimit: creditLimit === null ? '' : text(creditLimit),
    creditAvailable: creditLimit === null ? '' : text(creditLimit > owed ? creditLimit - owed : 0n),
    owed: text(owed),
    overdue: creditLimit === null ? '' : text(owed > creditLimit ? owed - creditLimit : 0n),
    available: text(available),
    balance: text(cash + gift - owed),
    status,
  };
}

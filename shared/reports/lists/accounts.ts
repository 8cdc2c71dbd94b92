// The accounts of the group as they stand on a day: who owns them, who pays for them, whose offers they use (S3, P1, D2).
import { type Day, type Month, formatDay, formatMonth } from '../../calendar/day.ts';
import type { Book } from '../../book/book.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { formatMinor } from '../../money/minor.ts';
import { creditLimitOn, entityOn, heritageOn, payingLinkOn } from '../../rules/link.ts';
import type { AccountKey } from '../../rules/names.ts';
import type { Account } from '../../rules/structure.ts';
import { type Asking, dayAsked } from '../asking.ts';
import { seesCharge } from '../sight.ts';
import { type List, type ListRow, columnsOf } from '../listing.ts';

const relations = ['mode', 'payer', 'discountSource'];
const dates = ['opened', 'closed', 'lastCharged'];
const texts = ['provider', 'account', 'name', 'entity', 'role', 'status', ...relations, 'currency', ...dates];

export function accountsList(asking: Asking, { asOf }: QueryInput<'accounts'>): List {
  const { book } = asking;
  const day = dayAsked(book, asOf);
  const lastCharged = lastChargedMonths(asking);
  const rows = [...book.structure.accounts.values()].map((account) => accountRow(book, account, day, lastCharged));
  return { columns: columnsOf({ text: texts, amount: ['creditLimit'] }), rows };
}

function accountRow(book: Book, account: Account, day: Day, lastCharged: ReadonlyMap<AccountKey, Month>): ListRow {
  const { key, provider, id, name, role, currency, opened, closed } = account;
  const payer = payingLinkOn(book.structure, key, day)?.admin;
  const limit = creditLimitOn(book.structure, key, day);
  const last = lastCharged.get(key);
  return {
    id: key,
    provider,
    account: id,
    name,
    entity: entityOn(book.structure, key, day),
    role,
    status: closed !== null && closed <= day ? 'closed' : 'active',
    mode: payer ? 'pay-on-behalf' : 'self-pay',
    payer: payer ?? '',
    discountSource: heritageOn(book.structure, key, day) ?? '',
    currency,
    creditLimit: limit === null ? '' : formatMinor(limit, currency),
    opened: opened === null ? '' : formatDay(opened),
    closed: closed === null ? '' : formatDay(closed),
    lastCharged: last === undefined ? '' : formatMonth(last),
  };
}

function lastChargedMonths(asking: Asking): ReadonlyMap<AccountKey, Month> {
  const last = new Map<AccountKey, Month>();
  const runs = [...asking.book.runs.values()].sort((left, right) => left.run.period - right.run.period);
  for (const { run } of runs)
    for (const charge of run.charges)
      if (last.get(charge.owner) !== run.period && seesCharge(asking, charge, run.period))
        last.set(charge.owner, run.period);
  return last;
}

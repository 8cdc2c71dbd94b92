// The consolidated bill of a desk and month as a list (rule I1): per account and product of everything in its scope,
// with the proof that vendors' totals are accounted for. It is a view and moves no liability.
import { type Month, lastDay } from '../../calendar/day.ts';
import { bookDeskOnly } from '../../book/desk.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { currencyDecimals } from '../../money/currency.ts';
import { add, zero } from '../../money/decimal.ts';
import { type Minor, formatMinor } from '../../money/minor.ts';
import { ratioOf, roundRatio } from '../../money/ratio.ts';
import { accountOf, entityOn, payerOn } from '../../rules/link.ts';
import { type AccountKey, idOf, providerOf } from '../../rules/names.ts';
import { compareText } from '../../rules/order.ts';
import { Refused } from '../../rules/refusal.ts';
import type { Page } from '../../contract/answer.ts';
import { type Asking, monthAsked } from '../asking.ts';
import { type SettledCharge, settledCharges } from '../charges.ts';
import { amountsOf, groupedBy } from '../document-facts/bill-amounts.ts';
import { billScope } from '../document-facts/consolidated-bill-of.ts';
import { rowId } from '../figure.ts';
import { type List, type ListRow, columnsOf, pageOf } from '../listing.ts';
import { seesCharge } from '../sight.ts';
import { worksIn } from '../works.ts';

/** list − discount = total = setOff + vouchers + gift + cash + credit. */
export const billAmounts = ['list', 'discount', 'setOff', 'vouchers', 'gift', 'cash', 'credit', 'total'] as const;
const texts = ['provider', 'account', 'name', 'entity', 'mode', 'payer', 'product', 'currency'];

/** A bill's rows; accounts in its scope without charges; per payer vendorTotal + adjustments − statement = difference. */
export interface ConsolidatedBill extends Page<ListRow> {
  readonly accounts: readonly string[];
  readonly tieOut: readonly ListRow[];
}

export function consolidatedBill(asking: Asking, input: QueryInput<'consolidatedBill'>): ConsolidatedBill {
  const month = monthAsked(input.period);
  const scope = billScope(asking.book, month, deskAsked(asking, input.desk));
  const page = pageOf(consolidatedBillList(asking, input), input);
  return { ...page, accounts: scope?.accounts ?? [], tieOut: tieOut(asking, scopeCharges(asking, input), month) };
}

export function consolidatedBillList(asking: Asking, input: QueryInput<'consolidatedBill'>): List {
  const { structure } = asking.book;
  const day = lastDay(monthAsked(input.period));
  const groups = groupedBy(scopeCharges(asking, input), ({ owner, product, currency }) =>
    rowId(owner, product, currency),
  );
  const rows = [...groups].map(([id, charges]): ListRow => {
    const { owner, product, currency } = charges[0]!;
    const payer = payerOn(structure, owner, day);
    const amounts = amountsOf(charges);
    return {
      id,
      provider: providerOf(owner),
      account: idOf(owner),
      name: accountOf(structure, owner).name,
      entity: entityOn(structure, owner, day),
      mode: payer === owner ? 'self-pay' : 'pay-on-behalf',
      payer: payer === owner ? '' : payer,
      product,
      currency,
      ...Object.fromEntries(billAmounts.map((column) => [column, formatMinor(amounts[column], currency)])),
    };
  });
  return { columns: columnsOf({ text: texts, amount: billAmounts }), rows };
}

/** The charges that the bill of a desk shows, as far as whoever asks sees them. */
export function scopeCharges(
  asking: Asking,
  { period, desk }: Pick<QueryInput<'consolidatedBill'>, 'period' | 'desk'>,
): readonly SettledCharge[] {
  const month = monthAsked(period);
  const scope = billScope(asking.book, month, deskAsked(asking, desk));
  return (scope?.charges ?? []).filter((charge) => seesCharge(asking, charge, month));
}

function deskAsked(asking: Asking, desk: string): AccountKey {
  if (asking.desk !== '' && asking.desk !== desk)
    throw new Refused(bookDeskOnly(asking.desk, `consolidatedBill of ${desk}`));
  if (asking.book.structure.accounts.has(desk as AccountKey)) return desk as AccountKey;
  throw new Refused({
    code: 'unknownAccount',
    rule: 'S3',
    what: `The book has no account ${desk}.`,
    unchanged: 'Nothing was changed.',
    next: 'Name the desk by its admin account, provider:id.',
    where: { column: 'desk', value: desk },
  });
}

/** Per payer: the lines in its name against its charges; what other bills show of it, or nobody in sight, is adjusted. */
function tieOut(asking: Asking, charges: readonly SettledCharge[], month: Month): readonly ListRow[] {
  const { works } = worksIn(asking, month);
  const all = groupedBy(settledCharges(asking.book, month), ({ payer, currency }) => rowId(payer, currency));
  const groups = groupedBy(charges, ({ payer, currency }) => rowId(payer, currency));
  return [...groups]
    .filter(([, [first]]) => asking.desk === '' || first!.payer === asking.desk)
    .sort(([left], [right]) => compareText(left, right))
    .map(([id, shown]) => {
      const { payer, currency } = shown[0]!;
      const billed = works.filter((work) => work.payer === payer && work.currency === currency);
      const exact = ratioOf(billed.map((work) => work.billed).reduce(add, zero));
      const vendorTotal = roundRatio(exact, currencyDecimals(currency));
      const statement = amountsOf(shown).total;
      const adjustments = statement - amountsOf(all.get(id) ?? []).total;
      const text = (amount: Minor): string => formatMinor(amount, currency);
      return {
        id,
        payer,
        currency,
        vendorTotal: text(vendorTotal),
        adjustments: text(adjustments),
        statement: text(statement),
        difference: text(vendorTotal + adjustments - statement),
      };
    });
}

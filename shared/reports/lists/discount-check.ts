// The discount check (rule C4): per owner and product what was billed against what the offers say, where they differ.
import { lastDay } from '../../calendar/day.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { type Decimal, add, formatDecimal, zero } from '../../money/decimal.ts';
import { formatMinor } from '../../money/minor.ts';
import { type Ratio, addRatios, zeroRatio } from '../../money/ratio.ts';
import type { ChargeWork } from '../../rules/charge.ts';
import { discountCheck } from '../../rules/discount-check.ts';
import { accountOf } from '../../rules/link.ts';
import { idOf, providerOf } from '../../rules/names.ts';
import type { Offer } from '../../rules/structure.ts';
import { type Asking, monthAsked } from '../asking.ts';
import { exactText } from '../exact-text.ts';
import { rowId } from '../figure.ts';
import { type List, columnsOf } from '../listing.ts';
import { offerText, termsCells } from '../offer-text.ts';
import { seesBills } from '../sight.ts';
import { worksIn } from '../works.ts';

const texts = [
  ...['provider', 'account', 'name', 'product', 'currency', 'offers', 'terms', 'termsZh'],
  ...['holder', 'offerProduct', 'offerKind', 'offerValue'],
];

/** `amount` = billed − contract, rounded; `contract` is cut to 8 decimals where it has more. */
export function discountCheckList(asking: Asking, { period }: QueryInput<'discountCheck'>): List {
  const month = monthAsked(period);
  const { works } = worksIn(asking, month);
  const sums = sumsByProduct(works);
  const rows = discountCheck(works)
    .filter(({ owner }) => seesBills(asking, owner, lastDay(month)))
    .map(({ owner, product, currency, amount, offers }) => {
      const id = rowId(owner, product, currency);
      const { billed, contract } = sums.get(id)!;
      const [offer, another] = offers;
      return {
        id,
        provider: providerOf(owner),
        account: idOf(owner),
        name: accountOf(asking.book.structure, owner).name,
        product,
        currency,
        billed: formatDecimal(billed),
        contract: exactText(contract),
        amount: formatMinor(amount, currency),
        offers: offers.map((one) => offerText(one).en).join('; '),
        ...termsCells(offers),
        ...offerCells(another ? undefined : offer),
      };
    });
  return { columns: columnsOf({ text: texts, amount: ['billed', 'contract', 'amount'] }), rows };
}

function sumsByProduct(works: readonly ChargeWork[]): ReadonlyMap<string, { billed: Decimal; contract: Ratio }> {
  const sums = new Map<string, { billed: Decimal; contract: Ratio }>();
  for (const { owner, product, currency, offered } of works) {
    const id = rowId(owner, product, currency);
    const { billed, contract } = sums.get(id) ?? { billed: zero, contract: zeroRatio };
    sums.set(id, { billed: add(billed, offered.billed), contract: addRatios(contract, offered.contract) });
  }
  return sums;
}

/** The one offer that was to be applied, as it can be offered anew; blank where there were several, or steps. */
function offerCells(offer: Offer | undefined): Readonly<Record<string, string>> {
  if (!offer || offer.terms.kind === 'tiers') return { holder: '', offerProduct: '', offerKind: '', offerValue: '' };
  const { holder, product, terms } = offer;
  const value = terms.kind === 'multiplier' ? terms.multiplier : terms.unitPrice;
  return { holder: idOf(holder), offerProduct: product, offerKind: terms.kind, offerValue: formatDecimal(value) };
}

// The charges of a run month with how each was settled (charges.csv of formats.md §2).
import { type Month, formatMonth } from '../calendar/day.ts';
import { type Minor, formatMinor } from '../money/minor.ts';
import type { Book } from '../book/book.ts';
import type { FundsEffect } from '../rules/effect.ts';
import type { Charge } from '../rules/movement.ts';
import { idOf, providerOf } from '../rules/names.ts';
import { type Table, tableOf } from './table.ts';

/** A charge with its split; `amount` = setOff + voucher + gift + cash + credit. */
export interface SettledCharge extends Charge {
  readonly setOff: Minor;
  readonly voucher: Minor;
  readonly gift: Minor;
  readonly cash: Minor;
  readonly credit: Minor;
}

type Split = { setOff: Minor; voucher: Minor; gift: Minor; cash: Minor; credit: Minor };

/** The settled charges of a month in the order of the run; none where the month was not run. */
export function settledCharges(book: Book, period: Month): readonly SettledCharge[] {
  const posted = book.runs.get(period);
  if (!posted) return [];
  const effects = book.timeline.settled.get(period)?.effects ?? [];
  const splits = posted.run.charges.map((): Split => ({ setOff: 0n, voucher: 0n, gift: 0n, cash: 0n, credit: 0n }));
  for (const effect of effects) addToSplit(splits, effect);
  return posted.run.charges.map((charge, place) => ({ ...charge, ...splits[place]! }));
}

function addToSplit(splits: Split[], effect: FundsEffect): void {
  switch (effect.kind) {
    case 'set-off':
      splits[effect.charge]!.setOff -= effect.amount;
      splits[effect.against]!.setOff += effect.amount;
      break;
    case 'returned-as-cash':
      splits[effect.charge]!.cash -= effect.amount;
      break;
    case 'by-voucher':
      splits[effect.charge]!.voucher += effect.amount;
      break;
    case 'by-gift':
      splits[effect.charge]!.gift += effect.amount;
      break;
    case 'by-cash':
      splits[effect.charge]!.cash += effect.amount;
      break;
    case 'by-credit':
      splits[effect.charge]!.credit += effect.amount;
      break;
    default:
      break;
  }
}

const identifying = ['period', 'provider', 'payer', 'owner', 'entity', 'product', 'category', 'currency'];
const amounts = ['list', 'amount', 'set_off', 'voucher', 'gift', 'cash', 'credit'];

export function chargesTable(book: Book, period: Month): Table {
  const rows = settledCharges(book, period).map((charge) => {
    const text = (amount: Minor): string => formatMinor(amount, charge.currency);
    return {
      period: formatMonth(period),
      provider: providerOf(charge.payer),
      payer: idOf(charge.payer),
      owner: idOf(charge.owner),
      entity: charge.entity,
      product: charge.product,
      category: charge.category,
      currency: charge.currency,
      list: text(charge.list),
      amount: text(charge.amount),
      set_off: text(charge.setOff),
      voucher: text(charge.voucher),
      gift: text(charge.gift),
      cash: text(charge.cash),
      credit: text(charge.credit),
    };
  });
  return tableOf('charges', [...identifying, ...amounts], identifying, rows);
}

// The lines of the sample's bills, independent of the format they are written in. Quantities, prices and costs are exact.
import { type Day, type Month, firstDay, formatMonth, lastDay } from '../../shared/calendar/day.ts';
import { type Terms, listTerms, productKey } from './offers.ts';
import { type Product, type Region, productsOf, regionsOf } from './products.ts';
import type { Random } from './random.ts';
import { type SampleAccount, payerOn } from './structure.ts';

/** How many decimals quantities, list prices, list costs and billed costs have. */
export const scales = { quantity: 3, price: 4, list: 7, billed: 10 } as const;

export type Transaction =
  'hourly' | 'daily' | 'monthly' | 'purchase' | 'renewal' | 'refund' | 'adjustment' | 'credit' | 'tax';

export interface SampleLine {
  readonly owner: SampleAccount;
  /** The account number that the vendor names as payer. */
  readonly vendorPayer: string;
  readonly product: Product;
  readonly region: Region;
  readonly transaction: Transaction;
  readonly transactionId: string;
  readonly resource: string;
  readonly month: Month;
  /** Seconds since 1970 on the clocks of the provider's days. */
  readonly start: number;
  readonly end: number;
  readonly paidAt: number;
  /** Coefficients at `scales`; a list of null: the vendor states none. */
  readonly quantity: bigint;
  readonly list: bigint | null;
  readonly billed: bigint;
  readonly effective: bigint;
  readonly committed: boolean;
  /** The multiplier as billed, in thousandths; null for contract unit prices. */
  readonly thousandths: bigint | null;
  /** What the cash part is short of the billed cost: a planted mistake of the vendor. */
  readonly missingCash: bigint;
  /** What the vendor took from a voucher. */
  readonly fromVoucher: bigint;
  /** The day whose links decide the payer (rule P6), and who that is by the sample's own book. */
  readonly payer: SampleAccount;
}

export interface LineMaker {
  readonly random: Random;
  readonly month: Month;
  readonly price: (account: SampleAccount, product: string, day: Day) => Terms;
  /** How many lines in a thousand are billed at list, whatever was agreed. */
  readonly variancePerThousand: number;
}

/** Out of a thousand lines, how many there are of each transaction; the rest is settled hourly. */
const tencentMix: readonly (readonly [Transaction, number])[] = [
  ['daily', 120],
  ['monthly', 60],
  ['purchase', 50],
  ['renewal', 15],
  ['refund', 25],
  ['adjustment', 10],
];
const focusMix: readonly (readonly [Transaction, number])[] = [
  ['daily', 150],
  ['purchase', 20],
  ['credit', 15],
  ['tax', 15],
];
const sizes: Readonly<Record<Transaction, number>> = {
  hourly: 1,
  daily: 4,
  monthly: 20,
  purchase: 8,
  renewal: 8,
  refund: -1,
  adjustment: -1,
  credit: -1,
  tax: 1,
};
const withoutList: ReadonlySet<Transaction> = new Set(['adjustment', 'credit', 'tax']);
const secondsPerDay = 86_400;

function pickTransaction(random: Random, mix: readonly (readonly [Transaction, number])[]): Transaction {
  let rest = random.integer(0, 999);
  for (const [transaction, share] of mix) {
    if (rest < share) return transaction;
    rest -= share;
  }
  return 'hourly';
}

function pickTimes(
  random: Random,
  month: Month,
  transaction: Transaction,
): Pick<SampleLine, 'start' | 'end' | 'paidAt'> {
  const [first, last] = [firstDay(month), lastDay(month)];
  const day = random.integer(first, last) * secondsPerDay;
  if (transaction === 'monthly')
    return { start: first * secondsPerDay, end: (last + 1) * secondsPerDay, paidAt: last * secondsPerDay + 86_000 };
  if (transaction === 'daily') return { start: day, end: day + secondsPerDay, paidAt: day + 86_000 };
  const start = day + random.integer(0, 23) * 3600;
  if (transaction === 'hourly') return { start, end: start + 3600, paidAt: start + random.integer(3540, 3599) };
  if (transaction === 'tax' || transaction === 'credit') return { start, end: start + 3600, paidAt: start };
  const prepaid = transaction === 'purchase' || transaction === 'renewal';
  return { start, end: prepaid ? start + 30 * secondsPerDay : start, paidAt: start };
}

function billedBy(terms: Terms, quantity: bigint, list: bigint): bigint {
  return terms.kind === 'multiplier' ? list * terms.thousandths : quantity * terms.tenThousandths * 1000n;
}

/** One line of what the account used in the month. */
export function makeLine(maker: LineMaker, owner: SampleAccount): SampleLine {
  const { random, month } = maker;
  const tencent = owner.provider === 'tencent';
  const transaction = pickTransaction(random, tencent ? tencentMix : focusMix);
  const product = random.pick(productsOf[owner.provider]);
  const times = pickTimes(random, month, transaction);
  const quantity = BigInt(random.integer(500, 60_000) * owner.weight * sizes[transaction]);
  const list = quantity * BigInt(product.listPrice);
  const usage = transaction === 'hourly' || transaction === 'daily' || transaction === 'monthly';
  const startDay = Math.floor((usage ? times.start : times.paidAt) / secondsPerDay) as Day;
  const decidingDay = Math.floor((usage ? times.end - 1 : times.paidAt) / secondsPerDay) as Day;
  const forgotten = withoutList.has(transaction) || random.chance(maker.variancePerThousand);
  const terms = forgotten ? listTerms : maker.price(owner, productKey(product), startDay);
  const cost = billedBy(terms, quantity, list);
  const committed = owner.provider === 'aws' && transaction === 'hourly' && random.chance(60);
  const payer = payerOn(owner, decidingDay);
  return {
    owner,
    vendorPayer: tencent ? payer.id : (owner.phases[0]!.payer ?? owner).id,
    product,
    region: random.pick(regionsOf(owner.provider)),
    transaction,
    transactionId: formatMonth(month).replace('-', '') + random.text(12),
    resource: `${tencent ? 'ins' : 'i'}-${random.text(8, '0123456789abcdef')}`,
    month,
    ...times,
    quantity,
    list: withoutList.has(transaction) ? null : list,
    billed: committed ? 0n : cost,
    effective: committed ? (cost * 6n) / 10n : cost,
    committed,
    thousandths: terms.kind === 'multiplier' ? terms.thousandths : null,
    missingCash: 0n,
    fromVoucher: 0n,
    payer,
  };
}

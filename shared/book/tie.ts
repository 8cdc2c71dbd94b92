// Whether the state of a book and its postings tie (rules L2, L4): the purses hold what the positions sum to, dues stand
// in pairs, and the positions of each currency sum to zero. It changes nothing and knows no rule.
import { type Minor, formatMinor } from '../money/minor.ts';
import type { AccountKey } from '../rules/names.ts';
import { cashOf, owedOf } from '../rules/purse.ts';
import type { Book } from './book.ts';

/** Where the state and the sums of the postings differ, in words; none in a sound book. */
export function tieDifferences(book: Book): readonly string[] {
  return [...purseDifferences(book), ...unpairedDues(book), ...unbalanced(book)];
}

function purseDifferences(book: Book): readonly string[] {
  const [held, posted] = [heldIn(book), postedIn(book)];
  return [...new Set([...held.keys(), ...posted.keys()])].flatMap((position) => {
    const [have, summed] = [held.get(position) ?? 0n, posted.get(position) ?? 0n];
    if (have === summed) return [];
    const currency = currencyOf(book, position);
    return [`${position} holds ${formatMinor(have, currency)}, its postings sum to ${formatMinor(summed, currency)}`];
  });
}

/** Cash, gift, vouchers and what is owed as the purses say, by position; cash also by account alone. */
function heldIn(book: Book): ReadonlyMap<string, Minor> {
  const held = new Map<string, Minor>();
  for (const [account, purse] of book.timeline.purses) {
    held.set(`cash:${account}`, cashOf(purse));
    held.set(`owed:${account}`, -owedOf(purse));
    held.set(`gift:${account}`, purse.gift);
    for (const lot of purse.lots) add(held, `cash:${account}:${lot.origin}`, lot.remaining);
    for (const [key, spent] of purse.voucherSpent) add(held, `voucher:${account}:${key}`, -spent);
  }
  for (const vouchers of book.structure.vouchers.values())
    for (const { account, key, amount } of vouchers) add(held, `voucher:${account}:${key}`, amount);
  return held;
}

function postedIn(book: Book): ReadonlyMap<string, Minor> {
  const posted = new Map<string, Minor>();
  for (const { position, amount } of book.positions.values()) {
    const kind = position.slice(0, position.indexOf(':'));
    if (!['cash', 'gift', 'voucher', 'owed'].includes(kind)) continue;
    add(posted, position, amount);
    if (kind === 'cash') add(posted, position.slice(0, position.lastIndexOf(':')), amount);
  }
  return posted;
}

function unpairedDues(book: Book): readonly string[] {
  const pairs = new Map<string, { readonly name: string; readonly currency: string; sum: Minor }>();
  for (const { position, currency, amount } of book.positions.values()) {
    const [kind, one = '', other = ''] = position.split(':');
    if (kind !== 'due-from' && kind !== 'due-to') continue;
    const name = kind === 'due-from' ? `due-from:${one}:${other}` : `due-from:${other}:${one}`;
    const pair = pairs.get(`${currency} ${name}`) ?? { name, currency, sum: 0n };
    pairs.set(`${currency} ${name}`, pair);
    pair.sum += amount;
  }
  return [...pairs.values()]
    .filter(({ sum }) => sum !== 0n)
    .map(({ name, currency, sum }) => `${name} and its other side differ by ${formatMinor(sum, currency)}`);
}

function unbalanced(book: Book): readonly string[] {
  const sums = new Map<string, Minor>();
  for (const { currency, amount } of book.positions.values()) add(sums, currency, amount);
  return [...sums]
    .filter(([, sum]) => sum !== 0n)
    .map(([currency, sum]) => `the positions in ${currency} sum to ${formatMinor(sum, currency)}, not to zero`);
}

function currencyOf(book: Book, position: string): string {
  const [, provider = '', id = ''] = position.split(':');
  return book.structure.accounts.get(`${provider}:${id}` as AccountKey)?.currency ?? 'XXX';
}

function add(sums: Map<string, Minor>, name: string, amount: Minor): void {
  sums.set(name, (sums.get(name) ?? 0n) + amount);
}

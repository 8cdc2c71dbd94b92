// The sample's vendor prices lines by rules D1 to D3, so that only what is planted differs from the contract.
import { expect, test } from 'vitest';
import { type Day, parseDay } from '../../shared/calendar/day.ts';
import { type SampleOffer, makePriceBook } from './offers.ts';
import type { SampleAccount } from './structure.ts';

const day = (text: string) => parseDay(text)!;
const account = (id: string, discountsFrom: SampleAccount | null) => ({ id, discountsFrom }) as SampleAccount;
const head = account('head', null);
const heir = account('heir', head);
const loner = account('loner', null);

const offer = (
  holder: SampleAccount,
  product: string,
  value: string,
  from: string,
  to: string | null,
): SampleOffer => ({
  holder,
  product,
  kind: 'multiplier',
  value,
  from: day(from),
  to: to === null ? null : day(to),
});

const price = makePriceBook(
  [
    offer(head, '*', '0.7', '2026-01-01', '2026-06-01'),
    offer(head, '*', '0.655', '2026-06-01', null),
    offer(head, 'p_cos', '0.55', '2026-01-01', null),
    { ...offer(head, 'p_cvm', '0.4800', '2026-01-01', null), kind: 'unit-price' },
    offer(heir, '*', '0.5', '2026-01-01', null),
    { ...offer(loner, '*', '0:0.9;1000:0.8', '2026-01-01', null), kind: 'tiers' },
  ],
  [{ holder: head, product: 'p_vpc' }],
);
const multiplier = (holder: SampleAccount, product: string, on: Day) => {
  const terms = price(holder, product, on);
  return terms.kind === 'multiplier' ? Number(terms.thousandths) : terms.kind;
};

test('an heir is priced by the head, whose own offers change on their day; the block list keeps its own', () => {
  expect(multiplier(heir, 'p_cdb', day('2026-05-31'))).toBe(700);
  expect(multiplier(heir, 'p_cdb', day('2026-06-01'))).toBe(655);
  expect(multiplier(heir, 'p_cos', day('2026-06-01'))).toBe(550);
  expect(multiplier(heir, 'p_vpc', day('2026-06-01'))).toBe(500);
  expect(multiplier(heir, 'p_cdb', day('2025-12-31'))).toBe(1000);
});

test('unit prices are quantity prices, and of tiers the vendor bills the first alone', () => {
  expect(price(head, 'p_cvm', day('2026-02-01'))).toEqual({ kind: 'unit-price', tenThousandths: 4800n });
  expect(multiplier(loner, 'p_cvm', day('2026-02-01'))).toBe(900);
});

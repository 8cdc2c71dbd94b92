// Whose offer prices lines, and what they cost at it (D1–D3).
import { expect, test } from 'vitest';
import { day, decimal, group, key, lines, link, offer } from '../../tests/rule-facts.ts';
import { ratioOf, roundRatio } from '../money/ratio.ts';
import { contractPrice, holderOn, offerFor, offerOf } from './price.ts';

const accounts = { 1: {}, 2: {} };
const on = day('2026-10-10');

function chosen(...offers: ReturnType<typeof offer>[]): number | undefined {
  const numbered = offers.map((one, entry) => ({ ...one, entry }));
  return offerOf(group({ accounts, offers: numbered }), key('1'), 'cvm', on)?.entry;
}

test('D1: a product named wins over *, also where * came later', () => {
  expect(chosen(offer('1', '0.5', { product: 'cvm' }), offer('1', '0.4', { from: '2026-10-09' }))).toBe(0);
  expect(chosen(offer('1', '0.4', { from: '2026-10-09' }), offer('1', '0.5', { product: 'cvm' }))).toBe(1);
});

test('D1: of equals the later from counts, then the later row', () => {
  expect(chosen(offer('1', '0.5', { from: '2026-10-02' }), offer('1', '0.4', { from: '2026-10-01' }))).toBe(0);
  expect(chosen(offer('1', '0.5', { from: '2026-10-02' }), offer('1', '0.4'))).toBe(0);
  expect(chosen(offer('1', '0.5', { from: '2026-10-02' }), offer('1', '0.4', { from: '2026-10-02' }))).toBe(1);
  expect(chosen(offer('1', '0.5'), offer('1', '0.4'))).toBe(1);
});

test('D1: an offer holds from its first day until the day before its end, and for its product alone', () => {
  expect(chosen(offer('1', '0.5', { from: '2026-10-10' }))).toBe(0);
  expect(chosen(offer('1', '0.5', { from: '2026-10-11' }))).toBeUndefined();
  expect(chosen(offer('1', '0.5', { to: '2026-10-11' }))).toBe(0);
  expect(chosen(offer('1', '0.5', { to: '2026-10-10' }))).toBeUndefined();
  expect(chosen(offer('1', '0.5', { product: 'cos' }))).toBeUndefined();
});

const heirs = [link('2', '1', { grants: ['inherit-discounts'] })];

test('D2: an account that inherits never falls back on its own offers', () => {
  const structure = group({ accounts, links: heirs, offers: [offer('2', '0.5')] });
  expect(holderOn(structure, key('2'), 'cvm', on)).toBe('tencent:1');
  expect(offerFor(structure, key('2'), lines('2', { list: '10' }))).toBeUndefined();
});

test('D3: inherited offers replace its own, even better ones; blocked products keep its own', () => {
  const offers = [offer('1', '0.9'), offer('2', '0.5')];
  const structure = group({ accounts, links: heirs, offers, blocked: { 1: ['cos'] } });
  const of = (product: string) => offerFor(structure, key('2'), lines('2', { list: '10', product }))?.holder;
  expect([of('cvm'), of('cos')]).toEqual(['tencent:1', 'tencent:2']);
});

test('P6: whose offers price a line is judged on its start day', () => {
  const joining = [link('2', '1', { grants: ['inherit-discounts'], from: '2026-10-10' })];
  const structure = group({ accounts, links: joining, offers: [offer('1', '0.9'), offer('2', '0.5')] });
  const of = (start: string, end: string) =>
    offerFor(structure, key('2'), lines('2', { list: '10', start, end }))?.holder;
  expect(of('2026-10-09', '2026-10-10')).toBe('tencent:2');
  expect(of('2026-10-10', '2026-10-31')).toBe('tencent:1');
});

test('P6: whether an offer itself holds is judged on the start day too', () => {
  const offers = [offer('1', '0.9', { to: '2026-10-10' }), offer('1', '0.5', { from: '2026-10-10', entry: 1 })];
  const line = lines('1', { list: '10', start: '2026-10-09', end: '2026-10-10' });
  expect(offerFor(group({ accounts, offers }), key('1'), line)?.entry).toBe(0);
});

test.each([
  ['a multiplier', '0.7', {}, '70'],
  ['a unit price: list × value ÷ list unit price', '=0.3', { unitPrice: '0.9', quantity: '5' }, '33.33333333'],
  ['a unit price without a list unit price: quantity × value', '=0.3', { quantity: '250' }, '75'],
  ['a unit price without quantity and list unit price: the list cost', '=0.3', {}, '100'],
  ['a unit price of 0', '=0', { unitPrice: '0.9' }, '0'],
] as const)('D1: %s', (_, terms, told, cost) => {
  const price = contractPrice(lines('1', { list: '100', ...told }), offer('1', terms));
  expect(roundRatio(price, 8)).toBe(roundRatio(ratioOf(decimal(cost)), 8));
});

test('D1: a priced line without an offer costs its list cost, a line that offers do not price what was billed', () => {
  const price = (told: Parameters<typeof lines>[1]) => contractPrice(lines('1', told), undefined);
  expect(price({ list: '100', billed: '80' })).toEqual(ratioOf(decimal('100')));
  expect(price({ billed: '80' })).toEqual(ratioOf(decimal('80')));
  expect(price({ list: '100', billed: '80', category: 'Tax' })).toEqual(ratioOf(decimal('80')));
});

test('D1: no offer applies to lines that are not priceable', () => {
  const structure = group({ accounts, offers: [offer('1', '0.5')] });
  expect(offerFor(structure, key('1'), lines('1', { list: '10', category: 'Adjustment' }))).toBeUndefined();
  expect(offerFor(structure, key('1'), lines('1', { billed: '10' }))).toBeUndefined();
});

test('D1: a list cost of 0 is a list cost and is priced', () => {
  const structure = group({ accounts, offers: [offer('1', '0.5')] });
  expect(offerFor(structure, key('1'), lines('1', { list: '0', billed: '1' }))).toBeDefined();
});

// Negative charges pay positive ones of the same payer before anything is spent (F9; formats.md §2.1, 3).
import { expect, test } from 'vitest';
import { amountText, charge } from '../../tests/rule-facts.ts';
import type { Charge } from './movement.ts';
import { type OpenCharge, setOff } from './set-off.ts';

/** The steps as `negative→positive amount`, each charge by its owner and product. */
function stepsOf(...charges: Charge[]): { steps: readonly string[]; left: readonly string[] } {
  const open = charges.map((one, place): OpenCharge => ({ charge: one, place, remaining: one.amount }));
  const name = ({ charge: one }: OpenCharge) => `${one.owner.slice(8)} ${one.product}`;
  const steps = setOff(open).map(({ negative, positive, amount }) => {
    return `${name(negative)} → ${name(positive)} ${amountText(amount)}`;
  });
  return { steps, left: open.map(({ remaining }) => amountText(remaining)) };
}

const by = (owner: string, product: string) => ({ owner, product });

test('F9: first pass within one owner, most negative first against the largest remaining', () => {
  expect(
    stepsOf(
      charge('-3', by('2', 'a')),
      charge('-8', by('2', 'b')),
      charge('6', by('2', 'c')),
      charge('7', by('2', 'd')),
      charge('90', by('3', 'e')),
    ),
  ).toEqual({
    steps: ['2 b → 2 d 7.00', '2 b → 2 c 1.00', '2 a → 2 c 3.00'],
    left: ['0.00', '0.00', '2.00', '0.00', '90.00'],
  });
});

test('F9: after each step the largest remaining amount is looked for anew', () => {
  const { steps } = stepsOf(
    charge('-6', by('2', 'a')),
    charge('-5', by('2', 'b')),
    charge('10', by('2', 'c')),
    charge('9', by('2', 'd')),
  );
  expect(steps).toEqual(['2 a → 2 c 6.00', '2 b → 2 d 5.00']);
});

test('F9: what the first pass leaves pays the payer’s other charges, in the order of the first pass', () => {
  expect(
    stepsOf(
      charge('-10', by('2', 'a')),
      charge('9', by('2', 'b')),
      charge('-5', by('3', 'c')),
      charge('4', by('1', 'd')),
      charge('3', by('4', 'e')),
    ),
  ).toEqual({
    steps: ['2 a → 2 b 9.00', '2 a → 1 d 1.00', '3 c → 1 d 3.00', '3 c → 4 e 2.00'],
    left: ['0.00', '0.00', '0.00', '0.00', '1.00'],
  });
});

test('F9: what finds no positive charge stays negative', () => {
  expect(stepsOf(charge('-10', by('2', 'a')), charge('4', by('1', 'd'))).left).toEqual(['-6.00', '0.00']);
  expect(stepsOf(charge('-10', by('2', 'a'))).steps).toEqual([]);
});

test('F9: ties go by owner, product, category, entity', () => {
  const { steps } = stepsOf(
    charge('-2', by('3', 'a')),
    charge('-2', by('2', 'b')),
    charge('-2', by('2', 'a')),
    charge('9', { owner: '4', product: 'x', category: 'Usage' }),
    charge('9', { owner: '4', product: 'x', category: 'Tax' }),
    charge('9', { owner: '4', product: 'w', category: 'Usage' }),
  );
  expect(steps).toEqual(['2 a → 4 w 2.00', '2 b → 4 x 2.00', '3 a → 4 x 2.00']);
  const entities = [charge('5', { entity: 'SZ' }), charge('5', { entity: 'HQ' })];
  expect(stepsOf(charge('-2', { product: 'a' }), ...entities).left).toEqual(['0.00', '5.00', '3.00']);
});

test('F9: between charges alike in all but category the order of category decides', () => {
  const tied = [charge('9', { category: 'Usage' }), charge('9', { category: 'Tax' })];
  expect(stepsOf(charge('-2', { product: 'a' }), ...tied).left).toEqual(['0.00', '9.00', '7.00']);
});

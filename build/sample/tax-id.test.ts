// Credit codes have the check character of GB 32100-2015, computed here as the remainder of the whole weighted sum.
import { expect, test } from 'vitest';
import { seededRandom } from './random.ts';
import { creditCode, creditCodeCheck } from './tax-id.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Valid where the characters, weighted with powers of 3 modulo 31 and the check character with 1, sum to 0. */
function isValid(code: string): boolean {
  let [sum, weight] = [0, 1];
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return code.length === 18 && (sum + alphabet.indexOf(code[17]!)) % 31 === 0;
}

test('the check characters of published codes', () => {
  expect(creditCodeCheck('91440300708461136')).toBe('T');
  expect(creditCodeCheck('91330100799655058')).toBe('B');
});

test('made-up codes are valid, and one wrong character shows', () => {
  const random = seededRandom('codes');
  for (let round = 0; round < 200; round++) {
    const code = creditCode(random, '440305');
    expect(isValid(code), code).toBe(true);
    expect(isValid(code.replace('4403', '4404')), code).toBe(false);
  }
});

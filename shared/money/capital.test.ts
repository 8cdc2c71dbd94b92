// 大写金额: the vectors of ux/documents.md §5.5, and every amount can be read back from its capitals (measure U24).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capitalAmount, namedCapitalAmount } from './capital.ts';
import { parseMinor } from './minor.ts';

const vectors = `1,409.50 壹仟肆佰零玖元伍角整 · 6,007.14 陆仟零柒元壹角肆分 · 16,409.02 壹万陆仟肆佰零玖元零贰分
 · 325.04 叁佰贰拾伍元零肆分 · 107,000.53 壹拾万柒仟元零伍角叁分 · 1,680.32 壹仟陆佰捌拾元零叁角贰分
 · 104,304.00 壹拾万肆仟叁佰零肆元整 · 0.05 伍分 · 0.50 伍角整 · 0.00 零元整 · 1.00 壹元整
 · 10,000,001.00 壹仟万零壹元整 · 100,000,000.00 壹亿元整 · 100,000,005.00 壹亿零伍元整
 · 1,010,000,000.00 壹拾亿壹仟万元整 · -1,409.50 （负数）壹仟肆佰零玖元伍角整`
  .split('·')
  .map((vector) => vector.trim().split(' ') as [string, string]);

test('there are 16 vectors', () => expect(vectors).toHaveLength(16));

test.each(vectors)('%s is %s', (figures, capitals) => {
  expect(capitalAmount(parseMinor(figures.replaceAll(',', ''), 'CNY')!)).toBe(capitals);
});

test.each([
  ['104304.00', '⊗壹拾万肆仟叁佰零肆圆整'],
  ['-1409.50', '（负数）⊗壹仟肆佰零玖圆伍角整'],
  ['0.05', '⊗伍分'],
])('in fapiao style %s is %s', (figures, capitals) => {
  expect(capitalAmount(parseMinor(figures, 'CNY')!, 'fapiao')).toBe(capitals);
});

test('a currency is named without a gap, and one without a Chinese name is left to figures', () => {
  expect(namedCapitalAmount(100n, 'CNY')).toBe('人民币壹元整');
  expect(namedCapitalAmount(-12345n, 'USD')).toBe('美元（负数）壹佰贰拾叁元肆角伍分');
  expect(namedCapitalAmount(12345n, 'JPY')).toBe('日元壹万贰仟叁佰肆拾伍元整');
  expect(namedCapitalAmount(1n, 'XTS')).toBeUndefined();
  expect(namedCapitalAmount(1n, 'BHD')).toBeUndefined();
});

const digitValues = new Map([...'零壹贰叁肆伍陆柒捌玖'].map((digit, value) => [digit, BigInt(value)]));
const placeValues = new Map([...'拾佰仟'].map((place, index) => [place, 10n ** BigInt(index + 1)]));

/** Reads whole capitals left to right: 万 closes the group before it, 亿 everything before it. */
function readWhole(text: string): bigint {
  let [total, group, digit] = [0n, 0n, 0n];
  for (const character of text) {
    if (digitValues.has(character)) digit = digitValues.get(character)!;
    else if (placeValues.has(character)) [group, digit] = [group + digit * placeValues.get(character)!, 0n];
    else if (character === '万') [total, group, digit] = [total + (group + digit) * 10_000n, 0n, 0n];
    else if (character === '亿') [total, group, digit] = [(total + group + digit) * 100_000_000n, 0n, 0n];
    else throw new Error(`${character} in ${text}`);
  }
  return total + group + digit;
}

function readCapitals(text: string): bigint {
  const parts = /^(（负数）)?(?:([零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)元)?零?(?:(.)角)?(?:(.)分)?整?$/u.exec(text)!;
  const [, negative, whole = '', jiao = '零', fen = '零'] = parts;
  const size = readWhole(whole) * 100n + digitValues.get(jiao)! * 10n + digitValues.get(fen)!;
  return negative ? -size : size;
}

test('100,000 amounts of every size are read back, and none has a doubled or dangling 零', () => {
  const amount = fc.oneof(
    fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }),
    fc.bigInt({ min: 0n, max: 10n ** 7n }),
    // Few digits other than 0, where the rules for 零 bite.
    fc
      .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(15)), { minLength: 1, maxLength: 4 })
      .map((digits) => digits.reduce((sum, [digit, place]) => sum + BigInt(digit) * 10n ** BigInt(place), 0n)),
  );
  for (const fen of fc.sample(amount, 100_000)) {
    const capitals = capitalAmount(fen);
    if (readCapitals(capitals) !== fen || /零零|零[万亿拾佰仟整]|.零元/u.test(capitals))
      expect.fail(`${fen} fen were written ${capitals}`);
  }
});

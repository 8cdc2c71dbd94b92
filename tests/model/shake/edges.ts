// Invents lines whose results lie on a rounding edge: half a minor unit, the 8th decimal of a share, a difference of 0.01.
import { decimalsOf } from '../profile.ts';
import { Rational } from '../rational.ts';
import { inventTimes } from './lines.ts';
import type { Row } from '../table.ts';
import type { Dice } from './dice.ts';
import type { InventedLine, LineSource } from './lines.ts';

/** Such lines for some of the owners, in every month; most groups get none. */
export function inventEdges(dice: Dice, source: LineSource): InventedLine[] {
  if (!dice.chance(0.35)) return [];
  // Hairs of 5 at the 9th decimal alone leave equal remainders, so that the order among equals decides.
  const hairs = dice.chance(0.5) ? ['5E-9'] : ['5E-9', '3.4E-9', '6.6E-9', '0'];
  return source.structure.months.flatMap((period) =>
    source.owners
      .filter(() => dice.chance(0.8))
      .flatMap((owner) => [...knifeLines(dice, source, hairs), edgeLine(dice, source)].map((line) => ({ line, owner })))
      .map(({ owner, line }) => ({
        period,
        fields: {
          ...inventTimes(dice, source, period),
          ...line,
          payer: dice.pick(owner.vendorPayers),
          owner: owner.id,
          productCode: line.product!,
          resource: `res-${dice.digits(12)}`,
          currency: source.family.currency,
        },
      })),
  );
}

// List costs a hair below half a minor unit (or three halves): the share's 8th decimal decides how the charge is rounded (D6).
function knifeLines(dice: Dice, { isFocus, family }: LineSource, hairs: string[]): Row[] {
  const half = new Rational(1n, 2n * 10n ** BigInt(decimalsOf(family.currency)));
  const list = (): string => {
    const halves = half.times(Rational.parse(dice.pick(['1', '1', '3', '2'])));
    return halves.minus(Rational.parse(dice.pick(hairs))).toFixed(10);
  };
  const kinds: Row[] = [
    { category: 'Usage', transactionType: 'Hourly settlement' },
    { category: 'Purchase', transactionType: 'Purchase' },
    ...(isFocus ? [] : [{ transactionType: 'Refund' }]),
  ];
  return kinds
    .filter(() => dice.chance(0.7))
    .map((kind) => {
      const cost = kind.transactionType === 'Refund' ? `-${list()}` : list();
      return { ...kind, product: 'knife', list: cost, billed: cost };
    });
}

// One line per owner and product: billed lies about 0.01 beside its price, or on half a cent.
function edgeLine(dice: Dice, { isFocus }: LineSource): Row {
  const billed = dice.pick(['5.01', '5.0100000001', '4.99', '4.9899999', '5.005', '4.995', '5.5', '4.5', '5.0005']);
  const kind: Row = isFocus ? { category: 'Usage' } : { transactionType: 'Hourly settlement' };
  return { ...kind, product: 'edge', list: '5', billed };
}

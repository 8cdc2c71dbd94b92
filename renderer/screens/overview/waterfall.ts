// Where the bars of a waterfall lie: each begins where the one before ended. Only drawn, never shown as figures.
import { type Decimal, add, compareDecimals, parseDecimal, subtract, zero } from '../../../shared/money/decimal.ts';
import { thousandths } from './proportion.ts';

/** A bar from its left edge, in thousandths of the room. */
export interface Bar {
  readonly left: number;
  readonly width: number;
}

/** The bars of changes that follow each other, between the lowest and the highest point that they reach. */
export function waterfall(deltas: readonly string[]): readonly Bar[] {
  const changes = deltas.map((delta) => parseDecimal(delta) ?? zero);
  const points = changes.reduce<readonly Decimal[]>((so, change) => [...so, add(so.at(-1)!, change)], [zero]);
  const lowest = points.reduce(smaller);
  const room = subtract(points.reduce(larger), lowest);
  return changes.map((_, at) => {
    const [from, to] = [points[at]!, points[at + 1]!];
    const left = thousandths(subtract(smaller(from, to), lowest), room);
    return { left, width: thousandths(subtract(larger(from, to), lowest), room) - left };
  });
}

function smaller(left: Decimal, right: Decimal): Decimal {
  return compareDecimals(left, right) <= 0 ? left : right;
}

function larger(left: Decimal, right: Decimal): Decimal {
  return compareDecimals(left, right) >= 0 ? left : right;
}

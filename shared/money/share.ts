// Sharing an exact total out in proportion to weights without losing or making a unit (rule D6).

/**
 * The parts of `total` in proportion to `weights`, by largest remainder: each part is rounded towards −∞ first, then
 * the leftover units go one by one to the largest remainders, ties in the order of `compareTies` (on indices), then of
 * the list. The parts always sum to `total`; single weights may be negative. A total of 0 is shared as zeros.
 * Throws a RangeError where a total other than 0 meets weights that do not sum to more than 0.
 */
export function shareOut(
  total: bigint,
  weights: readonly bigint[],
  compareTies: (left: number, right: number) => number,
): bigint[] {
  if (total === 0n) return weights.map(() => 0n);
  const sum = weights.reduce((left, right) => left + right, 0n);
  if (sum <= 0n) throw new RangeError(`${total} cannot be shared: the weights sum to ${sum}, not to more than 0`);
  const remainders = weights.map((weight) => modulo(total * weight, sum));
  const parts = weights.map((weight, index) => (total * weight - remainders[index]!) / sum);
  let leftover = total - parts.reduce((left, right) => left + right, 0n);
  const largestFirst = weights.map((_, index) => index);
  largestFirst.sort((left, right) => compareSizes(remainders[right]!, remainders[left]!) || compareTies(left, right));
  for (const index of largestFirst) {
    if (leftover === 0n) break;
    parts[index]! += 1n;
    leftover -= 1n;
  }
  return parts;
}

function modulo(value: bigint, divisor: bigint): bigint {
  return ((value % divisor) + divisor) % divisor;
}

function compareSizes(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

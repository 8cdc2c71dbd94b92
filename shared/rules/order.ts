// One order for text everywhere: by code point, never by locale, so that every machine sorts alike.

/** Negative, zero or positive as `left` sorts before, with or after `right` by code point. */
export function compareText(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a !== b) return rank(a) - rank(b);
  }
  return left.length - right.length;
}

/** UTF-16 puts surrogates (code points above U+FFFF) before U+E000–U+FFFF; by code point they come after. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** Largest first. */
export function compareLargest(left: bigint, right: bigint): number {
  return left > right ? -1 : left < right ? 1 : 0;
}

/** The first comparison that is not a tie. */
export function firstDifference(...comparisons: readonly number[]): number {
  return comparisons.find((comparison) => comparison !== 0) ?? 0;
}

// Orders, keys and days that every part of the model needs: text goes by code point, days are YYYY-MM-DD texts.

/** Compares two texts by code point: negative, 0 or positive. */
export function byCodePoint(left: string, right: string): number {
  const [a, b] = [[...left], [...right]];
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const difference = a[at]!.codePointAt(0)! - b[at]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Compares two lists of texts place by place, by code point. */
export function byCodePoints(left: readonly string[], right: readonly string[]): number {
  for (let at = 0; at < left.length; at += 1) {
    const difference = byCodePoint(left[at]!, right[at] ?? '');
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The first answer that is not 0, for comparing by one thing after another. */
export function firstDifference(...differences: number[]): number {
  return differences.find((difference) => difference !== 0) ?? 0;
}

/** One text for several, from which `partsOf` finds them again. */
export function keyOf(...parts: string[]): string {
  return JSON.stringify(parts);
}

/** The texts that `keyOf` joined. */
export function partsOf(key: string): string[] {
  return JSON.parse(key) as string[];
}

/** Whether something dated from (inclusive) to (exclusive), empty = without end, holds on a day. */
export function holdsOn(dated: { from: string; to: string }, day: string): boolean {
  return dated.from <= day && (dated.to === '' || day < dated.to);
}

/** The day of an instant (milliseconds since 1970 UTC) at an offset in hours. */
export function dayOf(instant: number, offsetHours: number): string {
  return new Date(instant + offsetHours * 3_600_000).toISOString().slice(0, 10);
}

/** The first day of a month. */
export function firstDay(month: string): string {
  return `${month}-01`;
}

/** The last day of a month. */
export function lastDay(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** All months from one to another, both included. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = dayAfter(lastDay(month)).slice(0, 7)) months.push(month);
  return months;
}

/** The day so many days later (or earlier, where negative). */
export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

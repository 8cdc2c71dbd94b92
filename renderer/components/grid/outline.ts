// A list in groups, as one sequence of rows: which group or which of its lines stands at each place. Knows counts alone;
// the lines are loaded elsewhere.

/** A group of the outline: its number of lines, and whether they are shown. */
export interface OutlineGroup {
  readonly lines: number;
  readonly expanded: boolean;
}

export type OutlinePlace =
  | { readonly is: 'group'; readonly group: number }
  | { readonly is: 'line'; readonly group: number; readonly line: number };

/** The places where the groups stand; one more than there are groups, the last is the number of all places. */
export function groupPlaces(groups: readonly OutlineGroup[]): readonly number[] {
  const places = [0];
  for (const { lines, expanded } of groups) places.push(places.at(-1)! + 1 + (expanded ? lines : 0));
  return places;
}

/** What stands at a place, found by halving. */
export function placeAt(places: readonly number[], place: number): OutlinePlace {
  let [low, high] = [0, places.length - 1];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! <= place) low = middle;
    else high = middle;
  }
  const line = place - places[low]! - 1;
  return line < 0 ? { is: 'group', group: low } : { is: 'line', group: low, line };
}

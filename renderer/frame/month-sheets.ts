// Which months stand as sheets beside each other: as many as there is room for, in their order, moved only as far as the
// open one needs.

/** The place of the first sheet that is shown, where `first` was before; `open` is the place of the open one. */
export function firstSheet(first: number, open: number, room: number, count: number): number {
  const last = Math.max(0, count - room);
  const moved = open < first ? open : open >= first + room ? open - room + 1 : first;
  return Math.max(0, Math.min(moved, last));
}

/** The months of the book in their order, and the open one where the book knows nothing of it. */
export function sheetsOf(months: readonly string[], open: string): readonly string[] {
  return months.includes(open) || open === '' ? months : [...months, open].sort();
}

// Divides the rows of a table among pages: a row never splits, no page ends with a heading, and neither a header nor a
// total stands with a single row. Knows heights only; millimetres throughout.

export interface RowHeight {
  readonly height: number;
  /** A heading inside the table, which stays with the row after it. */
  readonly keepWithNext?: boolean;
}

export interface TableMetrics {
  /** Room for the table on the page where it begins, and on a fresh page. */
  readonly firstRoom: number;
  readonly nextRoom: number;
  /** The header, repeated on every page. */
  readonly header: number;
  /** A carried-forward or brought-forward row. */
  readonly carry: number;
  /** The total row after the last row, with all that must stay with it. */
  readonly total: number;
}

/** The rows from `from` up to but not including `to`, on one page. */
export interface Slice {
  readonly from: number;
  readonly to: number;
  /** The slice begins a fresh page. */
  readonly freshPage: boolean;
}

const fewest = 2;

/**
 * The slices of a table in order; every row is in exactly one. All but the first bring totals forward, all but the last
 * carry them forward. Throws a RangeError where a row does not fit on a page at all.
 */
export function paginate(rows: readonly RowHeight[], metrics: TableMetrics): Slice[] {
  const slices: Slice[] = [];
  let from = 0;
  let freshPage = false;
  do {
    const room = freshPage ? metrics.nextRoom : metrics.firstRoom;
    const count = rowsThatFit(rows, from, room, metrics);
    const enough = count >= Math.min(fewest, rows.length - from);
    if (enough || (freshPage && count > 0)) {
      slices.push({ from, to: from + count, freshPage });
      from += count;
    } else if (freshPage) {
      throw new RangeError(`row ${from + 1} is too tall for a page`);
    }
    freshPage = true;
  } while (from < rows.length);
  return slices;
}

/** How many rows from `from` on stand in the room: all that are left with the total, or some with a carried row. */
function rowsThatFit(rows: readonly RowHeight[], from: number, room: number, metrics: TableMetrics): number {
  const above = metrics.header + (from > 0 ? metrics.carry : 0);
  const left = rows.length - from;
  let used = above;
  let withCarry = 0;
  for (let count = 1; count <= left; count++) {
    used += rows[from + count - 1]!.height;
    if (used + metrics.carry <= room) withCarry = count;
  }
  if (used + metrics.total <= room) return left;
  return leaveEnough(rows, from, Math.min(withCarry, left - 1));
}

/** Leaves the last page two rows to stand above its total, and takes headings along to their rows. */
function leaveEnough(rows: readonly RowHeight[], from: number, most: number): number {
  const left = rows.length - from;
  let count = left - most < fewest && most >= fewest ? left - fewest : most;
  while (count > 1 && rows[from + count - 1]!.keepWithNext) count -= 1;
  return count;
}

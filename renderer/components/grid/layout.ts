// How a clerk has laid out a grid: which columns are shown, in what order, how wide, how many stay while scrolling, and by
// what the list is sorted. Pure changes of a small record that is kept with the settings of the computer.
import type { GridColumn } from './column.ts';
import { clamp } from './window.ts';

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

export interface Layout {
  /** The columns shown, in order. */
  readonly shown: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
  /** How many columns at the left stay in view. */
  readonly frozen: number;
  readonly sort: readonly Sorting[];
}

const leastWidth = 48;
const mostWidth = 640;
const widthStep = 16;

/** The layout a grid has before anybody changes it. */
export function usualLayout(columns: readonly GridColumn[], frozen = 1): Layout {
  return { shown: columns.filter(({ hidden }) => !hidden).map(({ id }) => id), widths: {}, frozen, sort: [] };
}

/** A layout that was kept, held against the columns there are now: unknown ones are dropped, new ones come last. */
export function keptLayout(columns: readonly GridColumn[], kept: unknown, frozen = 1): Layout {
  const usual = usualLayout(columns, frozen);
  if (!isLayout(kept)) return usual;
  const known = new Set(columns.map(({ id }) => id));
  const shown = kept.shown.filter((id) => known.has(id));
  return shown.length === 0 ? usual : { ...kept, shown, sort: kept.sort.filter(({ column }) => known.has(column)) };
}

function isLayout(value: unknown): value is Layout {
  if (typeof value !== 'object' || value === null) return false;
  const { shown, widths, frozen, sort } = value as Partial<Layout>;
  return Array.isArray(shown) && Array.isArray(sort) && typeof widths === 'object' && typeof frozen === 'number';
}

/** The columns shown, in order, as wide as they were made; what is left of `room` goes to the one that grows. */
export function shownColumns(columns: readonly GridColumn[], layout: Layout, room = 0): readonly GridColumn[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const shown = layout.shown.flatMap((id) => {
    const column = byId.get(id);
    return column ? [{ ...column, width: layout.widths[id] ?? column.width }] : [];
  });
  const left = room - shown.reduce((sum, { width }) => sum + width, 0);
  const growing = left > 0 ? shown.find(({ id, grow }) => grow && layout.widths[id] === undefined) : undefined;
  return growing
    ? shown.map((column) => (column === growing ? { ...column, width: column.width + left } : column))
    : shown;
}

export function resized(layout: Layout, id: string, width: number): Layout {
  return { ...layout, widths: { ...layout.widths, [id]: clamp(Math.round(width), leastWidth, mostWidth) } };
}

/** One step wider (+1) or narrower (−1), as the header menu does. */
export function stepWidth(layout: Layout, column: GridColumn, steps: number): Layout {
  return resized(layout, column.id, column.width + steps * widthStep);
}

/** The column moved by some places; it stays inside the list. */
export function moved(layout: Layout, id: string, places: number): Layout {
  const from = layout.shown.indexOf(id);
  if (from < 0) return layout;
  const shown = layout.shown.filter((each) => each !== id);
  shown.splice(clamp(from + places, 0, shown.length), 0, id);
  return { ...layout, shown };
}

/** Shows a hidden column at the end or hides a shown one; the last column stays. */
export function toggled(layout: Layout, id: string): Layout {
  if (!layout.shown.includes(id)) return { ...layout, shown: [...layout.shown, id] };
  if (layout.shown.length === 1) return layout;
  const shown = layout.shown.filter((each) => each !== id);
  return { ...layout, shown, frozen: Math.min(layout.frozen, shown.length) };
}

/** Keeps the columns up to this one in view, or none where it is the last of those kept. */
export function frozenUpTo(layout: Layout, id: string): Layout {
  const count = layout.shown.indexOf(id) + 1;
  return { ...layout, frozen: layout.frozen === count ? 0 : count };
}

/** Sorted by a column: up, then down, then not. `adding` keeps what it was sorted by before. */
export function sortedBy(layout: Layout, id: string, adding = false): Layout {
  const old = layout.sort.find(({ column }) => column === id);
  const others = adding ? layout.sort.filter(({ column }) => column !== id) : [];
  const next =
    old === undefined ? [{ column: id, descending: false }] : old.descending ? [] : [{ column: id, descending: true }];
  return { ...layout, sort: [...others, ...next].slice(-4) };
}

/** Where each column begins, in pixels from the left; one more than there are columns. */
export function offsetsOf(columns: readonly GridColumn[], start = 0): readonly number[] {
  const offsets = [start];
  for (const { width } of columns) offsets.push(offsets.at(-1)! + width);
  return offsets;
}

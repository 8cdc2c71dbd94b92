// Which rows of a long list are drawn, and where to scroll so that a cell is seen whole. Arithmetic of pixels alone.

/** Rows `from` up to but not including `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Rows drawn above and below what is seen, so that one key press never waits for drawing. */
const overscan = 6;

/** The rows to draw for a scroll position. */
export function drawnSpan(scrollTop: number, viewHeight: number, rowHeight: number, rowCount: number): Span {
  const first = Math.floor(scrollTop / rowHeight);
  const last = Math.ceil((scrollTop + viewHeight) / rowHeight);
  return { from: clamp(first - overscan, 0, rowCount), to: clamp(last + overscan, 0, rowCount) };
}

/** The rows of a span and one more outside it, where the focus is, so that scrolling away does not lose it. */
export function drawnRows(span: Span, focusRow: number, rowCount: number): readonly number[] {
  const rows = Array.from({ length: span.to - span.from }, (_, place) => span.from + place);
  if (focusRow < 0 || focusRow >= rowCount || (focusRow >= span.from && focusRow < span.to)) return rows;
  return focusRow < span.from ? [focusRow, ...rows] : [...rows, focusRow];
}

/** The places of the columns to draw: the frozen ones, those that are seen and one beside them, and that of the focus. */
export function drawnColumns(
  offsets: readonly number[],
  { frozen, scrollLeft, viewWidth, focus }: { frozen: number; scrollLeft: number; viewWidth: number; focus: number },
): readonly number[] {
  const count = offsets.length - 1;
  const from = scrollLeft + (offsets[frozen] ?? 0);
  const seen = Array.from({ length: count }, (_, place) => place).filter(
    (place) => offsets[place + 1]! > from && offsets[place]! < scrollLeft + viewWidth,
  );
  const [first, last] = [(seen[0] ?? 0) - 1, (seen.at(-1) ?? 0) + 1];
  return Array.from({ length: count }, (_, place) => place).filter(
    (place) => place < frozen || place === focus || (place >= first && place <= last),
  );
}

/** The least change of a scroll position by which `start` to `end` lies inside the view, less what covers its edges. */
export function revealed(
  scroll: number,
  view: number,
  { start, end, coveredStart, coveredEnd }: { start: number; end: number; coveredStart: number; coveredEnd: number },
): number {
  if (start < scroll + coveredStart) return Math.max(0, start - coveredStart);
  if (end > scroll + view - coveredEnd) return Math.max(0, Math.min(start - coveredStart, end - view + coveredEnd));
  return scroll;
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

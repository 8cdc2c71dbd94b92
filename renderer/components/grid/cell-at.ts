// Which cell of a grid an event happened on, read from the ARIA attributes that say it to everybody else.
import type { Cell } from './selection.ts';

/** The cell of an event; undefined on headers, totals and tick boxes. */
export function cellAt(event: Event): Cell | undefined {
  const cell = (event.target as Element).closest<HTMLElement>('[role=gridcell][data-column]');
  if (!cell) return undefined;
  const row = Number(cell.parentElement?.getAttribute('aria-rowindex')) - 2;
  return { row, column: Number(cell.dataset['column']) };
}

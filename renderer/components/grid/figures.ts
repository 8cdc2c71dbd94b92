// How the figures of a grid are reached where they are links: by a plain click on their text, and below the last row, where
// the totals are, by the arrows. It explains nothing itself.
import type { GridState } from './grid-state.svelte.ts';
import type { GridKey } from './keys.ts';

/** Whether a click is one on the text of a figure: not one that selects. */
export function isFigureClick(event: MouseEvent): boolean {
  const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey;
  return isPlain && (event.target as Element).closest('[role=gridcell][data-fig] > *') !== null;
}

/** Moves from the last row to the total below the focus cell; whether there is one. */
export function goneBelow(key: GridKey, grid: GridState, scroller: Element): boolean {
  const { row, column } = grid.focus;
  if (key.does !== 'move' || key.to !== 'down' || key.extend || row < grid.list.rowCount - 1) return false;
  return focusFirst(scroller.querySelectorAll(`.totals [data-total="${column}"]`));
}

/** Moves among the totals with the arrows, and from the first of them back to the rows with `leave`. */
export function totalKey(event: KeyboardEvent, leave: () => void): void {
  const here = event.target as HTMLElement;
  const [row, column] = [here.closest('[role=row]'), here.dataset['total']];
  const inRow = [...(row?.querySelectorAll<HTMLElement>('[data-total]') ?? [])];
  const beside = (step: number): readonly HTMLElement[] => inRow.slice(Math.max(0, inRow.indexOf(here) + step));
  const across = (other: Element | null | undefined): boolean =>
    focusFirst(other?.querySelectorAll(`[data-total="${column}"]`) ?? []);
  switch (event.code) {
    case 'ArrowLeft':
      focusFirst(beside(-1));
      break;
    case 'ArrowRight':
      focusFirst(beside(1));
      break;
    case 'ArrowDown':
      across(row?.nextElementSibling);
      break;
    case 'ArrowUp':
      if (!across(row?.previousElementSibling)) leave();
      break;
    default:
      return;
  }
  event.preventDefault();
}

function focusFirst(elements: Iterable<Element>): boolean {
  const [first] = elements;
  if (!(first instanceof HTMLElement)) return false;
  first.focus();
  return true;
}

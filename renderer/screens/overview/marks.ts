// The marks of a chart by keyboard and pointer: one of them is a tab stop, arrows lead from mark to mark, Enter or a click
// explains its figure, and what it says is handed on while it is looked at. A mark is an element with `data-mark="x y"`.
import { session } from '../../state/session.svelte.ts';

type Place = readonly [x: number, y: number];

const steps: Readonly<Record<string, Place>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Makes the marks inside an element reachable; `onread` is told what the one looked at says, '' where none is. */
export function marks(onread: (text: string) => void): (element: HTMLElement) => () => void {
  return (element) => {
    const all = (): HTMLElement[] => [...element.querySelectorAll<HTMLElement>('[data-mark]')];
    const markOf = (event: Event): HTMLElement | null =>
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-mark]') : null;
    const stopAt = (mark: HTMLElement | undefined): void => {
      for (const each of all()) each.tabIndex = each === mark ? 0 : -1;
    };
    const keepStop = (): void => {
      if (!all().some(({ tabIndex }) => tabIndex === 0)) stopAt(all().at(-1));
    };
    const listeners: Partial<Record<keyof HTMLElementEventMap, (event: Event) => void>> = {
      focusin: (event) => {
        const mark = markOf(event);
        if (!mark) return;
        stopAt(mark);
        onread(mark.ariaLabel ?? '');
      },
      focusout: () => onread(''),
      pointerover: (event) => onread(markOf(event)?.ariaLabel ?? ''),
      pointerleave: () => onread(''),
      click: (event) => explain(markOf(event)),
      keydown: (event) => press(event as KeyboardEvent, markOf(event), all()),
    };
    for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener);
    const watch = new MutationObserver(keepStop);
    watch.observe(element, { childList: true, subtree: true });
    keepStop();
    return () => {
      watch.disconnect();
      for (const [name, listener] of Object.entries(listeners)) element.removeEventListener(name, listener);
    };
  };
}

function press(event: KeyboardEvent, mark: HTMLElement | null, all: readonly HTMLElement[]): void {
  if (!mark || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const step = steps[event.code];
  if (step) next(mark, step, all)?.focus();
  else if (event.code === 'Enter' || event.code === 'Space') explain(mark);
  else return;
  event.preventDefault();
}

function placeOf({ dataset }: HTMLElement): Place {
  const [x = 0, y = 0] = (dataset['mark'] ?? '').split(' ').map(Number);
  return [x, y];
}

/** The mark in the column or row beside this one, the nearest where there are several. */
function next(mark: HTMLElement, [stepX, stepY]: Place, all: readonly HTMLElement[]): HTMLElement | undefined {
  const [x, y] = placeOf(mark);
  const beside = all.filter((each) => placeOf(each)[0] === x + stepX);
  const wanted = y + stepY;
  if (stepX === 0) return beside.find((each) => placeOf(each)[1] === wanted);
  return beside.sort((left, right) => Math.abs(placeOf(left)[1] - y) - Math.abs(placeOf(right)[1] - y))[0];
}

function explain(mark: HTMLElement | null): void {
  const figure = mark?.dataset['fig'];
  if (figure !== undefined) session.explain(figure);
}

// The view that a window was opened for, as the main process writes it behind the address of the page. Pure.
import { type View, screenIds } from './view.ts';

/** The view that a hash holds; undefined where there is none that this program knows. */
export function askedView(hash: string): View | undefined {
  if (hash === '') return undefined;
  try {
    const view = JSON.parse(decodeURIComponent(hash.slice(1))) as View;
    return screenIds.includes(view.screen) ? view : undefined;
  } catch {
    return undefined;
  }
}

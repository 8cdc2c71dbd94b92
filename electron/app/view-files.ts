// Saved views as a file, so that a clerk can hand them to a colleague. It holds no data of a book but what a filter names.
import { readFileSync, statSync } from 'node:fs';
import { type SavedView, viewsFile } from '../../shared/contract/app.ts';
import { Refused } from '../../shared/rules/refusal.ts';

const largest = 1_000_000;

/** The bytes of a file of views. */
export function viewsAsFile(views: readonly SavedView[]): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ purser: 'views', views }, undefined, 2)}\n`);
}

/** The views of a file; throws Refused for any other file. */
export function readViewsFile(path: string): readonly SavedView[] {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? Infinity) > largest) throw new Refused(noViews);
  const read = viewsFile.safeParse(parsed(readFileSync(path, 'utf8')));
  if (!read.success) throw new Refused(noViews);
  return read.data.views;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const noViews = {
  code: 'noViewsFile',
  what: 'The file holds no saved views.',
  unchanged: 'Your views are as they were.',
  next: 'Choose a file that was exported from the list of saved views.',
};

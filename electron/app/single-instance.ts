// One Purser per user: a second start hands its book to the first and ends. Books also come by a double click on their
// cover, which macOS tells by an event and the others by an argument.
import { app } from 'electron';
import { dirname, resolve } from 'node:path';

/** Whether this is the only one; then `onStart` hears of every further start, with the folder of its book if it names one. */
export function isOnlyInstance(onStart: (folder: string | undefined) => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, args, cwd) => onStart(bookOf(args, cwd)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    onStart(dirname(path));
  });
  return true;
}

/** The folder of the book whose cover the arguments name. */
export function bookOf(args: readonly string[], cwd: string): string | undefined {
  const cover = args.findLast((arg) => arg.endsWith('.purser'));
  return cover === undefined ? undefined : dirname(resolve(cwd, cover));
}

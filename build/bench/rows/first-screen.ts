// A book opened to its first usable screen, from the start of the process: the book's thread, the state kept beside the
// journal, the overview asked for and answered. Electron's own start, the same for every book, is left out.
import { fileURLToPath } from 'node:url';
import { builtProgram } from '../built-module.ts';
import type { Contest, Run } from '../contest.ts';
import { decadeBook, decadePeriod, emptyBook } from '../decade-book.ts';
import { timedProgram } from '../timed-program.ts';

const program = fileURLToPath(new URL('../programs/first-screen.mjs', import.meta.url));

async function opening(book: string): Promise<Run> {
  const thread = await builtProgram('book/book-thread.ts');
  return async () => {
    const { seconds, peakBytes, out } = await timedProgram([program, thread, book, decadePeriod]);
    return { seconds, peakBytes, answer: out };
  };
}

/** The state of ten years may cost a little more than none. */
export const firstScreen: Contest = {
  name: 'open to the first screen: a decade of 20,000 records',
  peer: 'an empty book',
  mark: 1.3,
  prepare: async () => ({ subject: await opening(await decadeBook()), peer: await opening(await emptyBook()) }),
  objection: (decade, empty) =>
    decade.length > empty.length ? undefined : 'the decade has no more to show than an empty book',
};

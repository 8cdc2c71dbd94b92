// A book opened to its first usable screen, as the window does it: a thread of its own, the state kept beside the journal,
// and the overview asked for and answered.
import type { BookThread } from '../../../electron/book/book-thread.ts';
import { builtModule } from '../built-module.ts';
import type { Contest, Run } from '../contest.ts';
import { decadeBook, decadePeriod, emptyBook } from '../decade-book.ts';

type ThreadModule = { readonly BookThread: typeof BookThread };

async function opening(book: string): Promise<Run> {
  const { BookThread: Thread } = (await builtModule('book/book-thread.ts')) as ThreadModule;
  return async () => {
    const began = performance.now();
    const thread = new Thread(10_000);
    await thread.open(book, { holder: 'the bench', since: '' });
    const input = { period: decadePeriod } as never;
    const overview = await thread.call('ask', { name: 'overview', input, desk: '' });
    const seconds = (performance.now() - began) / 1000;
    await thread.end();
    return { seconds, answer: JSON.stringify(overview) };
  };
}

/** The state of ten years may cost a little more than none. */
export const firstScreen: Contest = {
  name: 'open to the first screen: a decade of 20,000 records',
  peer: 'an empty book',
  mark: 1.3,
  prepare: async () => ({ subject: await opening(await decadeBook()), peer: await opening(await emptyBook()) }),
  objection: (decade, empty) =>
    decade.length > empty.length ? undefined : 'the decade has no more to show than nothing',
};

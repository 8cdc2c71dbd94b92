// Rows of the window: what a key costs until the paint that shows what it did, against the same key where nobody hears it,
// press by press in turns on the same page.
import type { Page } from 'playwright-core';
import type { Contest } from '../contest.ts';
import { pairedRuns, quantile } from '../paired.ts';
import { type Press, timedPress } from './key-probe.ts';

const frame = 1 / 60;

export interface KeyRow {
  readonly name: string;
  /** Brings the page to where the keys are pressed; each pass begins so. */
  readonly begin: () => Promise<Page>;
  readonly presses: (page: Page) => Promise<readonly Press[]>;
  /** What is done before each press, untimed. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** What the page says when all keys were pressed; the same each time. */
  readonly answer: (page: Page) => Promise<string>;
  readonly limitSeconds?: number;
  /** Whether the mark of one frame above the empty handler holds: it is for what needs no answer of the book. */
  readonly isAtOnce: boolean;
}

/** A contest over what 95 of 100 presses take at most. */
export function keyContest({ name, begin, presses, before, answer, limitSeconds, isAtOnce }: KeyRow): Contest {
  return {
    name,
    peer: isAtOnce ? 'an empty handler, and one frame' : 'an empty handler',
    mark: isAtOnce ? 1 : null,
    limitSeconds,
    prepare: () =>
      Promise.resolve(
        pairedRuns(async () => {
          const page = await begin();
          const [seconds, empty]: [number[], number[]] = [[], []];
          for (const press of await presses(page)) {
            await before?.(page);
            empty.push(await timedPress(page, { key: press.key }, true));
            seconds.push(await timedPress(page, press));
          }
          return {
            subject: { seconds: quantile(seconds, 0.95), answer: await answer(page) },
            peer: { seconds: quantile(empty, 0.95) + (isAtOnce ? frame : 0), answer: '' },
          };
        }),
      ),
    objection: (subject) => (subject === '' ? 'the page does not show what the keys ask for' : undefined),
  };
}

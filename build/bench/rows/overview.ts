// What people wait for in a large book, 480 accounts and 13 months: the overview of a month, any figure explained,
// anything found; each asked through the thread that the window asks, against a question that costs nothing.
import type { BookThread } from '../../../electron/book/book-thread.ts';
import type { Explanation } from '../../../shared/reports/explain/explanation.ts';
import type { Overview } from '../../../shared/reports/overview.ts';
import { formatMonth } from '../../../shared/calendar/day.ts';
import { figureKey } from '../../../shared/reports/figure.ts';
import { budget } from '../../sample/sizes.ts';
import { chargedBook } from '../charged-book.ts';
import { builtModule } from '../built-module.ts';
import type { Contest, Run } from '../contest.ts';
import { quantile } from '../paired.ts';

const months = budget.months.map(formatMonth);
const limitSeconds = 0.1;

interface Question {
  readonly name: 'overview' | 'explain' | 'search' | 'book';
  readonly input: Readonly<Record<string, unknown>>;
}

let opening: Promise<BookThread> | undefined;

/** The book's thread, one for all rows. */
function openThread(): Promise<BookThread> {
  opening ??= (async () => {
    const { BookThread: Thread } = (await builtModule('book/book-thread.ts')) as { BookThread: typeof BookThread };
    const thread = new Thread();
    await thread.open(await chargedBook(budget), { holder: 'the bench', since: '' });
    return thread;
  })();
  return opening;
}

/** Ends the book's thread; to be called when all rows have been measured. */
export async function endThread(): Promise<void> {
  await (await opening)?.end();
  opening = undefined;
}

async function ask<T>({ name, input }: Question): Promise<T> {
  const thread = await openThread();
  return (await thread.call('ask', { name, input: input as never, desk: '' })) as T;
}

/** Asks all questions in turn; the seconds are those that 95 of 100 answers stay below. */
function asking(questions: readonly Question[]): Run {
  return async () => {
    const seconds: number[] = [];
    const answers: string[] = [];
    for (const question of questions) {
      const began = performance.now();
      const answer = await ask(question);
      seconds.push((performance.now() - began) / 1000);
      answers.push(JSON.stringify(answer));
    }
    return { seconds: quantile(seconds, 0.95), answer: answers.join('\n') };
  };
}

/** A question that costs no more than the way there and back. */
const nothing: Question = { name: 'book', input: {} };

function waitingFor(
  name: string,
  questions: () => Promise<readonly Question[]>,
  sound: (answer: string) => boolean,
): Contest {
  return {
    name,
    peer: 'a question that costs nothing',
    mark: null,
    limitSeconds,
    prepare: async () => {
      const asked = await questions();
      return { subject: asking(asked), peer: asking(asked.map(() => nothing)) };
    },
    objection: (subject) => (subject.split('\n').every(sound) ? undefined : 'an answer lacks what was asked for'),
  };
}

const overviews = months.map((period): Question => ({ name: 'overview', input: { period } }));

/** The figures of every overview, and every part that explains them, as a person goes down from a total. */
async function figures(): Promise<readonly Question[]> {
  const found: Question[] = [];
  for (const { input } of overviews.slice(-3)) {
    const period = String(input['period']);
    const { figures: rows } = await ask<Overview>({ name: 'overview', input });
    for (const row of rows.slice(0, 2))
      for (const column of ['charges', 'balance', 'intercompany'] as const) {
        let figure: string | undefined = figureKey({
          query: 'overview',
          input: { period },
          of: { row: row.id },
          column,
        });
        for (let step = 0; step < 4 && figure !== undefined; step++) {
          const question: Question = { name: 'explain', input: { figure } };
          found.push(question);
          const { components } = await ask<Explanation>(question);
          figure = components.find((component) => component.figure !== undefined)?.figure;
        }
      }
  }
  return found;
}

const texts = ['12', 'harbour', 'gang', 'gangwan', '港湾', 'Ltd', 'tencent', '2026-10', '=100..200', '=1234.5..1240'];

export const waitingContests: readonly Contest[] = [
  waitingFor(
    'the overview of a month',
    () => Promise.resolve(overviews),
    (answer) => answer.includes('"figures":[{'),
  ),
  waitingFor('a figure explained', figures, (answer) => answer.includes('"sentence":{')),
  waitingFor(
    'anything found',
    () => Promise.resolve(texts.map((text): Question => ({ name: 'search', input: { text } }))),
    (answer) => answer.includes('"rows":[{'),
  ),
];

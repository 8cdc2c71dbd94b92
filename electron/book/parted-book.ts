// The state of a book in parts: what the first screens need, what a new record asks for, the history of its funds, and of
// every month that was run its charges, what settling them did, and the totals after it. Put together again a book reads
// all but the first when they are first looked at. It decides nothing about when a state is kept or taken.
import type { Month } from '../../shared/calendar/day.ts';
import type { Book, PostedRun } from '../../shared/book/book.ts';
import type { Json } from '../../shared/book/record.ts';
import { keepTotals, totalsUntil } from '../../shared/reports/totals.ts';
import type { Run } from '../../shared/rules/movement.ts';
import type { Outcome, TimedEntry, Timeline } from '../../shared/rules/timeline.ts';
import type { KeptParts } from './kept-parts.ts';
import { lazily, once } from './lazily.ts';

/** The names of a book's parts; months by their numbers. */
export type PartTable = {
  readonly first: string;
  readonly entry: string;
  readonly funds: string;
  readonly months: { readonly [month: string]: MonthParts };
};
type MonthParts = { readonly charged: string; readonly settled: string; readonly totals: string };

type Charged = Pick<Run, 'charges'> & Pick<PostedRun, 'variances' | 'otherPayers'>;
type Funds = Pick<Timeline, 'checkpoints' | 'allocations'> & {
  /** A run stands as its month, and its outcome as null. */
  readonly entries: readonly (TimedEntry | Month)[];
  readonly outcomes: readonly (Outcome | null)[];
} & Pick<Book, 'movements'>;
type RunOutline = Omit<PostedRun, 'run' | 'entry' | 'variances' | 'otherPayers'> & {
  readonly entry: Omit<TimedEntry, 'event'>;
};
/** What only a new record asks for. */
const entryMembers = ['keys', 'rowsSeen', 'positions'] as const;
type Entry = Pick<Book, (typeof entryMembers)[number]>;
type First = Omit<Book, 'timeline' | 'movements' | 'runs' | keyof Entry> & {
  readonly timeline: Pick<Timeline, 'purses' | 'end'>;
  readonly runs: ReadonlyMap<Month, RunOutline>;
};

/** Which part a month's run, outcome or totals were read from; none is ever changed in place. */
const origins = new WeakMap<object, string>();

/** Keeps a book; what was read from parts and stayed the same stays where it is. */
export function partBook(parts: KeptParts, book: Book): PartTable {
  const same = (origin: object, value: () => unknown): string => {
    const former = origins.get(origin);
    return former !== undefined && parts.has(former) ? former : parts.write(value());
  };
  const months = [...book.runs].map(([month, { run }]): [string, MonthParts] => {
    const outcome = book.timeline.settled.get(month)!;
    const charged = same(run, () => chargedPart(book, month));
    const settled = same(outcome, () => outcome.effects);
    const totals = totalsUntil(book, month);
    return [String(month), { charged, settled, totals: same(totals, () => totals) }];
  });
  return {
    first: parts.write(firstPart(book)),
    entry: parts.write(entryPart(book)),
    funds: parts.write(fundsPart(book)),
    months: Object.fromEntries(months),
  };
}

/** Every part that a table names. */
export function partsIn({ first, entry, funds, months }: PartTable): ReadonlySet<string> {
  return new Set([first, entry, funds, ...Object.values(months).flatMap((each) => Object.values(each))]);
}

/** The table in a JSON value; undefined where it is none. */
export function readTable(value: Json): PartTable | undefined {
  const table = value as Partial<PartTable> | null;
  const names = [table?.first, table?.entry, table?.funds];
  return names.every((name) => typeof name === 'string') && table?.months ? (table as PartTable) : undefined;
}

/** The book of a table; undefined where its first part is gone. Another part that is gone is taken from `again`. */
export function joinBook(parts: KeptParts, table: PartTable, again: () => Book): Book | undefined {
  const first = parts.read(table.first) as First | undefined;
  if (!first) return undefined;
  const fetch = <T extends object>(name: string, from: (book: Book) => T, owner?: object): (() => T) => {
    if (owner) origins.set(owner, name);
    return once(() => {
      const value = parts.read(name) as T | undefined;
      if (value !== undefined) origins.set(value, name);
      else if (owner) origins.delete(owner);
      return value ?? from(again());
    });
  };
  const runs = new Map<Month, PostedRun>();
  const settled = new Map<Month, Outcome>();
  for (const [month, outline] of first.runs) {
    const names = table.months[month]!;
    const empty = { period: month };
    const charged = fetch(names.charged, (book) => chargedPart(book, month), empty);
    const run = lazily<typeof empty, Pick<Run, 'charges'>>(empty, ['charges'], charged);
    const entry: TimedEntry = { ...outline.entry, event: { kind: 'run', run } };
    runs.set(month, lazily({ ...outline, run, entry }, ['variances', 'otherPayers'], charged));
    const outcome = {};
    const effects = fetch(names.settled, (book) => book.timeline.settled.get(month)!.effects, outcome);
    settled.set(
      month,
      lazily(outcome, ['effects'], () => ({ effects: effects() })),
    );
    keepTotals(
      outcome as Outcome,
      fetch(names.totals, (book) => totalsUntil(book, month)),
    );
  }
  const funds = once(() => joinFunds(fetch(table.funds, fundsPart)(), runs, settled));
  const timeline = lazily(
    { ...first.timeline, settled },
    ['entries', 'outcomes', 'checkpoints', 'allocations'],
    funds as () => Omit<Timeline, 'purses' | 'end' | 'settled'>,
  );
  const entered = lazily({ ...first, timeline, runs }, entryMembers, fetch(table.entry, entryPart));
  return lazily<Omit<Book, 'movements'>, Pick<Book, 'movements'>>(entered, ['movements'], funds);
}

function joinFunds(
  { entries, outcomes, ...rest }: Funds,
  runs: ReadonlyMap<Month, PostedRun>,
  settled: ReadonlyMap<Month, Outcome>,
): Omit<Timeline, 'purses' | 'end' | 'settled'> & Pick<Book, 'movements'> {
  return {
    ...rest,
    entries: entries.map((entry) => (typeof entry === 'number' ? runs.get(entry)!.entry : entry)),
    outcomes: outcomes.map((outcome, at) => outcome ?? settled.get(entries[at] as Month)!),
  };
}

function entryPart({ keys, rowsSeen, positions }: Book): Entry {
  return { keys, rowsSeen, positions };
}

function firstPart({
  timeline,
  movements: _,
  keys: _keys,
  rowsSeen: _rows,
  positions: _sums,
  runs,
  ...rest
}: Book): First {
  const { purses, end } = timeline;
  return {
    ...rest,
    timeline: { purses, end },
    runs: new Map([...runs].map(([month, run]) => [month, outlineOf(run)])),
  };
}

function outlineOf({ seq, imports, count, entry: { day, phase, order, place } }: PostedRun): RunOutline {
  return { seq, imports, count, entry: { day, phase, order, place } };
}

function fundsPart({ timeline, movements }: Book): Funds {
  const { entries, outcomes, checkpoints, allocations } = timeline;
  return {
    entries: entries.map((entry) => (entry.event.kind === 'run' ? entry.event.run.period : entry)),
    outcomes: outcomes.map((outcome, at) => (entries[at]!.event.kind === 'run' ? null : outcome)),
    checkpoints,
    allocations,
    movements,
  };
}

function chargedPart({ runs }: Book, month: Month): Charged {
  const { run, variances, otherPayers } = runs.get(month)!;
  return { charges: run.charges, variances, otherPayers };
}

// Asks an open book: the reports are pure and answer at once, so what they miss outside the memory is fetched and the
// question put again. Inputs have passed their schemas; the keys and inputs that some of them hold pass theirs here.
import { importsIn } from '../../shared/book/standing-imports.ts';
import type { Month } from '../../shared/calendar/day.ts';
import type { Desk } from '../../shared/book/desk.ts';
import { type QueryInput, type QueryName, isQueryName } from '../../shared/contract/queries.ts';
import { readQueryInput } from '../../shared/contract/read-input.ts';
import { type QueryAnswer, answer } from '../../shared/reports/answer.ts';
import type { ImportedBucket, SourceRow, Sources } from '../../shared/reports/asking.ts';
import { readFigureKey } from '../../shared/reports/figure.ts';
import { Refused } from '../../shared/rules/refusal.ts';
import type { OpenBook } from './open-book.ts';

/** Answers a query at a desk; throws Refused where a rule says no. */
export async function ask<N extends QueryName>(
  open: OpenBook,
  name: N,
  input: QueryInput<N>,
  desk: Desk,
): Promise<QueryAnswer<N>> {
  checkInner(name, input);
  const outside = new Outside(open);
  for (;;) {
    try {
      return answer({ book: open.book, desk, sources: outside }, name, input);
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      await error.fetch();
    }
  }
}

/** Something that an answer needs and that is not in memory yet. */
class Missing extends Error {
  readonly fetch: () => Promise<void>;
  constructor(fetch: () => Promise<void>) {
    super('not in memory yet');
    this.fetch = fetch;
  }
}

/** The lines of the periods asked for last, as of a record, by open book. */
const keptLines = new WeakMap<OpenBook, { readonly seq: number; readonly periods: PeriodLines }>();
type PeriodLines = Map<Month, readonly ImportedBucket[]>;
const mostPeriods = 3;

/** What lies outside the memory of an open book, fetched on demand. */
class Outside implements Sources {
  readonly #open: OpenBook;
  readonly #rows = new Map<string, readonly SourceRow[]>();
  /** All that this answer needed, however many periods are kept for the next. */
  #periods: PeriodLines = new Map();
  #seq: number;

  constructor(open: OpenBook) {
    this.#open = open;
    this.#seq = open.book.seq;
  }

  buckets(period: Month): readonly ImportedBucket[] {
    const { seq } = this.#open.book;
    if (seq !== this.#seq) this.#periods = new Map();
    this.#seq = seq;
    const known = keptLines.get(this.#open);
    const kept = this.#periods.get(period) ?? (known?.seq === seq ? known.periods.get(period) : undefined);
    if (kept) return kept;
    throw new Missing(async () => {
      const buckets = await bucketsOf(this.#open, period);
      if (this.#open.book.seq !== seq) return;
      this.#periods.set(period, buckets);
      keep(this.#open, period, buckets);
    });
  }

  records(choice: Parameters<Sources['records']>[0]): ReturnType<Sources['records']> {
    return this.#open.records(choice);
  }

  sourceRows(importId: string, places: readonly number[], limit: number): readonly SourceRow[] {
    const key = JSON.stringify([importId, places, limit]);
    const kept = this.#rows.get(key);
    if (kept) return kept;
    throw new Missing(async () => {
      const { fact } = this.#open.book.imports.get(importId)!;
      const rows = await this.#open.lines.rows(fact, places, limit);
      this.#rows.set(
        key,
        rows.map((row) => ({ ...row, sha256: fact.sha256 })),
      );
    });
  }
}

function keep(open: OpenBook, period: Month, buckets: readonly ImportedBucket[]): void {
  const { seq } = open.book;
  const known = keptLines.get(open);
  const periods: PeriodLines = known?.seq === seq ? known.periods : new Map();
  if (known?.seq !== seq) keptLines.set(open, { seq, periods });
  periods.set(period, buckets);
  if (periods.size > mostPeriods) periods.delete(periods.keys().next().value!);
}

async function bucketsOf({ book, lines }: OpenBook, period: Month): Promise<readonly ImportedBucket[]> {
  const found: ImportedBucket[] = [];
  for (const fact of importsIn(book, period)) {
    const { buckets } = await lines.of(fact);
    let place = 0;
    for (const bucket of buckets) {
      if (bucket.month === period) found.push({ import: fact.id, place, bucket });
      place++;
    }
  }
  return found;
}

/** Figure keys and selections name another query: its input is held to that query's schema. */
function checkInner(name: QueryName, input: object): void {
  if (name === 'explain' || name === 'journalOf') {
    const { figure: key, draft } = input as QueryInput<'explain'>;
    const figure = readFigureKey(key);
    const isSelection = figure?.query === 'selectionSum';
    const asked = { ...figure?.input, ...(isSelection && draft ? { draft } : draft) };
    if (figure) checkInput(figure.query, asked);
    if (isSelection) checkInner('selectionSum', asked);
  }
  if (name === 'selectionSum' || name === 'wholeList' || name === 'columnValues') {
    const inner = input as QueryInput<'selectionSum' | 'wholeList' | 'columnValues'>;
    checkInput(inner.query, { ...inner.input, ...('draft' in inner && inner.draft) });
  }
}

function checkInput(query: string, input: unknown): void {
  const read = isQueryName(query) ? readQueryInput(query, input) : undefined;
  if (read && !read.ok) throw new Refused(...read.refusals);
}

// Notes what a scenario tried and what it was promised, and when, so that a crash at any moment can be held against it.
import type { LedgerRecord, RecordBody } from '../../shared/book/record.ts';
import type { Operation } from './disk-tree.ts';

/** What had been tried and promised when a crash came. */
export interface Promised {
  /** Records acknowledged, in order. */
  readonly acknowledged: readonly LedgerRecord[];
  /** A record that was being appended, not acknowledged. */
  readonly attempted: RecordBody | undefined;
  /** Other promises by name: a backup written, a book restored. */
  readonly done: ReadonlySet<string>;
}

/** Who is told of what is tried and promised. */
export interface Told {
  attempt(body: RecordBody): void;
  acknowledge(record: LedgerRecord): void;
  done(what: string): void;
}

export class Witness implements Told {
  readonly #log: readonly Operation[];
  readonly #noted: { moment: number; attempted?: RecordBody; acknowledged?: LedgerRecord; done?: string }[] = [];

  /** `before` are records that stood in the book when the scenario began. */
  constructor(log: readonly Operation[], before: readonly LedgerRecord[]) {
    this.#log = log;
    for (const acknowledged of before) this.#noted.push({ moment: 0, acknowledged });
  }

  attempt(body: RecordBody): void {
    this.#noted.push({ moment: this.#log.length, attempted: body });
  }

  acknowledge(record: LedgerRecord): void {
    this.#noted.push({ moment: this.#log.length, acknowledged: record });
  }

  done(what: string): void {
    this.#noted.push({ moment: this.#log.length, done: what });
  }

  /** What was promised when so many operations of the disk were done. */
  promisedAt(moment: number): Promised {
    const noted = this.#noted.filter((note) => note.moment <= moment);
    const acknowledged = noted.flatMap((note) => note.acknowledged ?? []);
    const attempted = noted.flatMap((note) => note.attempted ?? []).at(-1);
    const isOpen = attempted && attempted.seq > (acknowledged.at(-1)?.seq ?? 0);
    return {
      acknowledged,
      attempted: isOpen ? attempted : undefined,
      done: new Set(noted.flatMap((note) => note.done ?? [])),
    };
  }
}

// An open book: the only writer of its journal and the keeper of its state. One command at a time: gather, decide,
// prepare, append (synced), commit; a query is answered from the state in memory.
import { createHash } from 'node:crypto';
import type { Book } from '../../shared/book/book.ts';
import { decide } from '../../shared/book/decide.ts';
import type { Evidence } from '../../shared/book/decision.ts';
import type { Desk } from '../../shared/book/desk.ts';
import { authorise } from '../../shared/book/authorise.ts';
import { type PreparedEntry, prepareEntry } from '../../shared/book/enter.ts';
import type { Facts } from '../../shared/book/facts.ts';
import type { LedgerRecord, RecordBody } from '../../shared/book/record.ts';
import type { CommandAnswer } from '../../shared/contract/answer.ts';
import type { CommandInput, CommandName } from '../../shared/contract/commands.ts';
import type { RecordChoice } from '../../shared/reports/asking.ts';
import { type Refusal, Refused } from '../../shared/rules/refusal.ts';
import type { Disk } from '../ledger/disk.ts';
import type { Journal } from '../ledger/journal.ts';
import { RecordIndex } from './record-index.ts';
import { type Watch, gatherImports, gatherPeriod } from './gather.ts';
import { gatherResolution } from './gather-resolution.ts';
import type { StoredLines } from './stored-lines.ts';

/** A command as it is given: `id` makes retries harmless (F10), `now` is the only clock that it sees. */
export interface Command<N extends CommandName = CommandName> {
  readonly name: N;
  /** Has passed the schema of its command. */
  readonly input: CommandInput<N>;
  readonly id: string;
  readonly by: string;
  readonly desk: Desk;
  /** ISO 8601, UTC. */
  readonly now: string;
  /** Decided and checked like the real one, but nothing is recorded. */
  readonly dryRun?: boolean | undefined;
}

export class OpenBook {
  readonly folder: string;
  readonly book: Book;
  readonly journal: Journal;
  readonly lines: StoredLines;
  readonly #index: RecordIndex;
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: { disk: Disk; folder: string; book: Book; journal: Journal; lines: StoredLines }) {
    this.#index = new RecordIndex(parts.disk, parts.folder);
    this.folder = parts.folder;
    this.book = parts.book;
    this.journal = parts.journal;
    this.lines = parts.lines;
  }

  /** Carries a command out after those before it. Refusals are answers; a failing disk throws LedgerError. */
  execute(command: Command, watch: Watch = {}): Promise<CommandAnswer> {
    const turn = this.#last.then(() => this.#execute(command, watch));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #execute(command: Command, watch: Watch): Promise<CommandAnswer> {
    // A damaged book has lost facts: a rule asked there would say no, or yes, for the wrong reason.
    if (!command.dryRun) this.journal.assertWritable();
    const input = digestOf(command);
    const former = this.book.keys.get(command.id);
    if (former) return former.input === input ? this.#repeated(command.id, former.seq) : refused(keyReused(command.id));
    try {
      authorise(this.book, command.name, command.input, command.desk);
      const evidence = await this.#gather(command, watch);
      watch.signal?.throwIfAborted();
      return this.#enter(command, evidence, input);
    } catch (error) {
      if (error instanceof Refused) return refused(...error.refusals);
      throw error;
    }
  }

  #gather(command: Command, watch: Watch): Promise<Evidence> | Evidence {
    const { book, lines } = this;
    const { name, id } = command;
    if (name === 'importBills')
      return gatherImports(book, lines, command.input as CommandInput<'importBills'>, id, watch);
    if (name === 'runCharges')
      return gatherPeriod(book, lines, (command.input as CommandInput<'runCharges'>).period, id);
    if (name === 'resolveExceptions')
      return gatherResolution(book, lines, command.input as CommandInput<'resolveExceptions'>, id);
    return { key: id };
  }

  #enter(command: Command, evidence: Evidence, input: string): CommandAnswer {
    const decision = decide(this.book, command.name, command.input, evidence);
    const { kind, facts, result = {} } = decision;
    const answer = { done: true, key: command.id, result } as const;
    if (kind === null) return { ...answer, seq: this.book.seq, head: this.head, kind: '' };
    const seq = this.book.seq + 1;
    const prepared = prepareEntry(this.book, facts, { seq, placeOf: decision.placeOf });
    if (command.dryRun) return { ...answer, seq: this.book.seq, head: this.head, kind };
    const { now: at, by, desk, id: key } = command;
    const data: RecordBody['data'] = { input, ...(facts as RecordBody['data']) };
    const record = this.journal.append({ v: 1, seq, at, by, desk, kind, key, data, post: prepared.postings });
    commitRecord(this.book, prepared, key, input);
    return { ...answer, seq, head: record.hash, kind };
  }

  #repeated(key: string, seq: number): CommandAnswer {
    return { done: true, seq, head: this.head, key, kind: '', result: {}, repeated: true };
  }

  /** Records read from the journal, in order of entry; none beyond the last that holds. */
  records({ from = 1, to = this.book.seq, mentions }: Partial<RecordChoice> = {}): readonly LedgerRecord[] {
    return this.#index.read({ from, to: Math.min(to, this.book.seq), mentions });
  }

  /** The hash of the last record: what the head of the journal is. */
  get head(): string {
    return this.journal.position.head;
  }
}

/** Puts a prepared entry in place and remembers the key that it answered. */
export function commitRecord(book: Book, prepared: PreparedEntry, key: string, input: string): void {
  prepared.commit();
  book.keys.set(key, { seq: book.seq, input });
}

/** The facts in the data of a record; `input` is the digest of the command's input (F10). */
export function factsOf(data: RecordBody['data']): { readonly facts: Facts; readonly input: string } {
  const { input, ...facts } = data;
  return { facts: facts as Facts, input: typeof input === 'string' ? input : '' };
}

function digestOf({ name, input, desk }: Command): string {
  return createHash('sha256')
    .update(JSON.stringify([name, input, desk]))
    .digest('hex')
    .slice(0, 16);
}

function refused(...refusals: readonly Refusal[]): CommandAnswer {
  return { done: false, refusals };
}

function keyReused(key: string): Refusal {
  return {
    code: 'keyReused',
    rule: 'F10',
    what: `The key ${key} was used before for another input.`,
    unchanged: 'Nothing was changed; what the key did before stands.',
    next: 'Give every command a key of its own.',
    where: { column: 'key', value: key },
  };
}

// The lines of a book's imports: stored beside their evidence by the line store, the ones used last kept in memory.
import type { ImportFact } from '../../shared/book/facts.ts';
import type { BillContent } from '../bills/bill-content.ts';
import { type ImportedBill, LineStore, type SourceRow } from '../bills/line-store.ts';
import type { BillSource } from '../bills/source.ts';
import type { StoredBill } from '../bills/stored-bill.ts';
import type { Disk } from '../ledger/disk.ts';

const keptInMemory = 64;

/** What names an import's lines: its fact, or the facts that are about to become one. */
export type ImportName = Pick<ImportFact, 'id' | 'name' | 'sha256' | 'extension' | 'skips'>;

export class StoredLines {
  readonly #store: LineStore;
  /** The fact of an import that others skip lines of. */
  readonly #factOf: (id: string) => ImportName | undefined;
  readonly #kept = new Map<string, StoredBill>();
  /** Names of imports stored and not recorded yet. */
  readonly #fresh = new Map<string, ImportName>();

  constructor(disk: Disk, folder: string, factOf: (id: string) => ImportName | undefined) {
    this.#store = new LineStore(disk, folder);
    this.#factOf = factOf;
  }

  /** Keeps a file's evidence and lines; nothing refers to them until the import is recorded. */
  async store(name: ImportName, source: BillSource, content: BillContent, signal?: AbortSignal): Promise<void> {
    const bill = await this.#bill(name);
    this.#fresh.set(name.id, name);
    this.#keep(name.id, await this.#store.store(bill, source, content, signal));
  }

  /** The lines of an import, read again from its evidence where they are missing. */
  async of(name: ImportName): Promise<StoredBill> {
    const kept = this.#kept.get(name.id);
    if (kept) return this.#keep(name.id, kept);
    return this.#keep(name.id, await this.#store.load(await this.#bill(name)));
  }

  /** A bill file that is to be imported. */
  sourceAt(name: string, path: string): BillSource {
    return this.#store.sourceAt(name, path);
  }

  /** The file of an import, as it stands among the evidence. */
  evidenceOf(name: ImportName): BillSource {
    return this.#store.evidenceOf(name);
  }

  /** The source rows of some buckets of an import, at most `limit`. */
  async rows(name: ImportName, buckets: Iterable<number>, limit: number): Promise<readonly SourceRow[]> {
    const stored = await this.of(name);
    return this.#store.rowsOfBuckets(await this.#bill(name), stored, buckets, limit);
  }

  /** How many lines of each hash some imports have, by their ids. */
  async hashCounts(ids: readonly string[]): Promise<ReadonlyMap<bigint, number>> {
    const counts = new Map<bigint, number>();
    for (const id of ids) {
      const fact = this.#factOf(id) ?? this.#fresh.get(id);
      if (!fact) throw new Error(`no import ${id}`);
      for (const hash of (await this.of(fact)).lineHashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
    }
    return counts;
  }

  async #bill({ id, name, sha256, extension, skips }: ImportName): Promise<ImportedBill> {
    return { id, name, sha256, extension, skip: skips.length > 0 ? await this.hashCounts(skips) : undefined };
  }

  /** The least recently used lines leave the memory first. */
  #keep(id: string, stored: StoredBill): StoredBill {
    this.#kept.delete(id);
    this.#kept.set(id, stored);
    if (this.#kept.size > keptInMemory) this.#kept.delete(this.#kept.keys().next().value!);
    return stored;
  }
}

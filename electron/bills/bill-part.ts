// A stretch of a bill file, read by itself: plain data that can go from one thread to another without being copied.
import type { PartsFinding } from './bill-content.ts';
import { BucketTable, type PackedBuckets, keyPart, keyWidth, sumNames } from './bucket-table.ts';
import type { PackedCurrencySums } from './currency-sums.ts';

/** What a builder made of a stretch of rows, none of them set aside as shared. */
export interface BillPart {
  readonly rows: number;
  readonly kept: number;
  readonly taxLines: number;
  readonly blankRows: number;
  readonly buckets: PackedBuckets;
  readonly inFile: PackedCurrencySums;
  readonly keptSums: PackedCurrencySums;
  /** Two numbers per line, the low half first, in the order of the lines. */
  readonly hashes: Uint32Array<ArrayBuffer>;
  /** Buckets and rows of the lines, both counted from 0 in this part. */
  readonly lineBuckets: Uint32Array<ArrayBuffer>;
  readonly lineRows: Uint32Array<ArrayBuffer>;
  /** Where the first and the last row begin in the text of all entries, and how far each row is from the next. */
  readonly firstOffset: number;
  readonly lastOffset: number;
  readonly rowLengths: Uint32Array<ArrayBuffer>;
  readonly partsFinding: PartsFinding | null;
}

/** The memory of a packed table, to be handed over to another thread. */
export function buffersOfBuckets({ keys, lines, earliest, sums }: PackedBuckets): ArrayBuffer[] {
  const ofSums = sumNames.flatMap((name) => [sums[name].small.buffer, sums[name].scale.buffer]);
  return [keys.buffer, lines.buffer, earliest.buffer, ...ofSums];
}

/** The memory of a part, to be handed over to another thread. */
export function buffersOfPart({ buckets, hashes, lineBuckets, lineRows, rowLengths }: BillPart): ArrayBuffer[] {
  const ofLines = [hashes, lineBuckets, lineRows, rowLengths].map((array) => array.buffer);
  return [...buffersOfBuckets(buckets), ...ofLines];
}

/** Where the texts and buckets of an appended table are in the table that took them. */
export interface Appended {
  readonly textIds: Uint32Array;
  readonly buckets: Uint32Array;
}

const textParts = [keyPart.owner, keyPart.payer, keyPart.product, keyPart.currency];

/** Adds the buckets of a later part to a table; the result is as if all lines had been added to it one by one. */
export function appendBuckets(table: BucketTable, part: PackedBuckets): Appended {
  const textIds = Uint32Array.from(part.texts, (text) => table.texts.idOf(text));
  const priceIds = Uint32Array.from(part.prices, (price) => table.prices.idOf(price));
  const buckets = new Uint32Array(part.lines.length);
  const key = new Int32Array(keyWidth);
  for (let bucket = 0; bucket < buckets.length; bucket++) {
    for (let place = 0; place < keyWidth; place++) key[place] = part.keys[bucket * keyWidth + place]!;
    for (const place of textParts) key[place] = textIds[key[place]!]!;
    if (key[keyPart.price]! >= 0) key[keyPart.price] = priceIds[key[keyPart.price]!]!;
    buckets[bucket] = table.take(key, part.earliest[bucket]!, part.lines[bucket]!);
  }
  for (const name of sumNames) table.sums[name].append(part.sums[name], buckets);
  return { textIds, buckets };
}

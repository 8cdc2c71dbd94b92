// The lines of one import as they are stored: buckets, parties, hashes, and an index from buckets to source rows.
// It finds rows by the index alone and never scans a file for them.
import { formatDecimal, parseDecimal } from '../../shared/money/decimal.ts';
import type { BillContent, BillEntry, BillParty, LinePlaces } from './bill-content.ts';
import { BucketTable, type SumName, sumNames } from './bucket-table.ts';
import type { PackedSums } from './exact-sums.ts';
import type { Packed } from './packed-file.ts';

/** Where the UTF-8 text of the rows stands: in the evidence from `start` on, or in a copy; `sha256` is that of the file. */
export interface RowText {
  readonly copied: boolean;
  readonly start: number;
  readonly size: number;
  readonly sha256: string;
}

/** A data row: which entry it is of, its number there (1 is the heading line), and its place in the text. */
export interface RowPlace {
  readonly entry: BillEntry;
  readonly row: number;
  readonly from: number;
  /** Where the next row begins or the text of the entry ends. */
  readonly to: number;
}

interface Head {
  readonly entries: readonly BillEntry[];
  readonly text: RowText;
  readonly parties: readonly (Omit<BillParty, 'billed'> & { readonly billed: string })[];
  readonly texts: readonly string[];
  readonly prices: readonly string[];
  readonly large: Readonly<Record<SumName, PackedSums['large']>>;
}

/** What the rules and `explain` need of one import. */
export interface StoredBill {
  readonly entries: readonly BillEntry[];
  readonly text: RowText;
  readonly buckets: BucketTable;
  readonly parties: readonly BillParty[];
  /** Ascending. */
  readonly lineHashes: BigUint64Array;
  /** The data rows, from 0, whose lines are in the bucket of this number; in the order of the file. */
  rowsOfBucket(bucket: number): Uint32Array;
  placeOf(row: number): RowPlace;
}

/** What was read from a file, as it is stored. */
export function packBill(content: BillContent, text: RowText): Packed {
  const { texts, prices, keys, lines, earliest, sums } = content.buckets.packed();
  const { starts, rows } = rowsByBucket(content.places, content.buckets.size);
  const head: Head = {
    entries: content.entries,
    text,
    parties: content.parties.map((party) => ({ ...party, billed: formatDecimal(party.billed) })),
    texts,
    prices,
    large: Object.fromEntries(sumNames.map((name) => [name, sums[name].large])) as Head['large'],
  };
  const ofSums = sumNames.flatMap((name) => [
    [`${name}.small`, sums[name].small] as const,
    [`${name}.scale`, sums[name].scale] as const,
  ]);
  // Copies: what stays in memory has none of the room that the table kept for growing.
  const tables = [...Object.entries({ keys, lines, earliest }), ...ofSums].map(([name, array]) => [
    name,
    array.slice(),
  ]);
  const { lineHashes, places } = content;
  const arrays = {
    ...Object.fromEntries(tables),
    lineHashes,
    starts,
    rows,
    offsets: places.offsets,
  };
  return { head, arrays };
}

/** Counting sort: row numbers ordered by bucket, and where each bucket's rows begin. */
function rowsByBucket(
  { buckets, rows }: LinePlaces,
  size: number,
): { starts: Uint32Array<ArrayBuffer>; rows: Uint32Array<ArrayBuffer> } {
  const starts = new Uint32Array(size + 1);
  for (const bucket of buckets) starts[bucket + 1]! += 1;
  for (let bucket = 0; bucket < size; bucket++) starts[bucket + 1]! += starts[bucket]!;
  const next = starts.slice();
  const sorted = new Uint32Array(rows.length);
  buckets.forEach((bucket, line) => {
    sorted[next[bucket]!] = rows[line]!;
    next[bucket]! += 1;
  });
  return { starts, rows: sorted };
}

/** The stored lines as they were packed. */
export function unpackBill({ head, arrays }: Packed): StoredBill {
  const { entries, text, parties, texts, prices, large } = head as Head;
  const array = <T>(name: string): T => arrays[name] as T;
  const sums = sumNames.map((name) => {
    return [
      name,
      { small: array(`${name}.small`), scale: array(`${name}.scale`), large: large[name] } as PackedSums,
    ] as const;
  });
  const buckets = BucketTable.unpacked({
    texts,
    prices,
    keys: array('keys'),
    lines: array('lines'),
    earliest: array('earliest'),
    sums: Object.fromEntries(sums) as Record<SumName, PackedSums>,
  });
  const starts = array<Uint32Array>('starts');
  const rows = array<Uint32Array>('rows');
  return {
    entries,
    text,
    buckets,
    parties: parties.map((party) => ({ ...party, billed: parseDecimal(party.billed)! })),
    lineHashes: array('lineHashes'),
    rowsOfBucket: (bucket) => rows.subarray(starts[bucket], starts[bucket + 1]),
    placeOf: (row) => placeOf(row, entries, array('offsets'), text),
  };
}

function placeOf(row: number, entries: readonly BillEntry[], offsets: Float64Array, text: RowText): RowPlace {
  let first = 0;
  let end = text.start;
  for (const entry of entries) {
    end += entry.textLength;
    if (row < first + entry.rows) {
      const from = text.start + offsets[row]!;
      const to = row + 1 < first + entry.rows ? text.start + offsets[row + 1]! : end;
      return { entry, row: row - first + 2, from, to };
    }
    first += entry.rows;
  }
  throw new RangeError(`the import has no row ${row}`);
}

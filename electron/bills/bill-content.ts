// What reading one bill file gives: facts for the rules, proof that nothing was lost (rule B2), and what people should
// look at. Plain data; how it is read is elsewhere.
import type { Day, Month } from '../../shared/calendar/day.ts';
import type { Decimal } from '../../shared/money/decimal.ts';
import type { Provider } from '../../shared/rules/names.ts';
import type { BucketTable } from './bucket-table.ts';
import type { Container } from './source.ts';
import type { Encoding } from './text-stream.ts';

/** One CSV text of the file: the file itself, or an entry of an archive. */
export interface BillEntry {
  readonly name: string;
  readonly format: string;
  readonly encoding: Encoding;
  readonly headings: readonly string[];
  /** Data rows, the heading line not counted. */
  readonly rows: number;
  /** The length of its text as UTF-8 without a byte-order mark, in bytes. */
  readonly textLength: number;
}

/** The sums of one currency ('' where the file says none): billed costs, and tax that stands apart from them (B6). */
export interface BillSum {
  readonly currency: string;
  readonly billed: Decimal;
  readonly tax: Decimal;
}

/** Rows that were not kept, with their reason: blank lines, or lines that another file has too (B3). */
export interface SetAside {
  readonly reason: 'blank' | 'shared';
  readonly rows: number;
  readonly sums: readonly BillSum[];
}

/** Lines of one owner, vendor payer, currency and month: what adoption needs to know (B5). */
export interface BillParty {
  readonly provider: Provider;
  readonly owner: string;
  readonly vendorPayer: string;
  readonly currency: string;
  readonly month: Month;
  readonly lines: number;
  readonly billed: Decimal;
  /** The earliest start of its lines as the file writes it, zone left out: `2026-10-31 23:59:59`. */
  readonly earliestStart: string;
  /** The earliest day that decides whose offers apply (P6). */
  readonly firstStartDay: Day;
}

/** Lines whose parts (voucher, gift, cash, royalty) miss their billed cost by more than 0.01 (B5, a finding). */
export interface PartsFinding {
  readonly lines: number;
  readonly file: string;
  readonly firstRow: number;
  /** Billed cost less parts, summed over these lines. */
  readonly difference: Decimal;
}

/** Something to tell the person who imports; nothing is wrong with the amounts. */
export interface BillWarning {
  readonly code: 'unrecognisedColumns' | 'ignoredFiles' | 'noLines';
  readonly what: string;
  readonly names: readonly string[];
}

/** Where the lines stand: line `i` belongs to bucket `buckets[i]` and comes from data row `rows[i]` (from 0, all entries). */
export interface LinePlaces {
  readonly buckets: Uint32Array;
  readonly rows: Uint32Array;
  /** Where each data row begins in the UTF-8 text of all entries one after another. */
  readonly offsets: Float64Array;
}

/** One bill file, read. */
export interface BillContent {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly container: Container;
  readonly entries: readonly BillEntry[];
  /** Data rows read = `kept` + all rows set aside. */
  readonly rows: number;
  readonly kept: number;
  /** Lines derived from kept rows for tax apart from cost (B6); they are not rows. */
  readonly taxLines: number;
  readonly setAside: readonly SetAside[];
  /** Sums of all rows in the file, and of the kept lines; they differ by the sums set aside, exactly (B2). */
  readonly sumInFile: readonly BillSum[];
  readonly sumKept: readonly BillSum[];
  readonly buckets: BucketTable;
  readonly months: readonly Month[];
  readonly providers: readonly Provider[];
  readonly parties: readonly BillParty[];
  readonly partsFinding: PartsFinding | null;
  readonly warnings: readonly BillWarning[];
  /** Hashes of the kept lines, ascending (B3). */
  readonly lineHashes: BigUint64Array;
  readonly places: LinePlaces;
}

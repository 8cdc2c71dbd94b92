// Collects the lines of one bill file into buckets, hashes and sums, and proves at the end that nothing was lost (B2).
// It knows nothing of bytes, columns or containers.
import { type Decimal, add, compareDecimals, subtract, zero } from '../../shared/money/decimal.ts';
import { categories } from '../../shared/rules/names.ts';
import type { BillParty, BillSum, LinePlaces, PartsFinding, SetAside } from './bill-content.ts';
import { type BillPart, appendBuckets } from './bill-part.ts';
import { BucketTable, keyPart, keyWidth } from './bucket-table.ts';
import { CurrencySums } from './currency-sums.ts';
import { GrowingUint32 } from './growing.ts';
import type { Line } from './line-reader.ts';
import { PartsCheck } from './parts-check.ts';

const taxCategory = categories.indexOf('Tax');

/** Takes one row after another; `skip` holds how many lines of each hash to set aside as shared. */
export class BillBuilder {
  readonly table = new BucketTable();
  kept = 0;
  taxLines = 0;
  readonly #skip: Map<bigint, number>;
  readonly #inFile = new CurrencySums();
  readonly #kept = new CurrencySums();
  readonly #shared = new CurrencySums();
  #blankRows = 0;
  #sharedRows = 0;
  readonly #hashes = new GrowingUint32();
  readonly #lineBuckets = new GrowingUint32();
  readonly #lineRows = new GrowingUint32();
  readonly #rowLengths = new GrowingUint32();
  readonly #taxKey = new Int32Array(keyWidth);
  readonly #parts = new PartsCheck();
  #rows = 0;
  #lastOffset = 0;
  #firstOffset = 0;

  constructor(skip: ReadonlyMap<bigint, number> = new Map()) {
    this.#skip = new Map(skip);
  }

  get rows(): number {
    return this.#rows;
  }

  /** Counts a data row that begins at `offset` of the text of all entries. */
  beginRow(offset: number): void {
    if (this.#rows === 0) this.#firstOffset = offset;
    else this.#rowLengths.push(offset - this.#lastOffset);
    this.#lastOffset = offset;
    this.#rows += 1;
  }

  addBlank(): void {
    this.#blankRows += 1;
  }

  /** Takes the line of the row begun last; `file` and `row` are for findings. */
  addLine(line: Line, file: string, row: number): void {
    this.#inFile.add(line);
    if (this.#isShared(line)) {
      this.#shared.add(line);
      this.#sharedRows += 1;
      return;
    }
    this.#kept.add(line);
    this.kept += 1;
    this.#hashes.push(line.hash.low());
    this.#hashes.push(line.hash.high());
    const { numbers } = line;
    const bucket = this.table.take(line.key, line.written);
    this.#place(bucket);
    const { sums } = this.table;
    sums.billed.add(bucket, numbers.billed);
    sums.effective.add(bucket, numbers.effective.present ? numbers.effective : numbers.billed);
    if (numbers.list.present) sums.list.add(bucket, numbers.list);
    if (numbers.quantity.present) sums.quantity.add(bucket, numbers.quantity);
    if (numbers.voucher.present) sums.voucher.add(bucket, numbers.voucher);
    if (numbers.gift.present) sums.gift.add(bucket, numbers.gift);
    if (numbers.cash.present) sums.cash.add(bucket, numbers.cash);
    if (numbers.tax.present && numbers.tax.mantissa !== 0) this.#addTax(line);
    if (numbers.cash.present) this.#parts.add(line, file, row);
  }

  /** All that was taken, as plain data for another builder to append; not for builders that skip lines. */
  part(): BillPart {
    const texts = this.table.texts.texts.length;
    return {
      rows: this.#rows,
      kept: this.kept,
      taxLines: this.taxLines,
      blankRows: this.#blankRows,
      buckets: this.table.packed(),
      inFile: this.#inFile.packed(texts),
      keptSums: this.#kept.packed(texts),
      hashes: this.#hashes.taken(),
      lineBuckets: this.#lineBuckets.taken(),
      lineRows: this.#lineRows.taken(),
      firstOffset: this.#firstOffset,
      lastOffset: this.#lastOffset,
      rowLengths: this.#rowLengths.taken(),
      partsFinding: this.#parts.finding,
    };
  }

  /** Takes the rows that follow in the same text; all is then as if they had been added here one by one. */
  append(part: BillPart): void {
    const { textIds, buckets } = appendBuckets(this.table, part.buckets);
    this.#inFile.append(part.inFile, textIds);
    this.#kept.append(part.keptSums, textIds);
    for (const bucket of part.lineBuckets) this.#lineBuckets.push(buckets[bucket]!);
    for (const row of part.lineRows) this.#lineRows.push(row + this.#rows);
    for (const half of part.hashes) this.#hashes.push(half);
    this.#parts.append(part.partsFinding, this.#rows);
    if (part.rows > 0) {
      this.beginRow(part.firstOffset);
      for (const length of part.rowLengths) this.#rowLengths.push(length);
      this.#lastOffset = part.lastOffset;
      this.#rows += part.rows - 1;
    }
    this.kept += part.kept;
    this.taxLines += part.taxLines;
    this.#blankRows += part.blankRows;
  }

  places(): LinePlaces {
    const lengths = this.#rowLengths.taken();
    const offsets = new Float64Array(this.#rows);
    let offset = this.#firstOffset;
    for (let row = 0; row < this.#rows; row++) {
      offsets[row] = offset;
      offset += lengths[row] ?? 0;
    }
    return { buckets: this.#lineBuckets.taken(), rows: this.#lineRows.taken(), offsets };
  }

  /** The hashes of the kept lines, ascending. */
  hashes(): BigUint64Array {
    return new BigUint64Array(this.#hashes.taken().buffer).sort();
  }

  partsFinding(): PartsFinding | null {
    return this.#parts.finding;
  }

  /** The sums and what was set aside, held against the parties of the table's buckets. Throws where they do not tie: that is a fault of Purser, never of the file. */
  proof(parties: readonly BillParty[]): { sumInFile: BillSum[]; sumKept: BillSum[]; setAside: SetAside[] } {
    const { texts } = this.table.texts;
    const sumInFile = this.#inFile.result(texts);
    const sumKept = this.#kept.result(texts);
    const shared = this.#shared.result(texts);
    const setAside: SetAside[] = [];
    if (this.#blankRows > 0) setAside.push({ reason: 'blank', rows: this.#blankRows, sums: [] });
    if (this.#sharedRows > 0) setAside.push({ reason: 'shared', rows: this.#sharedRows, sums: shared });
    if (this.#rows !== this.kept + this.#blankRows + this.#sharedRows) throw new Error('Rows of the bill were lost.');
    const inBuckets = new Map<string, Decimal>();
    for (const { currency, billed } of parties) inBuckets.set(currency, add(inBuckets.get(currency) ?? zero, billed));
    for (const { currency, billed, tax } of sumInFile) {
      const aside = shared.find((sum) => sum.currency === currency);
      const expected = subtract(add(billed, tax), aside ? add(aside.billed, aside.tax) : zero);
      if (compareDecimals(inBuckets.get(currency) ?? zero, expected) !== 0)
        throw new Error('The sum of the lines kept is not the sum in the bill.');
    }
    return { sumInFile, sumKept, setAside };
  }

  #isShared(line: Line): boolean {
    if (this.#skip.size === 0) return false;
    const hash = (BigInt(line.hash.high()) << 32n) | BigInt(line.hash.low());
    const left = this.#skip.get(hash) ?? 0;
    if (left > 0) this.#skip.set(hash, left - 1);
    return left > 0;
  }

  #place(bucket: number): void {
    this.#lineBuckets.push(bucket);
    this.#lineRows.push(this.#rows - 1);
  }

  /** Tax apart from the cost is a line of its own with the owner, product, payer and days of its line (rule B6). */
  #addTax(line: Line): void {
    const key = this.#taxKey;
    key.set(line.key);
    key[keyPart.category] = taxCategory;
    key[keyPart.priceable] = 0;
    key[keyPart.price] = -1;
    key[keyPart.hasQuantity] = 0;
    const bucket = this.table.take(key, line.written);
    this.#place(bucket);
    this.table.sums.billed.add(bucket, line.numbers.tax);
    this.table.sums.effective.add(bucket, line.numbers.tax);
    this.taxLines += 1;
  }
}

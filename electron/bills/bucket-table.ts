// The buckets of one bill file while it is read and after: keys as numbers, sums in typed arrays, so that a million
// lines of many kinds stay small. Buckets come out as plain facts for the rules one at a time.
import type { Day, Month } from '../../shared/calendar/day.ts';
import { type Decimal, parseDecimal } from '../../shared/money/decimal.ts';
import type { Bucket } from '../../shared/rules/bill.ts';
import { categories, providers } from '../../shared/rules/names.ts';
import { ExactSums, type PackedSums } from './exact-sums.ts';
import { TextIds } from './text-ids.ts';

/** Where each part stands in a bucket's key: ids of the table's `texts` and `prices`, or numbers as they are. */
export const keyPart = {
  provider: 0,
  month: 1,
  owner: 2,
  payer: 3,
  product: 4,
  category: 5,
  currency: 6,
  startDay: 7,
  endDay: 8,
  priceable: 9,
  price: 10,
  hasQuantity: 11,
} as const;
export const keyWidth = 12;

export const sumNames = ['list', 'billed', 'effective', 'quantity', 'voucher', 'gift', 'cash'] as const;
export type SumName = (typeof sumNames)[number];

const width = keyWidth;
const firstSize = 1024;

/** A table of buckets as it is stored. */
export interface PackedBuckets {
  readonly texts: readonly string[];
  readonly prices: readonly string[];
  readonly keys: Int32Array<ArrayBuffer>;
  readonly lines: Uint32Array<ArrayBuffer>;
  readonly earliest: Float64Array<ArrayBuffer>;
  readonly sums: Readonly<Record<SumName, PackedSums>>;
}

/** A growing set of buckets, numbered from 0 in the order of their first line. */
export class BucketTable implements Iterable<Bucket> {
  /** Accounts, products and currencies of the keys. */
  readonly texts = new TextIds();
  /** List unit prices of the keys as plain decimals; −1 in a key means none. */
  readonly prices = new TextIds();
  readonly sums: Readonly<Record<SumName, ExactSums>>;
  size = 0;
  #keys = new Int32Array(firstSize * width);
  #lines = new Uint32Array(firstSize);
  #earliest = new Float64Array(firstSize);
  #slots = new Int32Array(firstSize * 4).fill(-1);

  constructor(sums?: Readonly<Record<SumName, ExactSums>>) {
    this.sums =
      sums ?? (Object.fromEntries(sumNames.map((name) => [name, new ExactSums()])) as Record<SumName, ExactSums>);
  }

  /** The number of the bucket with this key, added where it is new; counts lines of which the first starts at `written`. */
  take(key: Int32Array, written: number, lines = 1): number {
    const index = this.#find(key);
    this.#lines[index]! += lines;
    if (written < this.#earliest[index]!) this.#earliest[index] = written;
    return index;
  }

  /** One part of a bucket's key; `place` is one of `keyPart`. */
  part(index: number, place: number): number {
    return this.#keys[index * width + place]!;
  }

  linesOf(index: number): number {
    return this.#lines[index]!;
  }

  at(index: number): Bucket {
    const part = (place: number): number => this.part(index, place);
    const price = part(keyPart.price);
    const sum = (name: SumName): Decimal => this.sums[name].at(index);
    return {
      provider: providers[part(keyPart.provider)]!,
      month: part(keyPart.month) as Month,
      owner: this.texts.texts[part(keyPart.owner)]!,
      vendorPayer: this.texts.texts[part(keyPart.payer)]!,
      product: this.texts.texts[part(keyPart.product)]!,
      category: categories[part(keyPart.category)]!,
      currency: this.texts.texts[part(keyPart.currency)]!,
      startDay: part(keyPart.startDay) as Day,
      endDay: part(keyPart.endDay) as Day,
      priceable: part(keyPart.priceable) === 1,
      listUnitPrice: price < 0 ? null : parseDecimal(this.prices.texts[price]!)!,
      hasQuantity: part(keyPart.hasQuantity) === 1,
      lines: this.linesOf(index),
      list: sum('list'),
      billed: sum('billed'),
      effective: sum('effective'),
      quantity: sum('quantity'),
      vendorVoucher: sum('voucher'),
      vendorGift: sum('gift'),
      vendorCash: sum('cash'),
    };
  }

  /** The earliest clock reading, as written, at which a line of the bucket starts; microseconds. */
  earliestWritten(index: number): number {
    return this.#earliest[index]!;
  }

  *[Symbol.iterator](): Iterator<Bucket> {
    for (let index = 0; index < this.size; index++) yield this.at(index);
  }

  /** The whole table as plain data, in the table's own memory: to be stored, or handed over by who is done with it. */
  packed(): PackedBuckets {
    return {
      texts: this.texts.texts,
      prices: this.prices.texts,
      keys: this.#keys.subarray(0, this.size * width),
      lines: this.#lines.subarray(0, this.size),
      earliest: this.#earliest.subarray(0, this.size),
      sums: Object.fromEntries(
        sumNames.map((name) => [name, this.sums[name].packed(this.size)]),
      ) as PackedBuckets['sums'],
    };
  }

  /** A table to be looked at; lines can no longer be added to it. */
  static unpacked({ texts, prices, keys, lines, earliest, sums }: PackedBuckets): BucketTable {
    const unpacked = sumNames.map((name) => [name, ExactSums.unpacked(sums[name])] as const);
    const table = new BucketTable(Object.fromEntries(unpacked) as Record<SumName, ExactSums>);
    for (const text of texts) table.texts.idOf(text);
    for (const price of prices) table.prices.idOf(price);
    table.size = lines.length;
    table.#keys = keys;
    table.#lines = lines;
    table.#earliest = earliest;
    return table;
  }

  #find(key: Int32Array): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(key, 0) & mask; ; slot = (slot + 1) & mask) {
      const index = this.#slots[slot]!;
      if (index < 0) return this.#add(key, slot);
      if (this.#matches(index, key)) return index;
    }
  }

  #matches(index: number, key: Int32Array): boolean {
    const base = index * width;
    for (let part = 0; part < width; part++) if (this.#keys[base + part] !== key[part]) return false;
    return true;
  }

  #add(key: Int32Array, slot: number): number {
    const index = this.size++;
    if (this.size > this.#lines.length) this.#grow();
    this.#keys.set(key, index * width);
    this.#earliest[index] = Number.POSITIVE_INFINITY;
    if (this.size * 2 > this.#slots.length) this.#rehash();
    else this.#slots[slot] = index;
    return index;
  }

  #grow(): void {
    const size = this.#lines.length * 2;
    const [keys, lines, earliest] = [this.#keys, this.#lines, this.#earliest];
    this.#keys = new Int32Array(size * width);
    this.#keys.set(keys);
    this.#lines = new Uint32Array(size);
    this.#lines.set(lines);
    this.#earliest = new Float64Array(size);
    this.#earliest.set(earliest);
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let index = 0; index < this.size; index++) {
      let slot = hashOf(this.#keys, index * width) & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = index;
    }
    this.#slots = slots;
  }
}

function hashOf(keys: Int32Array, from: number): number {
  let hash = 0;
  for (let part = from; part < from + width; part++) {
    hash = Math.imul(hash ^ keys[part]!, 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  return hash & 0x7fffffff;
}

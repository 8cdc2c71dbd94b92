// Makes the normalised line of a row (rule B1, formats.md §3): its bucket key, its numbers, its hash. What decides payer
// and price is settled here, once, for all formats; a cell that cannot be read refuses the file.
import { parseBillDecimal } from '../../shared/money/bill-decimal.ts';
import { formatDecimal } from '../../shared/money/decimal.ts';
import { type Category, type Provider, categories, providers } from '../../shared/rules/names.ts';
import { profiles } from '../../shared/rules/profile.ts';
import { type Field, type NumberField, decidingFields, numberFields, textFields, timeFields } from './bill-format.ts';
import { type BucketTable, keyPart, keyWidth } from './bucket-table.ts';
import { cellText, emptyCell, pointAt } from './cell.ts';
import type { CsvRow } from './csv-scanner.ts';
import { Dictionary } from './dictionary.ts';
import { LineHash, tagOfName } from './line-hash.ts';
import { type NumberCell, emptyNumber, readNumber } from './number-cell.ts';
import type { Layout } from './recognise.ts';
import { type BillRefusalCode, billRefusal } from './refusals.ts';
import { type TimeCell, dayOfMicros, emptyTime, monthOfMicros, parseBillMonth, readTime } from './time-cell.ts';

/** A number of the line; where `present` is false its cell says none and the rest is stale. */
export type LineNumber = NumberCell & { present: boolean };

/** The normalised line, reused from row to row. */
export interface Line {
  /** The key of its bucket, its parts placed by `keyPart`. */
  readonly key: Int32Array;
  readonly numbers: Readonly<Record<NumberField, LineNumber>>;
  readonly hash: LineHash;
  /** The clock reading of its start as the file writes it, in microseconds. */
  written: number;
}

const pricedCategories: ReadonlySet<Category> = new Set(['Usage', 'Purchase', 'Refund']);
/** Categories that are not usage over time: one instant decides payer and price (rule P6). */
const momentary: ReadonlySet<Category> = new Set(['Purchase', 'Refund', 'Adjustment', 'Credit', 'Rounding']);
const providerIds = Object.fromEntries(providers.map((name, id) => [name, id])) as Record<Provider, number>;
const categoryIds = Object.fromEntries(categories.map((name, id) => [name, id])) as Record<Category, number>;

const allFields: readonly Field[] = [...decidingFields, ...timeFields, ...numberFields, ...textFields];
/** What tells the fields apart in a line's hash; stored hashes depend on this order. */
const tags = Object.fromEntries(allFields.map((field, index) => [field, index + 1])) as Record<Field, number>;

type PartField = 'payer' | 'owner' | 'productCode' | 'product' | 'currency';

/** Reads the rows of one text; ids of texts and prices are those of `table`. */
export class LineReader {
  readonly line: Line = {
    key: new Int32Array(keyWidth),
    numbers: Object.fromEntries(numberFields.map((field) => [field, { ...emptyNumber(), present: false }])) as Record<
      NumberField,
      LineNumber
    >,
    hash: new LineHash(),
    written: 0,
  };
  readonly #layout: Layout;
  readonly #file: string;
  readonly #columns: Readonly<Record<Field, number>>;
  readonly #textColumns: readonly { readonly column: number; readonly tag: number }[];
  readonly #numberColumns: readonly {
    readonly field: NumberField;
    readonly column: number;
    readonly tag: number;
    readonly value: LineNumber;
  }[];
  readonly #cell = emptyCell();
  readonly #start: TimeCell = emptyTime();
  readonly #end: TimeCell = emptyTime();
  readonly #transactionTime: TimeCell = emptyTime();
  readonly #ids: Readonly<Record<PartField, Dictionary<number>>>;
  readonly #providers: Dictionary<Provider>;
  readonly #months = new Dictionary(parseBillMonth);
  readonly #categories: Dictionary<Category | undefined>;
  readonly #used = new Dictionary((text) => text.toLowerCase() === 'used');
  readonly #prices: Dictionary<number>;
  readonly #none: number;

  constructor(layout: Layout, file: string, table: BucketTable) {
    this.#layout = layout;
    this.#file = file;
    this.#columns = Object.fromEntries(allFields.map((field) => [field, layout.columns.get(field) ?? -1])) as Record<
      Field,
      number
    >;
    this.#textColumns = [
      ...textFields.map((field) => ({ column: this.#columns[field], tag: tags[field] })),
      ...layout.tagColumns
        .map((column) => ({ column, name: tagName(layout.headings[column]!) }))
        .sort((left, right) => (left.name < right.name ? -1 : 1))
        .map(({ column, name }) => ({ column, tag: tagOfName(name) })),
    ].filter(({ column }) => column >= 0);
    this.#numberColumns = numberFields
      .filter((field) => layout.columns.has(field))
      .map((field) => ({ field, column: this.#columns[field], tag: tags[field], value: this.line.numbers[field] }));
    const ids = (): Dictionary<number> => new Dictionary((text) => table.texts.idOf(text));
    const currency = new Dictionary((text) => (/^[A-Z]{3}$/i.test(text) ? table.texts.idOf(text.toUpperCase()) : -1));
    this.#ids = { payer: ids(), owner: ids(), productCode: ids(), product: ids(), currency };
    const { provider, category } = layout.format;
    this.#providers = new Dictionary((text) => (typeof provider === 'string' ? provider : provider(text)));
    this.#categories = new Dictionary(category);
    this.#prices = new Dictionary((text) => table.prices.idOf(formatDecimal(parseBillDecimal(text)!)));
    this.#none = table.texts.idOf('');
  }

  /** Fills `line` from the row, or throws a refusal that names the cell. */
  read(row: CsvRow): void {
    const { key, hash } = this.line;
    hash.begin();
    for (const { column, tag } of this.#textColumns)
      if (pointAt(this.#cell, row, column)) hash.addText(tag, this.#cell);
    this.#readNumbers(row);
    const category = this.#category(row);
    const provider = this.#provider(row);
    this.#readTexts(row);
    this.#readTimes(row, category, provider);
    this.#readPrice(row, category);
    key[keyPart.provider] = providerIds[provider];
    key[keyPart.category] = categoryIds[category];
    hash.addWhole(providerIds[provider] * categories.length + categoryIds[category]);
    hash.addWhole(key[keyPart.month]!);
  }

  #readNumbers(row: CsvRow): void {
    for (const { field, column, tag, value } of this.#numberColumns) {
      value.present = pointAt(this.#cell, row, column);
      if (!value.present) continue;
      if (!readNumber(this.#cell, value)) throw this.#refuse('badNumber', 'This is not a number.', row, field);
      this.line.hash.addNumber(tag, value);
    }
    if (!this.line.numbers.billed.present) throw this.#refuse('missingValue', 'A line has no cost.', row, 'billed');
  }

  #category(row: CsvRow): Category {
    const { roundingResource } = this.#layout.format;
    const field = this.#columns.category >= 0 ? 'category' : 'transactionType';
    const stated = pointAt(this.#cell, row, this.#columns[field]);
    const category = stated ? this.#value(this.#categories, field) : field === 'category' ? undefined : 'Usage';
    if (!category) throw this.#refuse('unknownCategory', 'Purser does not know this category.', row, field);
    if (roundingResource === null || !pointAt(this.#cell, row, this.#columns.resource)) return category;
    const { start, end } = this.#cell;
    const rounding = end - start === roundingResource.length && cellText(this.#cell) === roundingResource;
    return rounding ? 'Rounding' : category;
  }

  #provider(row: CsvRow): Provider {
    const { provider } = this.#layout.format;
    if (typeof provider === 'string') return provider;
    return pointAt(this.#cell, row, this.#columns.provider) ? this.#providers.valueOf(this.#cell) : 'other';
  }

  #readTexts(row: CsvRow): void {
    const { key } = this.line;
    const payer = this.#id(row, 'payer');
    if (payer === this.#none) throw this.#refuse('missingValue', 'A line has no payer.', row, 'payer');
    const owner = this.#id(row, 'owner');
    if (owner === this.#none && !this.#layout.format.payerOwns)
      throw this.#refuse('missingValue', 'A line has no owner.', row, 'owner');
    const code = this.#id(row, 'productCode');
    const name = this.#id(row, 'product');
    const currency = this.#id(row, 'currency');
    if (currency < 0) throw this.#refuse('badCurrency', 'This is not a currency.', row, 'currency');
    key[keyPart.payer] = payer;
    key[keyPart.owner] = owner === this.#none ? payer : owner;
    key[keyPart.product] = code === this.#none ? name : code;
    key[keyPart.currency] = currency;
  }

  #id(row: CsvRow, field: PartField): number {
    const column = this.#columns[field];
    if (!pointAt(this.#cell, row, column)) return this.#none;
    this.line.hash.addText(tags[field], this.#cell);
    return this.#ids[field].valueOf(this.#cell, row.doubled[column] === 1);
  }

  #readTimes(row: CsvRow, category: Category, provider: Provider): void {
    const started = this.#time(row, 'start', this.#start);
    const ended = this.#time(row, 'end', this.#end);
    const settled = this.#time(row, 'transactionTime', this.#transactionTime);
    if (!started && !settled) throw this.#refuse('missingValue', 'A line has no time.', row, 'start');
    const offset = profiles[provider].offsetMinutes;
    const begin = started ? this.#start : this.#transactionTime;
    const moment = settled ? this.#transactionTime : begin;
    const single = momentary.has(category);
    const from = single ? moment.instant : begin.instant;
    // The end is exclusive: the last microsecond inside decides (rule P6).
    const last = !single && ended && this.#end.instant > from ? this.#end.instant - 1 : from;
    const { key } = this.line;
    key[keyPart.startDay] = dayOfMicros(from, offset);
    key[keyPart.endDay] = dayOfMicros(last, offset);
    this.line.written = begin.written;
    key[keyPart.month] = this.#month(row) ?? monthOfMicros(moment.instant, offset);
  }

  #time(row: CsvRow, field: 'start' | 'end' | 'transactionTime', into: TimeCell): boolean {
    if (!pointAt(this.#cell, row, this.#columns[field])) return false;
    if (!readTime(this.#cell, this.#layout.format.offsetMinutes, into))
      throw this.#refuse('badDate', 'This is not a time.', row, field);
    this.line.hash.addTime(tags[field], into.instant);
    return true;
  }

  #month(row: CsvRow): number | undefined {
    if (!pointAt(this.#cell, row, this.#columns.month)) return undefined;
    const month = this.#months.valueOf(this.#cell);
    if (month === undefined) throw this.#refuse('badMonth', 'This is not a month.', row, 'month');
    return month;
  }

  #readPrice(row: CsvRow, category: Category): void {
    const { key, numbers, hash } = this.line;
    const committed = pointAt(this.#cell, row, this.#columns.commitment);
    if (committed) hash.addText(tags.commitment, this.#cell);
    const covered = committed && this.#used.valueOf(this.#cell);
    const priceable = numbers.list.present && !covered && pricedCategories.has(category);
    const priced = priceable && numbers.unitPrice.present && numbers.unitPrice.mantissa !== 0;
    if (priced) pointAt(this.#cell, row, this.#columns.unitPrice);
    key[keyPart.priceable] = priceable ? 1 : 0;
    key[keyPart.price] = priced ? this.#prices.valueOf(this.#cell) : -1;
    key[keyPart.hasQuantity] = priceable && !priced && numbers.quantity.present ? 1 : 0;
  }

  #value<T>(dictionary: Dictionary<T>, field: Field): T {
    this.line.hash.addText(tags[field], this.#cell);
    return dictionary.valueOf(this.#cell);
  }

  #refuse(code: BillRefusalCode, what: string, row: CsvRow, field: Field): Error {
    const column = this.#columns[field];
    const value = column < 0 ? undefined : cellTextOf(row, column);
    return billRefusal(
      code,
      what,
      { file: this.#file, row: row.number, column: this.#layout.headings[column], value },
      'B4',
    );
  }
}

function cellTextOf(row: CsvRow, column: number): string {
  const cell = emptyCell();
  pointAt(cell, row, column);
  return cellText(cell, row.doubled[column] === 1);
}

/** What stands after the prefix that makes a heading a tag's. */
function tagName(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/^[^:]*:/, '')
    .trim();
}

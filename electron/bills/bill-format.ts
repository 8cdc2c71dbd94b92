// What a bill format is: a table that says how its columns are called and the few ways in which formats differ.
// Adding a format adds such a table under formats/, never a parser.
import type { Category, Provider } from '../../shared/rules/names.ts';

export const textFields = [
  'operator',
  'subproduct',
  'billingMode',
  'order',
  'transaction',
  'resource',
  'resourceName',
  'project',
  'region',
  'zone',
  'component',
  'componentName',
  'unit',
  'correction',
  'text',
  'tags',
] as const;
export const numberFields = [
  'unitPrice',
  'quantity',
  'list',
  'multiplier',
  'billed',
  'effective',
  'voucher',
  'gift',
  'cash',
  'royalty',
  'tax',
] as const;
export const timeFields = ['start', 'end', 'transactionTime'] as const;
/** Fields of few values that decide something: they are read through dictionaries. */
export const decidingFields = [
  'provider',
  'month',
  'payer',
  'owner',
  'productCode',
  'product',
  'transactionType',
  'category',
  'commitment',
  'currency',
] as const;

export type TextField = (typeof textFields)[number];
export type NumberField = (typeof numberFields)[number];
export type TimeField = (typeof timeFields)[number];
export type DecidingField = (typeof decidingFields)[number];
/** A field of the normalised line (rule B1). */
export type Field = TextField | NumberField | TimeField | DecidingField;

/** One format's table. */
export interface BillFormat {
  readonly name: string;
  /** Headings of each field; of several in one file the one named first counts. */
  readonly headings: Readonly<Partial<Record<Field, readonly string[]>>>;
  /** Headings that begin so, each with the name of a tag after it. */
  readonly tagHeadings: readonly string[];
  /** Headings that the format defines and Purser has no use for: not worth a warning. */
  readonly unused: readonly string[];
  /** A file is of this format where each of these is found; of a list of fields one is enough. */
  readonly required: readonly (readonly Field[])[];
  /** The provider of every line, or the provider that a name in the `provider` column means. */
  readonly provider: Provider | ((name: string) => Provider);
  /** Minutes east of UTC of times without a zone. */
  readonly offsetMinutes: number;
  /** Whether a line without an owner belongs to its payer. */
  readonly payerOwns: boolean;
  /** The category that a text of the `category` or `transactionType` column means; undefined where it means none. */
  readonly category: (text: string) => Category | undefined;
  /** A resource id that makes a line a rounding line, whatever its type. */
  readonly roundingResource: string | null;
}

/** A heading as it is compared: without case, blanks, hyphens, underscores, dots and brackets (rule B4). */
export function foldedHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}_.·()[\]【】〔〕「」]/gu, '');
}

// Small bills for tests: a line of each format with every cell that matters, to be changed one by one.
import { type BillContent } from './bill-content.ts';
import { readBill } from './read-bill.ts';
import type { ReadOptions } from './read-whole.ts';
import { type Refusal, Refused } from '../../shared/rules/refusal.ts';

export const focusLine = {
  ProviderName: 'AWS',
  BillingPeriodStart: '2026-10-01T00:00:00Z',
  BillingAccountId: '787669545423',
  SubAccountId: '929925083749',
  ServiceName: 'AWS Lambda',
  ChargeCategory: 'Usage',
  CommitmentDiscountStatus: 'NULL',
  BillingCurrency: 'USD',
  ChargePeriodStart: '2026-10-08T14:00:00Z',
  ChargePeriodEnd: '2026-10-08T15:00:00Z',
  ListUnitPrice: '0.0416',
  PricingQuantity: '12.5',
  ListCost: '0.52',
  BilledCost: '0.4784',
  EffectiveCost: '0.4784',
  Tags: '{"env": "prod"}',
};

export const tencentLine = {
  'Payer Account ID': '100031162152',
  'Owner Account ID': '100054285013',
  'Product Code': 'p_cvm',
  'Product Name': 'Cloud Virtual Machine',
  'Transaction Type': 'Hourly settlement',
  'Transaction ID': '202610357160067',
  'Transaction Time': '2026-10-06 00:59:58',
  'Usage Start Time': '2026-10-06 00:00:00',
  'Usage End Time': '2026-10-06 01:00:00',
  'Instance ID': 'ins-b6c92936',
  'Component List Price': '0.21',
  'Component Usage': '163.226',
  'Original Cost': '34.27746',
  'Total Amount After Discount (Excluding Tax)': '25.708095',
  Currency: 'CNY',
  'Bill Month': '2026-10',
};

export type Cells = Readonly<Record<string, string>>;

/** CSV text of the lines; the headings are those of the first. */
export function csvOf(...lines: readonly Cells[]): string {
  const headings = Object.keys(lines[0]!);
  const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const rows = lines.map((line) => headings.map((heading) => quoted(line[heading] ?? '')).join(','));
  return [headings.map(quoted).join(','), ...rows, ''].join('\n');
}

/** The line without some of its columns. */
export function without(line: Cells, ...columns: readonly string[]): Cells {
  return Object.fromEntries(Object.entries(line).filter(([name]) => !columns.includes(name)));
}

export function read(content: string | Uint8Array, options?: ReadOptions): Promise<BillContent> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readBill({ name: 'bill.csv', bytes }, options);
}

/** The refusal that reading ends in; fails where the file is read. */
export async function refusalOf(content: string | Uint8Array): Promise<Refusal> {
  const error: unknown = await read(content).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Refused) return error.refusals[0]!;
  throw new Error('the file was read, or failed otherwise', { cause: error });
}

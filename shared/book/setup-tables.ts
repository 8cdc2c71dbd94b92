// The tables of a setup folder (formats.md §1): which file holds which facts, which columns it must have, and how its text
// becomes rows with their places.
import type { Place, Refusal } from '../rules/refusal.ts';
import { parseCsv } from './csv.ts';
import { type Row, camelCase } from './row.ts';

interface SetupTable {
  readonly file: string;
  readonly columns: readonly string[];
  readonly required: readonly string[];
}

function table(file: string, columns: string, required: string): SetupTable {
  return { file, columns: columns.split(','), required: required.split(',') };
}

/** The setup tables by the list of facts that they fill, in the order in which a folder is read. */
export const setupTables = {
  entities: table(
    'entities.csv',
    'code,name,name_zh,country,currency,tax_id,address,phone,bank,bank_account,parent',
    'code,name,currency',
  ),
  accounts: table(
    'accounts.csv',
    'provider,id,name,entity,role,currency,opened,closed,credit_limit',
    'provider,id,entity,role,currency',
  ),
  accountChanges: table('account_changes.csv', 'provider,account,from,entity,credit_limit', 'provider,account,from'),
  links: table(
    'links.csv',
    'provider,account,admin,mode,permissions,cross_entity_funds,from,to',
    'provider,account,admin,mode,permissions',
  ),
  offers: table('offers.csv', 'provider,holder,product,kind,value,from,to', 'provider,holder,product,kind,value'),
  blocks: table('blocklist.csv', 'provider,holder,product', 'provider,holder,product'),
  vouchers: table(
    'vouchers.csv',
    'key,provider,account,amount,currency,from,to,products,priced',
    'key,provider,account,amount,currency',
  ),
  movements: table(
    'funds.csv',
    'key,date,kind,provider,account,to,amount,currency,origin,reference,note',
    'key,date,kind,provider,account,amount,currency',
  ),
  reimbursements: table(
    'reimbursements.csv',
    'key,date,kind,debtor,creditor,amount,currency,reference',
    'key,date,debtor,creditor,amount,currency',
  ),
  taxRates: table(
    'tax_rates.csv',
    'seller_country,buyer_country,kind,rate,included,text,from,to',
    'seller_country,buyer_country,kind,rate',
  ),
} as const satisfies Record<string, SetupTable>;

export type SetupTableName = keyof typeof setupTables;

/** The rows of a setup folder by table, where each stands, and the columns that nothing reads. */
export interface SetupRows {
  readonly tables: Readonly<Partial<Record<SetupTableName, readonly Row[]>>>;
  readonly places: ReadonlyMap<Row, Place>;
  readonly warnings: readonly string[];
  readonly refusals: readonly Refusal[];
}

/** Reads the CSV texts of a setup folder by file name; files that it does not know are warned about. */
export function readSetupTables(files: Readonly<Record<string, string>>): SetupRows {
  const tables: Partial<Record<SetupTableName, readonly Row[]>> = {};
  const places = new Map<Row, Place>();
  const warnings: string[] = [];
  const refusals: Refusal[] = [];
  const known = new Set<string>(['book.json']);
  for (const [name, table] of Object.entries(setupTables) as [SetupTableName, SetupTable][]) {
    known.add(table.file);
    const text = files[table.file];
    if (text !== undefined) tables[name] = readTable(table, text, places, warnings, refusals);
  }
  for (const file of Object.keys(files))
    if (!known.has(file)) warnings.push(`${file} is not a setup file; it was not read.`);
  return { tables, places, warnings, refusals };
}

function readTable(
  table: SetupTable,
  text: string,
  places: Map<Row, Place>,
  warnings: string[],
  refusals: Refusal[],
): readonly Row[] {
  const { file } = table;
  const parsed = parseCsv(text, file);
  if (!Array.isArray(parsed)) {
    refusals.push(parsed as Refusal);
    return [];
  }
  const [header, ...body] = parsed as readonly { line: number; cells: readonly string[] }[];
  const columns = (header?.cells ?? []).map((cell) => cell.trim());
  const missing = table.required.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    refusals.push(missingColumns(file, missing, columns));
    return [];
  }
  const unknown = columns.filter((column) => column !== '' && !table.columns.includes(column));
  if (unknown.length > 0) warnings.push(`${file}: the columns ${unknown.join(', ')} are not known and were not read.`);
  const rows: Row[] = [];
  for (const { line, cells } of body) {
    if (cells.length !== columns.length) {
      refusals.push(raggedRow(file, line, columns.length, cells.length));
      continue;
    }
    const row: Record<string, string> = {};
    columns.forEach((column, at) => {
      const cell = cells[at]!.trim();
      if (table.columns.includes(column) && cell !== '') row[camelCase(column)] = cell;
    });
    rows.push(row);
    places.set(row, { file, row: line });
  }
  return rows;
}

function missingColumns(file: string, missing: readonly string[], columns: readonly string[]): Refusal {
  return {
    code: 'missingColumn',
    rule: 'B4',
    what: `${file} lacks the column ${missing.join(', ')}; it has ${columns.join(', ') || 'none'}.`,
    unchanged: 'Nothing of this file was taken.',
    next: 'Add the column to the header line and to each row.',
    where: { file, row: 1, column: missing[0] },
  };
}

function raggedRow(file: string, row: number, expected: number, found: number): Refusal {
  return {
    code: 'raggedRow',
    rule: 'B4',
    what: `${file}, row ${row}: ${found} cells where the header line has ${expected}.`,
    unchanged: 'Nothing of this file was taken.',
    next: 'Give the row as many cells as the header line; quote cells that hold a comma.',
    where: { file, row },
  };
}

// A setup folder on disk (formats.md §1): its tables as text and the paths of its bills. It reads, and judges nothing.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Refused } from '../../shared/rules/refusal.ts';
import { compareText } from '../../shared/rules/order.ts';
import { UsageError } from './failure.ts';

export interface SetupFolder {
  /** Texts of book.json and the CSV files, by file name. */
  readonly files: Readonly<Record<string, string>>;
  /** Bill files in the order of their paths. */
  readonly bills: readonly string[];
  readonly name: string;
  readonly nameZh: string;
  readonly baseCurrency: string;
}

/** Reads the folder; refuses one that lacks book.json, entities.csv or accounts.csv. */
export function readSetupFolder(folder: string): SetupFolder {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new UsageError(`There is no folder ${folder}.`);
  const missing = ['book.json', 'entities.csv', 'accounts.csv'].filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0) throw new Refused(...missing.map(missingFile));
  const names = readdirSync(folder).filter((name) => name === 'book.json' || name.endsWith('.csv'));
  const files = Object.fromEntries(names.map((name) => [name, readText(join(folder, name), name)]));
  const bills = existsSync(join(folder, 'bills')) ? billsUnder(join(folder, 'bills')) : [];
  return { files, bills, ...readTitle(files['book.json'] ?? '') };
}

function missingFile(file: string): Refused['refusals'][number] {
  return {
    code: 'missingFile',
    rule: 'S1',
    what: `The setup folder lacks ${file}.`,
    unchanged: 'Nothing was read.',
    next: 'Add the file; it may hold its header line alone.',
    where: { file },
  };
}

function readText(path: string, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Refused({
      code: 'badEncoding',
      rule: 'S1',
      what: `${file} is not UTF-8 text.`,
      unchanged: 'Nothing of this folder was taken.',
      next: 'Save the file as UTF-8 CSV and try again.',
      where: { file },
    });
  }
}

function readTitle(text: string): Pick<SetupFolder, 'name' | 'nameZh' | 'baseCurrency'> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const { name, name_zh: nameZh, base_currency: baseCurrency } = (value ?? {}) as Record<string, unknown>;
  if (typeof name === 'string' && name !== '' && typeof baseCurrency === 'string' && /^[A-Z]{3}$/.test(baseCurrency))
    return { name, nameZh: typeof nameZh === 'string' ? nameZh : '', baseCurrency };
  throw new Refused({
    code: 'badJson',
    rule: 'S1',
    what: 'book.json does not give the book’s name and base_currency.',
    unchanged: 'Nothing of this folder was taken.',
    next: 'Write {"name": "…", "base_currency": "CNY"} into book.json.',
    where: { file: 'book.json' },
  });
}

function billsUnder(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(compareText);
}

// How reading a bill says no: every refusal of this folder is built here, so that each names the file and the place,
// says that nothing was taken, and what to do next. It decides nothing itself.
import { type Place, Refused } from '../../shared/rules/refusal.ts';

/** The conditions under which a bill file is refused. */
export type BillRefusalCode =
  | 'unknownFormat'
  | 'missingColumn'
  | 'duplicateColumn'
  | 'brokenQuote'
  | 'raggedRow'
  | 'fieldTooLarge'
  | 'missingValue'
  | 'badNumber'
  | 'badDate'
  | 'badMonth'
  | 'badCurrency'
  | 'unknownCategory'
  | 'emptyFile'
  | 'damagedArchive'
  | 'unsafeArchive'
  | 'badEncoding'
  | 'fileChanged'
  | 'evidenceDamaged';

const nextSteps: Record<BillRefusalCode, string> = {
  unknownFormat: 'Export the bill again in one of the formats listed, or correct its heading line.',
  missingColumn: 'Export the bill again with this column included.',
  duplicateColumn: 'Remove one of the two columns, or export the bill again.',
  brokenQuote: 'Export the bill again; a file opened and saved by another program may have lost its quotes.',
  raggedRow: 'Export the bill again, or correct this row.',
  fieldTooLarge: 'Look for a quotation mark that is never closed, or export the bill again.',
  missingValue: 'Export the bill again, or fill in this cell.',
  badNumber: 'Correct this cell or export the bill again; numbers look like 1234.5, 1,234.5 or 9E-9.',
  badDate: 'Correct this cell or export the bill again; times look like 2026-10-31 23:59:59.',
  badMonth: 'Correct this cell or export the bill again; months look like 2026-10.',
  badCurrency: 'Correct this cell or export the bill again; currencies look like CNY.',
  unknownCategory: 'Export the bill again; if the vendor has a new category, this format has to learn it.',
  emptyFile: 'Choose the file again; it may not have been downloaded to its end.',
  damagedArchive: 'Download the file again.',
  unsafeArchive: 'Unpack the archive yourself, look at what it holds, and import the CSV files.',
  badEncoding: 'Export the bill again as UTF-8 CSV.',
  evidenceDamaged: 'Restore this file from a backup.',
  fileChanged: 'Wait until the file is written to its end, then import it again.',
};

/** A refusal of one bill file, to be thrown; `where.value` is shortened to what a person can read. */
export function billRefusal(code: BillRefusalCode, what: string, where: Place, rule?: string): Refused {
  const value = where.value !== undefined && where.value.length > 80 ? `${where.value.slice(0, 79)}…` : where.value;
  return new Refused({
    code,
    what: `${what} (${placeText({ ...where, value })})`,
    unchanged: 'Nothing of this file was imported.',
    next: nextSteps[code],
    where: { ...where, value },
    rule,
  });
}

function placeText(where: Place): string {
  const parts = [where.file];
  if (where.row !== undefined) parts.push(`row ${where.row}`);
  if (where.column !== undefined) parts.push(`column ${where.column}`);
  if (where.value !== undefined) parts.push(`value "${where.value}"`);
  return parts.join(', ');
}

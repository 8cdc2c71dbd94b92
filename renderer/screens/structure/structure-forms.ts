// What is asked of an entity and of an account, in the order of the files of a setup folder (formats.md §1): by field, or by
// cell of a pasted row.
import { type CodeWords, titlesLike } from '../../i18n/both-languages.ts';
import { type PlainKey, t } from '../../i18n/translate.svelte.ts';
import { session } from '../../state/session.svelte.ts';
import { codeWords, entityCodes } from '../words.ts';

export type StructureKind = 'entities' | 'accounts';

/** What is to be entered, and how. */
export interface StructureAsked {
  readonly by: 'fields' | 'rows';
  readonly kind: StructureKind;
}
/** Cells by column of the file. */
export type StructureRow = Readonly<Record<string, string>>;

export interface StructureField {
  /** Its column in the file. */
  readonly column: string;
  readonly title: PlainKey;
  readonly isRequired?: boolean;
  /** The codes that it may hold; any text where there are none. */
  readonly choices?: () => readonly CodeWords[];
  /** What stands for an empty cell. */
  readonly usual?: (row: StructureRow) => string;
}

/** The fields of a kind; `base` is the book's currency, which stands for an empty one. */
export function fieldsOf(kind: StructureKind, base: string): readonly StructureField[] {
  return kind === 'entities' ? entityFields(base) : accountFields(base);
}

function entityFields(base: string): readonly StructureField[] {
  return [
    { column: 'code', title: 'column.code', isRequired: true },
    { column: 'name', title: 'column.name', isRequired: true },
    { column: 'name_zh', title: 'column.nameZh' },
    { column: 'country', title: 'column.country' },
    { column: 'currency', title: 'column.currency', isRequired: true, usual: () => base },
    { column: 'tax_id', title: 'column.taxId' },
    { column: 'parent', title: 'column.parent' },
  ];
}

function accountFields(base: string): readonly StructureField[] {
  const ofEntity = ({ entity }: StructureRow): string =>
    session.entities.find(({ id }) => id === entity)?.['currency'] ?? base;
  return [
    { column: 'provider', title: 'column.provider', isRequired: true, choices: () => codeWords('provider') },
    { column: 'id', title: 'column.accountId', isRequired: true },
    { column: 'name', title: 'column.name' },
    { column: 'entity', title: 'column.entity', isRequired: true, choices: entityCodes },
    { column: 'role', title: 'column.role', isRequired: true, choices: () => codeWords('role') },
    { column: 'currency', title: 'column.currency', isRequired: true, usual: ofEntity },
    { column: 'credit_limit', title: 'column.creditLimit' },
  ];
}

/** What a heading may say for a field: its column's name in the file, its title in either language. */
export function headingsOf({ column, title }: StructureField): readonly string[] {
  return [column, ...titlesLike(t(title))].map((each) => each.toLowerCase());
}

// What a table is set from: columns, rows of texts and amounts, and the total they must make.
import type { Minor } from '../money/minor.ts';
import type { DocumentLanguage, Label } from './words.ts';

/** A paragraph of a cell. */
export interface CellText {
  readonly text: string;
  readonly tone?: 'strong' | 'soft' | 'number';
}

/** An amount, nothing, or text. */
export type CellInput = Minor | null | readonly CellText[];

export interface ColumnInput {
  readonly label: Label;
  readonly align: 'start' | 'end';
  /** Text that may take several lines; the columns that wrap share the width that the others leave. */
  readonly wraps?: boolean;
  /** Carried from page to page, and checked against the total: the sum of its amounts, or, of a balance, the last. */
  readonly carry?: 'sum' | 'last';
}

export interface RowInput {
  /** Sections and groups are headings inside the table; their amounts are not added up. */
  readonly kind: 'row' | 'section' | 'group';
  readonly cells: readonly CellInput[];
}

export interface TableInput {
  readonly language: DocumentLanguage;
  /** Millimetres; the paper's where it is not said. */
  readonly width?: number;
  /** Small type and rows close together, where all must stand on one page. */
  readonly dense?: boolean;
  readonly currency: string;
  readonly columns: readonly ColumnInput[];
  readonly rows: readonly RowInput[];
  readonly total: { readonly label: Label; readonly cells: readonly CellInput[] } | null;
}

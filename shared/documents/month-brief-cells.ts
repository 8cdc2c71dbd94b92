// The cells that the tables of the month brief share: texts, columns, and how a figure changed.
import { formatChange } from '../money/display.ts';
import type { BriefFigure, MonthBriefFacts } from './month-brief-facts.ts';
import type { CellInput, ColumnInput, RowInput } from './table-input.ts';
import type { Label } from './words.ts';

export type Language = MonthBriefFacts['language'];
export type Tone = 'strong' | 'soft' | 'number';

/** A column of figures. */
export const end = (label: Label): ColumnInput => ({ label, align: 'end' });
/** A column of texts. */
export const start = (label: Label, wraps = false): ColumnInput => ({ label, align: 'start', wraps });
/** A cell of one line. */
export const text = (written: string, tone?: Tone): CellInput => [{ text: written, ...(tone && { tone }) }];
/** A row of the table. */
export const row = (...cells: readonly CellInput[]): RowInput => ({ kind: 'row', cells });

/** `+3.7%`, '' where there was nothing and is nothing, or no change to speak of. */
export function percent({ amount, previous, change }: BriefFigure, currency: string, language: Language): string {
  if (change === null || (amount === 0n && previous === 0n)) return '';
  return formatChange(amount, previous, currency, language);
}

// Cells as people read them: the texts of rows in the form of ux/conventions.md §3.12. Never rounds what it is not told to.
import { currencyDecimals } from '../../../shared/money/currency.ts';
import { parseDecimal } from '../../../shared/money/decimal.ts';
import { type Negatives, formatFigure, formatQuantity, groupDigits } from '../../../shared/money/display.ts';
import type { GridColumn, GridRow } from './column.ts';

const figureSpace = '\u2007';
const usualDecimals = 2;

/** The text shown in a cell. */
export function cellText(column: GridColumn, row: GridRow, negatives: Negatives = 'parentheses'): string {
  const text = row[column.id] ?? '';
  if (column.show) return column.show(text, row);
  switch (column.kind) {
    case 'amount':
      return amountText(text, row[column.currency ?? 'currency'] ?? '', negatives);
    case 'quantity':
      return formatQuantity(parseDecimal(text) ?? null, 'screen', negatives);
    case 'count':
      return groupDigits(text);
    case 'tag':
      return column.tag?.(text, row)?.text ?? text;
    case 'text':
    case 'id':
    case 'date':
      return text;
  }
}

/** An amount of money as it stands in a column: the currency's decimals, padded so that points align. */
export function amountText(text: string, currency: string, negatives: Negatives = 'parentheses'): string {
  const value = parseDecimal(text);
  if (!value) return text;
  const decimals = currency === '' ? value.scale : currencyDecimals(currency);
  const figure = formatFigure(value, decimals, 'screen', negatives);
  const missing = Math.max(0, usualDecimals - decimals) + (decimals === 0 && usualDecimals > 0 ? 1 : 0);
  return figure.endsWith(')') || figure === '–' ? figure : figure + figureSpace.repeat(missing);
}

/** Whether a text may be wider than its column: by the usual widths of Latin and Chinese letters. */
export function mayBeCut(text: string, width: number): boolean {
  const letters = [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 13 : 6.5), 0);
  return letters > width - 20;
}

/** Whether the text is a negative number. */
export function isNegative(text: string | undefined): boolean {
  return text !== undefined && text.startsWith('-') && /[1-9]/.test(text);
}

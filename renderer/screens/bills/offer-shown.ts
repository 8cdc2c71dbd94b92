// How an offer is shown in a cell, in the language in use (rule D5): `×0.70 (30% off)`, `×0.70（7 折）`.
import type { GridColumn } from '../../components/grid/column.ts';
import { shortLanguage } from '../../i18n/translate.svelte.ts';

/** What makes a column show the terms of the offers of a row. */
export function showsTerms(): Pick<GridColumn, 'show' | 'written'> {
  const cell = shortLanguage() === 'zh' ? 'termsZh' : 'terms';
  return { show: (_, row) => row[cell] ?? '', written: cell };
}

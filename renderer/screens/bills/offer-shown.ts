// How an offer is shown in a cell, in the language in use (rule D5): `×0.70 (30% off)`, `×0.70（7 折）`.
import { parseDecimal } from '../../../shared/money/decimal.ts';
import { formatMultiplier } from '../../../shared/money/multiplier.ts';
import type { GridRow } from '../../components/grid/column.ts';
import { shortLanguage, t } from '../../i18n/translate.svelte.ts';

/** The offer of a row by its kind and value; nothing where there is none. */
export function offerShown(row: GridRow): string {
  const { offerKind = '', offerValue = '' } = row;
  const multiplier = offerKind === 'multiplier' ? parseDecimal(offerValue) : undefined;
  if (multiplier) return formatMultiplier(multiplier, shortLanguage(), 'screen');
  if (offerKind === 'unit-price') return `${t('changeOffer.unit-price')} ${offerValue}`;
  return offerKind === 'tiers' ? t('offer.tiers') : '';
}

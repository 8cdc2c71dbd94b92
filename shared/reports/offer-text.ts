// An offer in words: what it prices at what, and whose it is (rule D5).
import { formatDecimal } from '../money/decimal.ts';
import { formatMultiplier } from '../money/multiplier.ts';
import type { Offer } from '../rules/structure.ts';
import type { Words } from './words.ts';

/** `×0.70 (30% off) of tencent:1000`, and the same in Chinese. */
export function offerText(offer: Offer): Words {
  const { product, holder } = offer;
  const terms = termsText(offer);
  const what = product === '*' ? { en: '', zh: '' } : { en: ` for ${product}`, zh: `，产品 ${product}` };
  return { en: `${terms.en}${what.en} of ${holder}`, zh: `${terms.zh}${what.zh}，来自 ${holder}` };
}

/** The terms of offers as a list shows them, as cells in both languages. */
export function termsCells(offers: readonly Offer[]): { readonly terms: string; readonly termsZh: string } {
  const texts = offers.map(termsText);
  return { terms: texts.map(({ en }) => en).join('; '), termsZh: texts.map(({ zh }) => zh).join('；') };
}

/** `×0.70 (30% off)`, `×0.70（7 折）`. */
function termsText({ terms }: Offer): Words {
  switch (terms.kind) {
    case 'multiplier':
      return {
        en: formatMultiplier(terms.multiplier, 'en', 'screen'),
        zh: formatMultiplier(terms.multiplier, 'zh', 'screen'),
      };
    case 'unit-price': {
      const price = formatDecimal(terms.unitPrice);
      return { en: `unit price ${price}`, zh: `合同单价 ${price}` };
    }
    case 'tiers':
      return { en: 'tiered price', zh: '阶梯价' };
  }
}

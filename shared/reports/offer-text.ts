// An offer in words: what it prices at what, and whose it is (rule D5).
import { formatDecimal } from '../money/decimal.ts';
import { formatMultiplier } from '../money/multiplier.ts';
import type { Offer } from '../rules/structure.ts';
import type { Words } from './words.ts';

/** `×0.70 (30% off) of tencent:1000`, and the same in Chinese. */
export function offerText({ terms, product, holder }: Offer): Words {
  const what = product === '*' ? { en: '', zh: '' } : { en: ` for ${product}`, zh: `，产品 ${product}` };
  const whose = { en: ` of ${holder}`, zh: `，来自 ${holder}` };
  if (terms.kind === 'multiplier') {
    const { multiplier } = terms;
    return {
      en: `${formatMultiplier(multiplier, 'en', 'screen')}${what.en}${whose.en}`,
      zh: `${formatMultiplier(multiplier, 'zh', 'screen')}${what.zh}${whose.zh}`,
    };
  }
  if (terms.kind === 'unit-price') {
    const price = formatDecimal(terms.unitPrice);
    return { en: `unit price ${price}${what.en}${whose.en}`, zh: `合同单价 ${price}${what.zh}${whose.zh}` };
  }
  return { en: `tiered price${what.en}${whose.en}`, zh: `阶梯价${what.zh}${whose.zh}` };
}

// Short forms of amounts on the axes of charts: `1.2M`, `120万`. Whole amounts stand in the table beside the chart.
import { currencyDecimals } from './currency.ts';
import { formatCoefficient, powerOfTen } from './decimal.ts';
import { type Language, groupDigits } from './display.ts';
import type { Minor } from './minor.ts';
import { roundRatio } from './ratio.ts';

interface Step {
  readonly exponent: number;
  readonly suffix: string;
}

const steps: Readonly<Record<Language, readonly Step[]>> = {
  en: [
    { exponent: 12, suffix: 'T' },
    { exponent: 9, suffix: 'B' },
    { exponent: 6, suffix: 'M' },
    { exponent: 3, suffix: 'K' },
    { exponent: 0, suffix: '' },
  ],
  zh: [
    { exponent: 12, suffix: '万亿' },
    { exponent: 8, suffix: '亿' },
    { exponent: 4, suffix: '万' },
    { exponent: 0, suffix: '' },
  ],
};

/** At most one digit after the point and none from 100 on: `1.2M`, `840K`, `-3B`; `120万`, `1.2亿`. */
export function chartLabel(minor: Minor, currency: string, language: Language): string {
  const size = { numerator: minor < 0n ? -minor : minor, denominator: powerOfTen(currencyDecimals(currency)) };
  const label = shortest(steps[language], (step) => {
    const denominator = size.denominator * powerOfTen(step.exponent);
    const tenths = step.exponent === 0 ? 10n * roundRatio(size, 0) : roundRatio({ ...size, denominator }, 1);
    return tenths >= 1000n ? 10n * roundRatio({ ...size, denominator }, 0) : tenths;
  });
  return minor < 0n && label !== '0' ? `-${label}` : label;
}

/** Takes the largest step in which the rounded size is at least 1, so that 999,950 becomes `1M`. */
function shortest(from: readonly Step[], tenthsIn: (step: Step) => bigint): string {
  const rounded = from.map((step) => ({ suffix: step.suffix, tenths: tenthsIn(step) }));
  const chosen = rounded.find((candidate) => candidate.tenths >= 10n);
  if (!chosen) return '0';
  return groupDigits(formatCoefficient(chosen.tenths, 1).replace(/\.0$/, '')) + chosen.suffix;
}

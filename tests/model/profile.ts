// The provider profiles (rules.md S5) with a book's overrides, and the decimals of a currency.

/** What is particular to a provider in one book. */
export interface Policy {
  offsetHours: number;
  paidAfterwards: boolean;
  charge_basis: 'billed' | 'effective' | 'contract';
  deduction_order: string[];
  lot_order: 'oldest' | 'own-first';
  invoiceable: 'on-payment' | 'on-charge';
  guardrails: Record<string, boolean>;
}

const inAdvance = new Set(['tencent', 'alibaba', 'huawei', 'other']);
const chinese = new Set(['tencent', 'alibaba', 'huawei']);
const everyGuardrail = [
  'mandatory-views',
  'same-entity-payer',
  'no-chains',
  'one-heritage',
  'self-pay-funds',
  'cross-entity-funds',
];

/** The profile of a provider, overridden by what the book says of it. */
export function profileOf(provider: string, overrides: Partial<Policy>): Policy {
  const on = provider === 'tencent' ? everyGuardrail : chinese.has(provider) ? ['one-heritage', 'no-chains'] : [];
  return {
    offsetHours: chinese.has(provider) ? 8 : 0,
    paidAfterwards: !inAdvance.has(provider),
    charge_basis: overrides.charge_basis ?? 'billed',
    deduction_order: overrides.deduction_order ?? ['voucher', 'gift', 'cash', 'credit'],
    lot_order: overrides.lot_order ?? 'oldest',
    invoiceable: overrides.invoiceable ?? (inAdvance.has(provider) ? 'on-payment' : 'on-charge'),
    guardrails: { 'clean-move': true, ...Object.fromEntries(on.map((name) => [name, true])), ...overrides.guardrails },
  };
}

const noDecimals = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '));
const threeDecimals = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** How many decimals a currency has (ISO 4217). */
export function decimalsOf(currency: string): number {
  return noDecimals.has(currency) ? 0 : threeDecimals.has(currency) ? 3 : 2;
}

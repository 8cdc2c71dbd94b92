// The currencies Purser knows and how many decimals each has (ISO 4217). Display lives elsewhere.

const withoutDecimals = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '));
const withThreeDecimals = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** A currency code is three capital letters; whether a bank trades it is not Purser's to judge. */
export function isCurrency(text: string): boolean {
  return /^[A-Z]{3}$/.test(text);
}

/** 0, 2 or 3: the digits after the point of the currency's minor unit. */
export function currencyDecimals(currency: string): number {
  if (withoutDecimals.has(currency)) return 0;
  return withThreeDecimals.has(currency) ? 3 : 2;
}

// Tax numbers in the form that their country gives them, made up: none is looked up or meant to be anyone's.
import type { Random } from './random.ts';

const creditCodeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditCodeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The check character of the first 17 characters of a Chinese unified social credit code (GB 32100-2015). */
export function creditCodeCheck(first17: string): string {
  const sum = creditCodeWeights.reduce(
    (total, weight, index) => total + weight * creditCodeAlphabet.indexOf(first17[index]!),
    0,
  );
  return creditCodeAlphabet[(31 - (sum % 31)) % 31]!;
}

/** A valid credit code of a company registered in the division with the six-digit code. */
export function creditCode(random: Random, division: string): string {
  const first17 = `91${division}MA${random.text(7, creditCodeAlphabet)}`;
  return first17 + creditCodeCheck(first17);
}

const forms: Readonly<Record<string, (random: Random) => string>> = {
  DE: (random) => `DE${random.integer(1, 9)}${random.text(8)}`,
  NL: (random) => `NL${random.text(9)}B01`,
  FR: (random) => `FR${random.text(11)}`,
  GB: (random) => `GB${random.text(9)}`,
  SG: (random) => `20${random.text(7)}${random.text(1, 'CDEGHKMNRWZ')}`,
  JP: (random) => `T${random.integer(1, 9)}${random.text(12)}`,
  US: (random) => `${random.integer(10, 99)}-${random.text(7)}`,
  HK: (random) => random.text(8),
  MY: (random) => `C${random.text(10)}`,
  AE: (random) => `100${random.text(12)}`,
};

/** A tax number in the form of a country outside China. */
export function foreignTaxId(random: Random, country: string): string {
  const form = forms[country];
  if (!form) throw new Error(`no form of tax number is known for ${country}`);
  return form(random);
}

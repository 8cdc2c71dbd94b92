// Account numbers in the form that each provider gives them, made up, never the same twice.
import type { Provider } from '../../shared/rules/names.ts';
import type { Random } from './random.ts';

const lowerCase = 'abcdefghijklmnopqrstuvwxyz';
const hexadecimal = '0123456789abcdef';

const forms: Readonly<Record<Provider, (random: Random) => string>> = {
  tencent: (random) => `1000${random.text(8)}`,
  alibaba: (random) => `1${random.text(15)}`,
  huawei: (random) => random.text(32, hexadecimal),
  aws: (random) => random.text(12),
  azure: (random) => [8, 4, 4, 4, 12].map((length) => random.text(length, hexadecimal)).join('-'),
  gcp: (random) => `harbour-${random.text(6, lowerCase)}-${random.text(6)}`,
  oracle: (random) => `ocid1.tenancy.oc1..${random.text(24, lowerCase + '234567')}`,
  other: (random) => `ACC-${random.text(6)}`,
};

/** A source of unused account numbers per provider. */
export function makeAccountIds(random: Random): (provider: Provider) => string {
  const used = new Set<string>();
  return (provider) => {
    let id = forms[provider](random);
    while (used.has(`${provider}:${id}`)) id = forms[provider](random);
    used.add(`${provider}:${id}`);
    return id;
  };
}

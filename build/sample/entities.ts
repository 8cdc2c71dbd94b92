// The legal entities of the sample: a parent company, subsidiaries by industry and city, companies abroad.
import { type City, cities, industries, overseasCompanies } from './entity-names.ts';
import type { Random } from './random.ts';
import type { SampleEntity } from './structure.ts';
import { creditCode, foreignTaxId } from './tax-id.ts';

function domestic(
  random: Random,
  code: string,
  name: string,
  nameZh: string,
  place: City,
  parent: string,
): SampleEntity {
  return {
    code,
    name,
    nameZh,
    country: 'CN',
    currency: 'CNY',
    taxId: creditCode(random, place.division),
    address: `${place.nameZh}市${place.street}${random.integer(1, 1999)}号港湾大厦${random.integer(3, 48)}层`,
    phone: `${place.areaCode}-${random.integer(2, 8)}${random.text(7)}`,
    bank: `招商银行${place.nameZh}${place.street.slice(0, place.street.indexOf('区') + 1).replace('区', '')}支行`,
    bankAccount: `${random.integer(1, 9)}${random.text(14)}`,
    parent,
  };
}

/**
 * The parent company first, then `subsidiaries` in China, then `abroad` companies outside it (at most 10). Codes are
 * unique: `HT` for the first company of an industry, `HT-GZ` for those in further cities.
 */
export function makeEntities(random: Random, subsidiaries: number, abroad: number): SampleEntity[] {
  const parent = domestic(random, 'HB', 'Harbour Group Ltd', '港湾集团有限公司', cities[0]!, '');
  const entities = [parent];
  for (let index = 0; index < subsidiaries; index++) {
    const trade = industries[index % industries.length]!;
    const round = Math.floor(index / industries.length);
    const place = cities[(index + 2 * round) % cities.length]!;
    const code = round === 0 ? trade.code : `${trade.code}-${place.code}`;
    const name = `Harbour ${trade.name} (${place.name}) Ltd`;
    const nameZh = `港湾${trade.nameZh}（${place.nameZh}）有限公司`;
    entities.push(domestic(random, code, name, nameZh, place, parent.code));
  }
  for (const company of overseasCompanies.slice(0, abroad))
    entities.push({
      ...company,
      taxId: foreignTaxId(random, company.country),
      bankAccount: random.text(12),
      parent: parent.code,
    });
  return entities;
}

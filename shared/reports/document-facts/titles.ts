// Who documents are between: copies of entities' tax titles, and the providers as sellers.
import type { TaxTitle } from '../../documents/facts.ts';
import type { EntityCode, Provider } from '../../rules/names.ts';
import type { Structure } from '../../rules/structure.ts';

/** The tax title of an entity as it stands now. */
export function titleOf(structure: Structure, code: EntityCode): TaxTitle {
  const entity = structure.entities.get(code);
  if (!entity) throw new Error(`no entity ${code}`);
  const { name, nameZh, taxId, address, phone, bank, bankAccount } = entity;
  return { name, nameZh, taxId, address, phone, bank, bankAccount };
}

const providerNames: Readonly<Record<Provider, readonly [name: string, nameZh: string]>> = {
  tencent: ['Tencent Cloud', '腾讯云'],
  alibaba: ['Alibaba Cloud', '阿里云'],
  huawei: ['Huawei Cloud', '华为云'],
  aws: ['Amazon Web Services', '亚马逊云科技'],
  azure: ['Microsoft Azure', '微软 Azure'],
  gcp: ['Google Cloud', '谷歌云'],
  oracle: ['Oracle Cloud', '甲骨文云'],
  other: ['Cloud provider', '云服务商'],
};

/** A provider as the seller of a request; its registered details are on its own invoice. */
export function titleOfProvider(provider: Provider): TaxTitle {
  const [name, nameZh] = providerNames[provider];
  return { name, nameZh, taxId: '', address: '', phone: '', bank: '', bankAccount: '' };
}

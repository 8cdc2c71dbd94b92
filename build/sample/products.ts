// What the sample's accounts use at each provider: data alone. Prices are made up, in ten-thousandths of the currency.
import type { Provider } from '../../shared/rules/names.ts';

export interface Product {
  /** The code in Tencent bills; '' elsewhere, where the name identifies the product. */
  readonly code: string;
  readonly name: string;
  readonly nameZh: string;
  readonly category: string;
  readonly unit: string;
  /** List price of a unit, in ten-thousandths. */
  readonly listPrice: number;
}

const product = (
  code: string,
  name: string,
  nameZh: string,
  category: string,
  unit: string,
  listPrice: number,
): Product => ({
  code,
  name,
  nameZh,
  category,
  unit,
  listPrice,
});

const named = (name: string, category: string, unit: string, listPrice: number): Product =>
  product('', name, name, category, unit, listPrice);

/** The products of each provider; FOCUS bills carry names, Tencent bills codes. */
export const productsOf: Readonly<Record<Provider, readonly Product[]>> = {
  tencent: [
    product('p_cvm', 'Cloud Virtual Machine', '云服务器 CVM', 'Compute', 'Hours', 8000),
    product('p_cdb', 'TencentDB for MySQL', '云数据库 MySQL', 'Databases', 'Hours', 11000),
    product('p_redis', 'TencentDB for Redis', '云数据库 Redis', 'Databases', 'Hours', 7000),
    product('p_cos', 'Cloud Object Storage', '对象存储 COS', 'Storage', 'GB', 200),
    product('p_cdn', 'Content Delivery Network', '内容分发网络 CDN', 'Networking', 'GB', 2100),
    product('p_clb', 'Cloud Load Balancer', '负载均衡 CLB', 'Networking', 'Hours', 900),
    product('p_tke', 'Tencent Kubernetes Engine', '容器服务 TKE', 'Compute', 'Hours', 9000),
    product('p_vpc', 'Virtual Private Cloud', '私有网络 VPC', 'Networking', 'GB', 500),
  ],
  aws: [
    named('Amazon Elastic Compute Cloud', 'Compute', 'Hours', 416),
    named('Amazon Simple Storage Service', 'Storage', 'GB-Month', 230),
    named('Amazon Relational Database Service', 'Databases', 'Hours', 1720),
    named('AWS Lambda', 'Compute', 'GB-Seconds', 167),
    named('Amazon CloudFront', 'Networking', 'GB', 850),
  ],
  azure: [
    named('Virtual Machines', 'Compute', '1 Hour', 960),
    named('Azure Blob Storage', 'Storage', '1 GB/Month', 184),
    named('Azure SQL Database', 'Databases', '1 Hour', 5044),
  ],
  gcp: [
    named('Compute Engine', 'Compute', 'hour', 475),
    named('Cloud Storage', 'Storage', 'gibibyte month', 200),
    named('BigQuery', 'Analytics', 'gibibyte', 61),
  ],
  oracle: [named('Compute', 'Compute', 'OCPU Hours', 250), named('Block Storage', 'Storage', 'GB Months', 255)],
  alibaba: [
    named('Elastic Compute Service', 'Compute', 'Hours', 7200),
    named('Object Storage Service', 'Storage', 'GB', 180),
    named('ApsaraDB RDS', 'Databases', 'Hours', 10400),
  ],
  huawei: [
    named('Elastic Cloud Server', 'Compute', 'Hours', 7600),
    named('Object Storage Service', 'Storage', 'GB', 190),
  ],
  other: [named('Fabric Port', 'Networking', 'Hours', 8333), named('Cabinet', 'Other', 'Hours', 24000)],
};

export interface Region {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
}

const region = (id: string, name: string, nameZh: string): Region => ({ id, name, nameZh });

const domesticRegions: readonly Region[] = [
  region('ap-guangzhou', 'South China (Guangzhou)', '华南地区（广州）'),
  region('ap-shanghai', 'East China (Shanghai)', '华东地区（上海）'),
  region('ap-beijing', 'North China (Beijing)', '华北地区（北京）'),
  region('ap-singapore', 'Southeast Asia (Singapore)', '东南亚地区（新加坡）'),
];

const worldRegions: readonly Region[] = [
  region('us-west-2', 'US West (Oregon)', 'US West (Oregon)'),
  region('eu-central-1', 'Europe (Frankfurt)', 'Europe (Frankfurt)'),
  region('ap-southeast-1', 'Asia Pacific (Singapore)', 'Asia Pacific (Singapore)'),
];

export function regionsOf(provider: Provider): readonly Region[] {
  return provider === 'tencent' || provider === 'alibaba' || provider === 'huawei' ? domesticRegions : worldRegions;
}

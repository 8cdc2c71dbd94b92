// The sample's lines in the FOCUS format, versions 1.0 (43 columns), 1.1 and 1.2 (formats.md §3).
import { type Month, firstDay } from '../../shared/calendar/day.ts';
import { formatCoefficient } from '../../shared/money/decimal.ts';
import { profiles } from '../../shared/rules/profile.ts';
import type { Provider } from '../../shared/rules/names.ts';
import { clockText } from './clock-text.ts';
import { type SampleLine, type Transaction, scales } from './line.ts';

export type FocusVersion = '1.0' | '1.1' | '1.2';

const firstColumns =
  'AvailabilityZone BilledCost BillingAccountId BillingAccountName BillingCurrency BillingPeriodEnd BillingPeriodStart ChargeCategory ChargeClass ChargeDescription ChargeFrequency ChargePeriodEnd ChargePeriodStart CommitmentDiscountCategory CommitmentDiscountId CommitmentDiscountName CommitmentDiscountStatus CommitmentDiscountType ConsumedQuantity ConsumedUnit ContractedCost ContractedUnitPrice EffectiveCost InvoiceIssuerName ListCost ListUnitPrice PricingCategory PricingQuantity PricingUnit ProviderName PublisherName RegionId RegionName ResourceId ResourceName ResourceType ServiceCategory ServiceName SkuId SkuPriceId SubAccountId SubAccountName Tags';
const secondColumns =
  ' CapacityReservationId CapacityReservationStatus CommitmentDiscountQuantity CommitmentDiscountUnit ServiceSubcategory SkuMeter SkuPriceDetails';
const thirdColumns = ' BillingAccountType InvoiceId PricingCurrency SubAccountType';

const columnsOf: Readonly<Record<FocusVersion, readonly string[]>> = {
  '1.0': firstColumns.split(' '),
  '1.1': (firstColumns + secondColumns).split(' '),
  '1.2': (firstColumns + secondColumns + thirdColumns).split(' '),
};

const providerNames: Readonly<Record<Provider, string>> = {
  aws: 'AWS',
  azure: 'Microsoft',
  gcp: 'Google Cloud',
  oracle: 'Oracle',
  tencent: 'Tencent Cloud',
  alibaba: 'Alibaba Cloud',
  huawei: 'Huawei Cloud',
  other: 'Equinix',
};

const categories: Readonly<Partial<Record<Transaction, string>>> = {
  purchase: 'Purchase',
  renewal: 'Purchase',
  credit: 'Credit',
  tax: 'Tax',
  adjustment: 'Adjustment',
};

function timeText(line: SampleLine, seconds: number, version: FocusVersion): string {
  const utc = seconds - profiles[line.owner.provider].offsetMinutes * 60;
  return version === '1.0' ? clockText(utc, ' ') : `${clockText(utc, 'T')}Z`;
}

// The billing period is written as the provider's calendar has it: its month is read as written.
function periodText(month: Month, version: FocusVersion): string {
  const seconds = firstDay(month) * 86_400;
  return version === '1.0' ? clockText(seconds, ' ') : `${clockText(seconds, 'T')}Z`;
}

const quantityText = (line: SampleLine) => formatCoefficient(line.quantity, scales.quantity);
const billedText = (line: SampleLine) => formatCoefficient(line.billed, scales.billed);
const listText = (line: SampleLine) =>
  line.list === null ? billedText(line) : formatCoefficient(line.list, scales.list);
const head = (line: SampleLine) => line.owner.phases[0]!.payer ?? line.owner;

type Cell = (line: SampleLine, version: FocusVersion) => string;

/** Columns that are not here are `NULL`. No cell needs quotes but the tags, which have them. */
const cells: Readonly<Record<string, Cell>> = {
  BilledCost: billedText,
  BillingAccountId: (line) => line.vendorPayer,
  BillingAccountName: (line) => head(line).name,
  BillingAccountType: () => 'Billing Account',
  BillingCurrency: (line) => line.owner.currency,
  BillingPeriodEnd: (line, version) => periodText((line.month + 1) as Month, version),
  BillingPeriodStart: (line, version) => periodText(line.month, version),
  ChargeCategory: (line) => categories[line.transaction] ?? 'Usage',
  ChargeDescription: (line) => `${line.product.name} ${line.transaction}`,
  ChargeFrequency: (line) => (line.transaction === 'purchase' ? 'One-Time' : 'Usage-Based'),
  ChargePeriodEnd: (line, version) => timeText(line, line.end, version),
  ChargePeriodStart: (line, version) => timeText(line, line.start, version),
  CommitmentDiscountCategory: (line) => (line.committed ? 'Usage' : 'NULL'),
  CommitmentDiscountId: (line) => (line.committed ? `ri-${head(line).id}` : 'NULL'),
  CommitmentDiscountStatus: (line) => (line.committed ? 'Used' : 'NULL'),
  ConsumedQuantity: quantityText,
  ConsumedUnit: (line) => line.product.unit,
  ContractedCost: (line) => formatCoefficient(line.effective, scales.billed),
  EffectiveCost: (line) => formatCoefficient(line.effective, scales.billed),
  InvoiceId: (line) => `${providerNames[line.owner.provider]}-${line.transactionId.slice(0, 6)}`,
  InvoiceIssuerName: (line) => providerNames[line.owner.provider],
  ListCost: listText,
  ListUnitPrice: (line) => formatCoefficient(BigInt(line.product.listPrice), scales.price),
  PricingCategory: (line) => (line.committed ? 'Committed' : 'Standard'),
  PricingCurrency: (line) => line.owner.currency,
  PricingQuantity: quantityText,
  PricingUnit: (line) => line.product.unit,
  ProviderName: (line) => providerNames[line.owner.provider],
  PublisherName: (line) => providerNames[line.owner.provider],
  RegionId: (line) => line.region.id,
  RegionName: (line) => line.region.name,
  ResourceId: (line) => line.resource,
  ResourceName: (line) => line.owner.name,
  ServiceCategory: (line) => line.product.category,
  ServiceName: (line) => line.product.name,
  SkuId: (line) => line.transactionId,
  SubAccountId: (line) => line.owner.id,
  SubAccountName: (line) => line.owner.name,
  SubAccountType: () => 'Account',
  Tags: () => '"{""env"": ""prod""}"',
};
const none: Cell = () => 'NULL';
const rowOf = {
  '1.0': columnsOf['1.0'].map((column) => cells[column] ?? none),
  '1.1': columnsOf['1.1'].map((column) => cells[column] ?? none),
  '1.2': columnsOf['1.2'].map((column) => cells[column] ?? none),
} as const;

export function focusHeader(version: FocusVersion): string {
  return `${columnsOf[version].join(',')}\n`;
}

export function focusRow(line: SampleLine, version: FocusVersion): string {
  let text = '';
  for (const cell of rowOf[version]) text += `${text === '' ? '' : ','}${cell(line, version)}`;
  return `${text}\n`;
}

// The table of FOCUS 1.0, 1.1 and 1.2, the FinOps Open Cost and Usage Specification (formats.md §3).
import { type Category, type Provider, categories } from '../../../shared/rules/names.ts';
import type { BillFormat } from '../bill-format.ts';

const providerNames: readonly (readonly [RegExp, Provider])[] = [
  [/^(aws|amazon web services)\b/i, 'aws'],
  [/^(microsoft|azure)\b/i, 'azure'],
  [/^oracle\b/i, 'oracle'],
  [/^google/i, 'gcp'],
  [/^tencent/i, 'tencent'],
  [/^alibaba/i, 'alibaba'],
  [/^huawei/i, 'huawei'],
];

function providerNamed(name: string): Provider {
  return providerNames.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
}

const known = new Map<string, Category>(
  categories.filter((category) => category !== 'Variance').map((category) => [category.toLowerCase(), category]),
);

export const focus: BillFormat = {
  name: 'FOCUS 1.0–1.2',
  headings: {
    provider: ['ProviderName'],
    month: ['BillingPeriodStart'],
    payer: ['BillingAccountId'],
    owner: ['SubAccountId'],
    product: ['ServiceName'],
    category: ['ChargeCategory'],
    commitment: ['CommitmentDiscountStatus'],
    correction: ['ChargeClass'],
    currency: ['BillingCurrency'],
    start: ['ChargePeriodStart'],
    end: ['ChargePeriodEnd'],
    resource: ['ResourceId'],
    resourceName: ['ResourceName'],
    region: ['RegionId'],
    unitPrice: ['ListUnitPrice'],
    quantity: ['PricingQuantity'],
    unit: ['PricingUnit'],
    list: ['ListCost'],
    billed: ['BilledCost'],
    effective: ['EffectiveCost'],
    text: ['ChargeDescription'],
    tags: ['Tags'],
  },
  tagHeadings: [],
  unused: (
    'AvailabilityZone BillingAccountName BillingAccountType BillingPeriodEnd CapacityReservationId ' +
    'CapacityReservationStatus ChargeFrequency ChargeSubcategory CommitmentDiscountCategory CommitmentDiscountId ' +
    'CommitmentDiscountName CommitmentDiscountQuantity CommitmentDiscountType CommitmentDiscountUnit ConsumedQuantity ' +
    'ConsumedUnit ContractedCost ContractedUnitPrice InvoiceId InvoiceIssuerName PricingCategory PricingCurrency ' +
    'PricingCurrencyContractedUnitPrice PricingCurrencyEffectiveCost PricingCurrencyListUnitPrice PublisherName ' +
    'RegionName ResourceType ServiceCategory ServiceSubcategory SkuId SkuMeter SkuPriceDetails SkuPriceId ' +
    'SubAccountName SubAccountType'
  ).split(' '),
  required: [['billed'], ['payer'], ['currency'], ['month'], ['start'], ['end'], ['category'], ['product']],
  provider: providerNamed,
  offsetMinutes: 0,
  payerOwns: true,
  category: (text) => known.get(text.toLowerCase()),
  roundingResource: null,
};

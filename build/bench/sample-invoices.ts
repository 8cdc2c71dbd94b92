// One-page fapiao requests in Chinese, as many as are asked for, each with its own number.
import { parseDay, parseMonth } from '../../shared/calendar/day.ts';
import type { TaxTitle } from '../../shared/documents/facts.ts';
import { invoiceRequest } from '../../shared/documents/invoice-request.ts';
import type { PrintableDocument } from '../../shared/documents/page.ts';
import { parseDecimal } from '../../shared/money/decimal.ts';

const seller: TaxTitle = {
  name: 'Harbour Technology Holdings Limited',
  nameZh: '港湾科技控股有限公司',
  taxId: '91440300MA5FJ2YR8X',
  address: '深圳市福田区中心四路1号嘉里建设广场二座2301',
  phone: '+86 755 8266 1000',
  bank: '中国银行深圳福田支行',
  bankAccount: '7559 0001 2345 6789 012',
};
const buyer: TaxTitle = {
  ...seller,
  name: 'Harbour Retail and Consumer Services Company Limited',
  nameZh: '龑骉港湾零售与消费服务（粤港澳大湾区）股份有限公司',
  taxId: '91440300MA5GKT3W4D',
};
const rate = parseDecimal('0.06')!;

/** The number of an invoice, which its page shows. */
export function invoiceNumber(at: number): string {
  return `HT-FP-2026-${String(at + 1).padStart(4, '0')}`;
}

/** So many requests of one page. */
export function sampleInvoices(count: number): readonly PrintableDocument[] {
  return Array.from({ length: count }, (_, at) => invoice(at));
}

function invoice(at: number): PrintableDocument {
  const lines = Array.from({ length: 4 }, (_, index) => {
    const net = BigInt(100 * (8400 + 13 * index + at));
    const account = `harbour-prod-${index + 1} · 1000${17_000_000 + at * 10 + index}`;
    const [quantity, multiplier] = [parseDecimal('1')!, parseDecimal('0.7')!];
    const description = '*信息技术服务*云服务费';
    return {
      description,
      account,
      quantity,
      unitPrice: quantity,
      multiplier,
      net,
      taxRate: rate,
      tax: (net * 6n) / 100n,
    };
  });
  const net = lines.reduce((sum, line) => sum + line.net, 0n);
  const tax = lines.reduce((sum, line) => sum + line.tax, 0n);
  return invoiceRequest({
    kind: 'fapiao-request',
    stamp: {
      language: 'zh',
      bookName: 'Harbour Group',
      period: parseMonth('2026-10')!,
      number: invoiceNumber(at),
      version: 1,
      mark: null,
      printedAt: '2026-11-03 09:15 UTC',
      verification: '3f9a01bc',
    },
    seller,
    buyer,
    contact: '林玥',
    reference: 'CC-4410',
    currency: 'CNY',
    issued: parseDay('2026-11-03')!,
    due: parseDay('2026-12-03')!,
    lines,
    rates: [{ rate, base: net, tax, note: '' }],
    totals: { net, tax, total: net + tax },
    applied: [],
    amountDue: net + tax,
    remarks: ['合同 TC-2026-03；明细见附表'],
    applicant: '陈伟',
    reviewer: '林玥',
    fapiaoNumber: '',
  });
}

// A book told in a few lines of commands, kept in memory: what tests of reports are about. It decides and enters like the
// program; only the journal and the bill files are stand-ins.
import { type Book, emptyBook } from '../shared/book/book.ts';
import { decide } from '../shared/book/decide.ts';
import type { Evidence } from '../shared/book/decision.ts';
import { prepareEntry } from '../shared/book/enter.ts';
import type { ImportFact } from '../shared/book/facts.ts';
import type { LedgerRecord } from '../shared/book/record.ts';
import { type Month, firstDay, formatMonth, parseMonth } from '../shared/calendar/day.ts';
import type { CommandInput, CommandName } from '../shared/contract/commands.ts';
import type { QueryInput, QueryName } from '../shared/contract/queries.ts';
import { type Decimal, add, formatDecimal, parseDecimal, zero } from '../shared/money/decimal.ts';
import { type QueryAnswer, answer } from '../shared/reports/answer.ts';
import type { Asking, ImportedBucket } from '../shared/reports/asking.ts';
import type { Bucket } from '../shared/rules/bill.ts';
import type { AccountKey, Category, Provider } from '../shared/rules/names.ts';

/** Lines of a bill as a story tells them; what is left out is usual. */
export interface ToldLines {
  readonly owner: string;
  readonly product?: string;
  readonly category?: Category;
  readonly list?: string;
  readonly billed: string;
  /** What the vendor took from vouchers. */
  readonly voucher?: string;
  /** Day of the month, from 1. */
  readonly day?: number;
}

export interface ToldBill {
  readonly file: string;
  readonly period: string;
  readonly provider: Provider;
  readonly payer: string;
  readonly currency: string;
  readonly lines: readonly ToldLines[];
}

export class BookStory {
  readonly book: Book = emptyBook();
  readonly records: LedgerRecord[] = [];
  readonly #buckets = new Map<string, readonly Bucket[]>();

  constructor(name: string, baseCurrency: string) {
    this.do('createBook', { name, baseCurrency });
  }

  /** Carries a command out; throws Refused where a rule says no. */
  do<N extends CommandName>(name: N, input: CommandInput<N>, evidence: Omit<Evidence, 'key'> = {}): this {
    const key = `command-${this.book.seq + 1}`;
    const { kind, facts } = decide(this.book, name, input, { key, ...evidence });
    if (kind === null) return this;
    const seq = this.book.seq + 1;
    const prepared = prepareEntry(this.book, facts, { seq });
    prepared.commit();
    const at = `2026-11-01T00:00:${String(seq % 60).padStart(2, '0')}Z`;
    const data = facts as LedgerRecord['data'];
    const post = prepared.postings;
    this.records.push({ v: 1, seq, at, by: 'teller', desk: '', kind, key, data, post, prev: '', hash: `hash-${seq}` });
    return this;
  }

  /** Takes a bill in, as one bucket per told line. */
  bill(told: ToldBill): this {
    const month = parseMonth(told.period)!;
    const buckets = told.lines.map((line) => bucketOf(told, line, month));
    const id = `import-${this.#buckets.size + 1}`;
    this.#buckets.set(id, buckets);
    return this.do('importBills', { paths: [told.file] }, { imports: [importOf(id, told, buckets)] });
  }

  /** Decides about exceptions, with the lines of every bill that counts at hand. */
  resolve(input: CommandInput<'resolveExceptions'>): this {
    const counting = [...this.#buckets].filter(([id]) => !this.book.imports.get(id)?.gone);
    return this.do('resolveExceptions', input, { buckets: counting.flatMap(([, buckets]) => buckets) });
  }

  /** Posts the charges of a month. */
  run(period: string): this {
    const imported = this.#imported(parseMonth(period)!);
    const buckets = imported.map(({ bucket }) => bucket);
    const importsUsed = [...new Set(imported.map((one) => one.import))];
    return this.do('runCharges', { period, complete: true }, { buckets, importsUsed });
  }

  ask<N extends QueryName>(name: N, input: QueryInput<N>, desk: AccountKey | '' = ''): QueryAnswer<N> {
    return answer(this.asking(desk), name, input);
  }

  asking(desk: AccountKey | '' = ''): Asking {
    return {
      book: this.book,
      desk,
      sources: {
        buckets: (period) => this.#imported(period),
        records: ({ from, to, mentions }) => this.#recordsFrom(from, to, mentions),
        sourceRows: (id, places, limit) => places.slice(0, limit).map((place) => this.#sourceRow(id, place)),
      },
    };
  }

  #imported(period: Month): readonly ImportedBucket[] {
    return [...this.#buckets].flatMap(([id, buckets]) =>
      this.book.imports.get(id)?.gone
        ? []
        : buckets
            .map((bucket, place) => ({ import: id, place, bucket }))
            .filter(({ bucket }) => bucket.month === period),
    );
  }

  #recordsFrom(from: number, to: number, mentions: readonly string[] | undefined): readonly LedgerRecord[] {
    return this.records.filter(({ seq, data, post }) => {
      if (seq < from || seq > to) return false;
      return !mentions || mentions.some((text) => (JSON.stringify(data) + postedText(post)).includes(text));
    });
  }

  #sourceRow(id: string, place: number) {
    const { name, sha256 } = this.book.imports.get(id)!.fact;
    const bucket = this.#buckets.get(id)![place]!;
    const cells = [bucket.owner, formatDecimal(bucket.billed)];
    return { file: name, sha256, row: place + 2, headings: ['Owner', 'Cost'], cells };
  }
}

/** The postings as the line of a record holds them, as far as texts in them are looked for. */
function postedText(post: LedgerRecord['post']): string {
  return JSON.stringify(post.map(({ position }) => position));
}

function bucketOf(told: ToldBill, line: ToldLines, month: Month): Bucket {
  const { product = 'cvm', category = 'Usage', list, billed, voucher, day = 1 } = line;
  const startDay = (firstDay(month) + day - 1) as Bucket['startDay'];
  const cost = decimal(billed);
  return {
    provider: told.provider,
    month,
    owner: line.owner,
    vendorPayer: told.payer,
    product,
    category,
    currency: told.currency,
    startDay,
    endDay: startDay,
    priceable: list !== undefined && (category === 'Usage' || category === 'Purchase' || category === 'Refund'),
    listUnitPrice: null,
    hasQuantity: false,
    lines: 1,
    list: list === undefined ? zero : decimal(list),
    billed: cost,
    effective: cost,
    quantity: zero,
    vendorVoucher: voucher === undefined ? zero : decimal(voucher),
    vendorGift: zero,
    vendorCash: zero,
  };
}

function importOf(id: string, told: ToldBill, buckets: readonly Bucket[]): ImportFact {
  const sum = formatDecimal(buckets.map(({ billed }) => billed).reduce(add, zero));
  const month = formatMonth(parseMonth(told.period)!);
  const { provider, payer, currency, file } = told;
  return {
    id,
    name: file,
    sha256: `sha-${id}`,
    size: 1,
    extension: 'csv',
    format: 'told',
    final: true,
    rows: buckets.length,
    kept: buckets.length,
    setAside: [],
    sums: [{ currency, inFile: sum, kept: sum }],
    months: [{ provider, month, lines: buckets.length }],
    vendorPayers: [{ provider, id: payer, month }],
    shared: [],
    decided: '',
    skips: [],
    replaces: [],
    partsDiffer: 0,
  };
}

function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (!value) throw new Error(`${text} is not a decimal`);
  return value;
}

/**
 * A parent and a subsidiary, an admin account that pays for one member and funds another: vouchers, gift, allocation,
 * discount, a refund, credit, a reimbursement and two months of charges.
 */
export function harbourStory(): BookStory {
  const story = new BookStory('Harbour', 'CNY');
  const tencent = 'tencent' as const;
  const views = ['view-bills', 'view-balance'] as const;
  story.do('addEntity', { code: 'HQ', name: 'Harbour Group', nameZh: '港湾集团', currency: 'CNY', country: 'CN' });
  story.do('addEntity', { code: 'SZ', name: 'Harbour Shenzhen', currency: 'CNY', country: 'CN', parent: 'HQ' });
  const account = { provider: tencent, currency: 'CNY' };
  story.do('addAccount', {
    ...account,
    id: '1000',
    name: 'root',
    entity: 'HQ',
    role: 'group-admin',
    creditLimit: '500',
  });
  story.do('addAccount', { ...account, id: '1001', name: 'prod', entity: 'HQ', role: 'member' });
  story.do('addAccount', { ...account, id: '2000', name: 'shenzhen', entity: 'SZ', role: 'entity-admin' });
  const link = { provider: tencent, admin: '1000', from: '2026-01-01' };
  const all = [...views, 'consolidate', 'inherit-discounts'] as const;
  story.do('startLink', { ...link, account: '1001', mode: 'pay-on-behalf', permissions: [...all] });
  const funded = { ...link, account: '2000', mode: 'self-pay', crossEntityFunds: true } as const;
  story.do('startLink', { ...funded, permissions: [...views, 'allocate-funds', 'inherit-discounts'] });
  story.do('addOffer', { provider: tencent, holder: '1000', kind: 'multiplier', value: '0.70' });
  const voucher = { provider: tencent, account: '1000', amount: '50', currency: 'CNY', from: '2026-09-01' };
  story.do('addVoucher', { ...voucher, key: 'v1', to: '2026-12-01', priced: true });
  const funds = { ...account, account: '1000', date: '2026-09-02' };
  story.do('topUp', { ...funds, key: 't1', amount: '3000' });
  story.do('addGift', { ...funds, key: 'g1', amount: '30' });
  story.do('freezeFunds', { ...funds, key: 'f1', amount: '10' });
  story.do('allocateFunds', { ...funds, key: 'a1', to: '2000', amount: '800', date: '2026-09-03' });
  for (const [period, factor] of [
    ['2026-09', '1'],
    ['2026-10', '4'],
  ] as const) {
    const times = (amount: string): string => formatDecimal({ coefficient: BigInt(amount) * BigInt(factor), scale: 4 });
    const lines: readonly ToldLines[] = [
      { owner: '1000', product: 'cos', list: times('1000000'), billed: times('700001') },
      { owner: '1001', list: times('5000000'), billed: times('3500000'), day: 3 },
      { owner: '1001', list: times('1000000'), billed: times('1000000'), day: 9 },
      { owner: '1001', category: 'Refund', list: times('-400000'), billed: times('-280002') },
      { owner: '2000', list: times('3000000'), billed: times('2100004') },
      { owner: '2000', product: 'tax', category: 'Tax', billed: times('126000') },
    ];
    story.bill({ file: `${period}.csv`, period, provider: tencent, payer: '1000', currency: 'CNY', lines }).run(period);
  }
  const due = { debtor: 'SZ', creditor: 'HQ', currency: 'CNY', date: '2026-10-20' };
  story.do('recordReimbursement', { ...due, key: 'r1', amount: '100' });
  story.do('recoverFunds', {
    ...account,
    key: 'b1',
    account: '2000',
    to: '1000',
    amount: '1',
    reference: 'a1',
    date: '2026-09-04',
  });
  story.do('recordVendorBalance', {
    rows: [{ provider: tencent, account: '1000', date: '2026-09-30', amount: '1800' }],
  });
  story.do('topUp', { ...funds, key: 't2', amount: '100', date: '2026-11-02', origin: 'SZ' });
  return story;
}

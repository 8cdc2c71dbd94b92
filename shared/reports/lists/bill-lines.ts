// The lines of a month as the book keeps them: lines of one file that are alike in everything that a rule looks at stand
// as one row with their exact sums; the rows of the file behind it are found through `explain`.
import { formatDay, formatMonth, lastDay } from '../../calendar/day.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { formatDecimal } from '../../money/decimal.ts';
import { type ChargePart, type ChargeWork, currencyOf } from '../../rules/charge.ts';
import { lineExceptions } from '../../rules/exception.ts';
import { accountKey } from '../../rules/names.ts';
import { contractPrice } from '../../rules/price.ts';
import type { Offer } from '../../rules/structure.ts';
import { type Asking, type ImportedBucket, monthAsked } from '../asking.ts';
import { exactText } from '../exact-text.ts';
import { rowId } from '../figure.ts';
import { type List, type ListRow, columnsOf } from '../listing.ts';
import { offerText, termsCells } from '../offer-text.ts';
import { seesBills, seesCharge } from '../sight.ts';
import { chargeId, worksIn } from '../works.ts';

const parties = ['provider', 'vendorPayer', 'owner', 'ownerName', 'entity', 'payer'];
const texts = [
  'import',
  'file',
  'period',
  ...parties,
  'product',
  'category',
  'startDay',
  'endDay',
  'currency',
  'offer',
  'terms',
  'termsZh',
  'exception',
  'charge',
];
const amounts = ['list', 'contract', 'voucher', 'billed', 'effective'];

export function billLinesList(asking: Asking, { period, charge }: QueryInput<'billLines'>): List {
  const month = monthAsked(period);
  const { works, origins } = worksIn(asking, month);
  const charged = new Set<ImportedBucket>();
  const rows: ListRow[] = [];
  for (const work of works) {
    const id = chargeId(work);
    for (const part of work.parts) {
      const origin = origins.get(part.bucket)!;
      charged.add(origin);
      const wanted = charge === undefined || charge === id;
      if (wanted && seesCharge(asking, work, month)) rows.push(lineRow(asking, origin, { work, part, charge: id }));
    }
  }
  const waiting = charge === undefined ? asking.sources.buckets(month).filter((one) => !charged.has(one)) : [];
  for (const one of waiting) {
    const owner = accountKey(one.bucket.provider, one.bucket.owner);
    const isKnown = asking.book.structure.accounts.has(owner);
    if (asking.desk === '' || (isKnown && seesBills(asking, owner, lastDay(month)))) rows.push(lineRow(asking, one));
  }
  return { columns: columnsOf({ text: texts, number: ['lines', 'quantity', 'listUnitPrice'], amount: amounts }), rows };
}

/** The id of a bucket's row. */
export function lineId({ import: importId, place }: ImportedBucket): string {
  return rowId(importId, String(place));
}

interface Charged {
  readonly work: ChargeWork;
  readonly part: ChargePart;
  readonly charge: string;
}

function lineRow({ book }: Asking, origin: ImportedBucket, charged?: Charged): ListRow {
  const bucket = charged?.part.bucket ?? origin.bucket;
  const owner = accountKey(bucket.provider, bucket.owner);
  const account = book.structure.accounts.get(owner);
  return {
    id: lineId(origin),
    import: origin.import,
    period: formatMonth(bucket.month),
    file: book.imports.get(origin.import)?.fact.name ?? '',
    provider: bucket.provider,
    vendorPayer: bucket.vendorPayer,
    owner: bucket.owner,
    ownerName: account?.name ?? '',
    entity: charged?.work.entity ?? '',
    payer: charged?.work.payer ?? '',
    product: bucket.product,
    category: bucket.category,
    startDay: formatDay(bucket.startDay),
    endDay: formatDay(bucket.endDay),
    currency: account ? currencyOf(book.structure, owner, bucket) : bucket.currency,
    lines: String(bucket.lines),
    quantity: formatDecimal(bucket.quantity),
    listUnitPrice: bucket.listUnitPrice ? formatDecimal(bucket.listUnitPrice) : '',
    list: formatDecimal(bucket.list),
    billed: formatDecimal(bucket.billed),
    effective: formatDecimal(bucket.effective),
    offer: charged?.part.offer ? offerText(charged.part.offer).en : '',
    ...termsCells(charged?.part.offer ? [charged.part.offer] : []),
    contract: charged && !isTiered(charged.part.offer) ? exactText(contractPrice(bucket, charged.part.offer)) : '',
    voucher: formatDecimal(bucket.vendorVoucher),
    exception: charged
      ? bucket === origin.bucket
        ? ''
        : 'mapped'
      : (lineExceptions(book.structure, [bucket])[0]?.kind ?? 'set-aside'),
    charge: charged?.charge ?? '',
  };
}

/** What a line costs by a tiered offer depends on the whole month, and stands in its charge alone. */
function isTiered(offer: Offer | undefined): boolean {
  return offer?.terms.kind === 'tiers';
}

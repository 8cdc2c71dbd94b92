// Who stands on a bill: its lines summed per owner, vendor payer, currency and month, as adoption needs them (rule B5).
import type { Day, Month } from '../../shared/calendar/day.ts';
import { type Decimal, add } from '../../shared/money/decimal.ts';
import { providers } from '../../shared/rules/names.ts';
import type { BillParty } from './bill-content.ts';
import { type BucketTable, keyPart } from './bucket-table.ts';
import { writtenTime } from './time-cell.ts';

interface Sofar {
  /** The first of its buckets, whose key says who it is. */
  readonly bucket: number;
  lines: number;
  billed: Decimal;
  earliest: number;
  firstStartDay: number;
}

const identity = [keyPart.provider, keyPart.owner, keyPart.payer, keyPart.currency, keyPart.month];

/** One party per provider, owner, vendor payer, currency and month, in the order of their first line. */
export function partiesOf(table: BucketTable): BillParty[] {
  const parties = new Map<string, Sofar>();
  for (let bucket = 0; bucket < table.size; bucket++) {
    const key = identity.map((place) => table.part(bucket, place)).join();
    const lines = table.linesOf(bucket);
    const billed = table.sums.billed.at(bucket);
    const earliest = table.earliestWritten(bucket);
    const firstStartDay = table.part(bucket, keyPart.startDay);
    const before = parties.get(key);
    if (!before) {
      parties.set(key, { bucket, lines, billed, earliest, firstStartDay });
      continue;
    }
    before.lines += lines;
    before.billed = add(before.billed, billed);
    before.earliest = Math.min(before.earliest, earliest);
    before.firstStartDay = Math.min(before.firstStartDay, firstStartDay);
  }
  return [...parties.values()].map((party) => partyOf(table, party));
}

function partyOf(table: BucketTable, { bucket, lines, billed, earliest, firstStartDay }: Sofar): BillParty {
  const { texts } = table.texts;
  return {
    provider: providers[table.part(bucket, keyPart.provider)]!,
    owner: texts[table.part(bucket, keyPart.owner)]!,
    vendorPayer: texts[table.part(bucket, keyPart.payer)]!,
    currency: texts[table.part(bucket, keyPart.currency)]!,
    month: table.part(bucket, keyPart.month) as Month,
    lines,
    billed,
    earliestStart: writtenTime(earliest),
    firstStartDay: firstStartDay as Day,
  };
}

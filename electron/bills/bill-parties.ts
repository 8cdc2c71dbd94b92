// Who stands on a bill: its lines summed per owner, vendor payer, currency and month, as adoption needs them (rule B5).
import { add } from '../../shared/money/decimal.ts';
import type { Bucket } from '../../shared/rules/bill.ts';
import type { BillParty } from './bill-content.ts';
import type { BucketTable } from './bucket-table.ts';
import { writtenTime } from './time-cell.ts';

interface Sofar extends Omit<BillParty, 'earliestStart'> {
  earliest: number;
}

/** One party per provider, owner, vendor payer, currency and month, in the order of their first line. */
export function partiesOf(table: BucketTable): BillParty[] {
  const parties = new Map<string, Sofar>();
  let index = 0;
  for (const bucket of table) {
    const key = JSON.stringify([bucket.provider, bucket.owner, bucket.vendorPayer, bucket.currency, bucket.month]);
    parties.set(key, joined(parties.get(key), bucket, table.earliestWritten(index++)));
  }
  return [...parties.values()].map(({ earliest, ...party }) => ({ ...party, earliestStart: writtenTime(earliest) }));
}

function joined(before: Sofar | undefined, bucket: Bucket, earliest: number): Sofar {
  const { provider, owner, vendorPayer, currency, month, lines, billed, startDay } = bucket;
  if (!before)
    return { provider, owner, vendorPayer, currency, month, lines, billed, earliest, firstStartDay: startDay };
  return {
    ...before,
    lines: before.lines + lines,
    billed: add(before.billed, billed),
    earliest: Math.min(before.earliest, earliest),
    firstStartDay: startDay < before.firstStartDay ? startDay : before.firstStartDay,
  };
}

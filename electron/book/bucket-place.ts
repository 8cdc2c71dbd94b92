// Where in a bill file the lines of a bucket stand, for refusals. It reads the index of the stored lines alone.
import type { Place } from '../../shared/rules/refusal.ts';
import type { Field } from '../bills/bill-format.ts';
import { recognise } from '../bills/recognise.ts';
import type { StoredBill } from '../bills/stored-bill.ts';

/** The place of a field in the first row of a bucket; a field that the file lacks has no column. */
export function placeOfBucket(stored: StoredBill, bucket: number, field: Field & ('owner' | 'currency')): Place {
  const { entry, row } = stored.placeOf(stored.rowsOfBucket(bucket)[0]!);
  const { columns } = recognise(entry.headings, entry.name);
  const column = columns.get(field) ?? (field === 'owner' ? columns.get('payer') : undefined);
  const { owner, currency } = stored.buckets.at(bucket);
  return {
    file: entry.name,
    row,
    column: column === undefined ? undefined : entry.headings[column],
    value: field === 'owner' ? owner : currency,
  };
}

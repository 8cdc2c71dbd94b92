// Rows of funds.csv and reimbursements.csv become movements and reimbursements (formats.md §1).
import type { Movement, Reimbursement } from '../rules/movement.ts';
import { type EntityCode, type MovementKey, movementKinds } from '../rules/names.ts';
import type { RowReader } from './row.ts';
import { readAccountKey } from './structure-rows.ts';

export function readMovement(row: RowReader): Movement {
  const currency = row.currency('currency');
  return {
    key: row.required('key') as MovementKey,
    date: row.requiredDay('date'),
    kind: row.oneOf('kind', movementKinds),
    account: readAccountKey(row, 'account'),
    to: row.text('to') === '' ? null : readAccountKey(row, 'to'),
    amount: row.requiredAmount('amount', currency || 'XXX'),
    currency,
    origin: row.text('origin') === '' ? null : (row.text('origin') as EntityCode),
    reference: row.text('reference'),
    note: row.text('note'),
  };
}

export function readReimbursement(row: RowReader): Reimbursement {
  const currency = row.currency('currency');
  const next = 'Enter a positive amount; swap debtor and creditor where needed.';
  const amount = row.positiveAmount('amount', currency || 'XXX', 'R4', next);
  return {
    key: row.required('key'),
    date: row.requiredDay('date'),
    kind: row.oneOf('kind', ['payment', 'opening'], 'payment'),
    debtor: row.required('debtor') as EntityCode,
    creditor: row.required('creditor') as EntityCode,
    amount,
    currency,
    reference: row.text('reference'),
  };
}

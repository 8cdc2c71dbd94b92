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
  const amount = row.requiredAmount('amount', currency || 'XXX');
  if (amount <= 0n && row.text('amount') !== '')
    row.refuse(
      'amount',
      'amountNotPositive',
      'R4',
      'The amount must be more than zero.',
      'Enter a positive amount; swap debtor and creditor where needed.',
    );
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

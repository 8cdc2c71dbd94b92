// The records of the example book, and how it is written: the same book stands in v1/ for ever, as the first release of
// the format wrote it.
import type { RecordBody } from '../../shared/book/record.ts';
import { writeCover } from '../../electron/ledger/cover.ts';
import { createJournal, openJournal } from '../../electron/ledger/journal.ts';
import { isBookLock, lockBook } from '../../electron/ledger/lock.ts';
import { nodeDisk } from '../../electron/ledger/node-disk.ts';

const common = { v: 1, by: 'Ana 安娜', desk: '' } as const;

export const exampleRecords: readonly RecordBody[] = [
  {
    ...common,
    seq: 1,
    at: '2026-10-05T08:00:00.000Z',
    kind: 'bookCreated',
    key: 'create',
    data: { id: 'b-0001', name: 'Harbour Group', nameZh: '海港集团', baseCurrency: 'CNY' },
    post: [],
  },
  {
    ...common,
    seq: 2,
    at: '2026-10-05T08:01:00.000Z',
    kind: 'fundsMoved',
    key: 'top-up-1',
    data: { kind: 'top-up', date: '2026-10-05', account: 'tencent:100000000001', amount: '1000.00', currency: 'CNY' },
    post: [
      { position: 'bank:HG', amount: -100000n, currency: 'CNY' },
      { position: 'cash:tencent:100000000001:HG', amount: 100000n, currency: 'CNY' },
    ],
  },
  {
    ...common,
    seq: 3,
    at: '2026-10-31T23:59:59.999Z',
    kind: 'fundsMoved',
    key: 'gift "1"\n',
    data: {
      kind: 'gift',
      date: '2026-10-31',
      account: 'tencent:100000000001',
      amount: '90071992547409.91',
      note: '赠送 \\ "quoted"',
    },
    post: [
      { position: 'granted:tencent', amount: -9007199254740991n, currency: 'CNY' },
      { position: 'gift:tencent:100000000001', amount: 9007199254740991n, currency: 'CNY' },
    ],
  },
  {
    ...common,
    seq: 4,
    at: '2026-11-01T00:00:00.000Z',
    desk: 'tencent:100000000001',
    kind: 'chargesRun',
    key: 'run-2026-10',
    data: {
      period: '2026-10',
      charges: [
        { product: 'cvm', amount: '12.34' },
        { product: 'cos', amount: '5' },
      ],
    },
    post: [
      { position: 'cash:tencent:100000000001:HG', amount: -1234n, currency: 'CNY' },
      { position: 'cost:HG', amount: 1234n, currency: 'CNY' },
      { position: 'owed:aws:000000000002', amount: -5n, currency: 'JPY' },
      { position: 'cost:HG', amount: 5n, currency: 'JPY' },
    ],
  },
  {
    ...common,
    seq: 5,
    at: '2026-10-31T23:00:00.000Z',
    kind: 'policySet',
    key: 'policy-1',
    data: { provider: 'aws', chargeBasis: null, ordered: ['voucher', 'gift'], exact: true, count: 2 },
    post: [],
  },
];

/** Writes the example book into a folder that exists. */
export function writeExampleBook(book: string): void {
  createJournal(nodeDisk, book);
  writeCover(nodeDisk, book, { format: 1, id: 'b-0001', name: 'Harbour Group' });
  const lock = lockBook(nodeDisk, book, { holder: 'Ana', since: '2026-10-05T08:00:00.000Z' });
  if (!isBookLock(lock)) throw new Error(lock.what);
  const journal = openJournal(nodeDisk, book, { lock });
  for (const record of exampleRecords) journal.append(record);
  journal.close();
  lock.release();
}

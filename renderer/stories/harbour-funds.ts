// The money of the made-up group: balances, transfers, lots. Nothing here is real.
import type { ListRow } from '../../shared/reports/listing.ts';
import { accounts, adminOf, entities, money, period } from './harbour.ts';
import { seeded } from './random.ts';

export const balances: readonly ListRow[] = makeBalances();

function makeBalances(): readonly ListRow[] {
  const next = seeded(23);
  return accounts.map((account, place): ListRow => {
    const currency = account['currency']!;
    const paidFor = account['mode'] === 'pay-on-behalf';
    const admin = account['role'] !== 'member';
    const text = (cents: number): string => money(cents, currency);
    const cash = paidFor ? 0 : next(admin ? 90_000_000 : 9_000_000);
    const gift = next(5) === 0 ? 50_000 : 0;
    const limit = admin ? 10_000_000 : 0;
    const owed = place % 13 === 4 ? next(14_000_000) : 0;
    const burn = paidFor ? 0 : 40_000 + next(900_000);
    const available = cash + gift + limit - owed;
    const differs = place % 17 === 3;
    return {
      ...account,
      payer: paidFor ? adminOf(account['entity']!).id : '',
      cash: text(cash),
      frozen: text(place % 19 === 2 ? 30_000 : 0),
      gift: text(gift),
      voucher: text(place % 7 === 0 ? 120_000 : 0),
      creditLimit: admin ? text(limit) : '',
      creditAvailable: admin ? text(Math.max(0, limit - owed)) : '',
      owed: text(owed),
      overdue: admin ? text(Math.max(0, owed - limit)) : '',
      available: text(available),
      balance: text(cash + gift - owed),
      burnPerDay: text(burn),
      runwayDays: paidFor || burn === 0 ? '' : String(Math.max(0, Math.floor(available / burn))),
      allocatedToDate: text(cash * 2),
      consumed: text(cash),
      allocatedUnspent: text(paidFor ? 0 : Math.floor(cash / 3)),
      recoverable: text(paidFor ? 0 : Math.floor(cash / 3)),
      vendorBalance: place % 3 === 0 ? text(cash + gift - owed + (differs ? 120_000 : 0)) : '',
      vendorBalanceDate: place % 3 === 0 ? `${period}-31` : '',
      difference: place % 3 === 0 ? text(differs ? -120_000 : 0) : '',
      check: place % 3 !== 0 ? 'none' : differs ? 'failed' : place % 9 === 6 ? 'stale' : 'passed',
      paysFor: admin ? String(3 + (place % 5)) : '',
      status: owed > limit ? 'overdue' : owed > 0 ? 'owing' : paidFor ? 'paid-for' : 'ok',
    };
  });
}

const kinds = ['top-up', 'allocation', 'allocation', 'allocation', 'recovery', 'gift'] as const;

export const movements: readonly ListRow[] = makeMovements();

function makeMovements(): readonly ListRow[] {
  const next = seeded(31);
  const admins = accounts.filter((row) => row['role'] !== 'member');
  return Array.from({ length: 84 }, (_, place): ListRow => {
    const kind = kinds[place % kinds.length]!;
    const from = admins[next(admins.length)]!;
    const members = accounts.filter((row) => row['entity'] === from['entity'] && row['role'] === 'member');
    const to = kind === 'allocation' || kind === 'recovery' ? members[next(members.length)]!.id : '';
    return {
      id: `F${String(place + 1).padStart(5, '0')}`,
      movement: `F${String(place + 1).padStart(5, '0')}`,
      number: `F${String(place + 1).padStart(5, '0')}`,
      date: `${period.slice(0, 5)}${String(8 + (place % 3)).padStart(2, '0')}-${String(1 + (place % 28)).padStart(2, '0')}`,
      kind,
      account: from.id,
      to,
      currency: from['currency']!,
      amount: money(100_000 + next(30_000_000), from['currency']),
      origin: kind === 'top-up' ? from['entity']! : '',
      reference: kind === 'top-up' ? `CMB${String(20_260_000 + place)}` : '',
      note: '',
      status: place % 29 === 7 ? 'reversed' : 'posted',
      doneAtVendor: place % 4 === 0 ? `${period}-31` : '',
    };
  });
}

export const lots: readonly ListRow[] = accounts
  .filter((row) => row['mode'] === 'self-pay')
  .flatMap((account, place) =>
    [1, 2].map((lot): ListRow => {
      return {
        ...account,
        id: `${account.id}|${lot}`,
        lot: String(lot),
        origin: lot === 1 ? entities[0]!.id : account['entity']!,
        date: `${period}-${String(lot * 7).padStart(2, '0')}`,
        allocation: lot === 1 ? `F${String(place + 2).padStart(5, '0')}` : '',
        remaining: money(place * 91_234 + lot * 5_000, account['currency']),
      };
    }),
  );

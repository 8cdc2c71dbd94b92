// Every command: its name and the schema of its input. Adding one is a row here and a case in shared/book/decide.ts.
import { z } from 'zod';
import {
  accountId,
  amount,
  currency,
  day,
  month,
  movementKind,
  name,
  offerKind,
  paymentMode,
  permission,
  provider,
  role,
  text,
} from './fields.ts';

const entity = z.strictObject({
  code: name,
  name,
  nameZh: text.optional(),
  country: text.optional(),
  currency,
  taxId: text.optional(),
  address: text.optional(),
  phone: text.optional(),
  bank: text.optional(),
  bankAccount: text.optional(),
  parent: text.optional(),
});
const account = z.strictObject({
  provider,
  id: accountId,
  name: text.optional(),
  entity: name,
  role,
  currency,
  opened: day.optional(),
  closed: day.optional(),
  creditLimit: amount.optional(),
});
const link = z.strictObject({
  provider,
  account: accountId,
  admin: accountId,
  mode: paymentMode,
  permissions: z.array(permission),
  crossEntityFunds: z.boolean().optional(),
  from: day.optional(),
  to: day.optional(),
});
const offer = z.strictObject({
  provider,
  holder: accountId,
  product: text.optional(),
  kind: offerKind,
  value: name,
  from: day.optional(),
  to: day.optional(),
});
const voucher = z.strictObject({
  key: name,
  provider,
  account: accountId,
  amount,
  currency,
  from: day.optional(),
  to: day.optional(),
  products: z.array(name).optional(),
  priced: z.boolean().optional(),
});
const movement = z.strictObject({
  key: name.optional(),
  date: day,
  provider,
  account: accountId,
  amount,
  currency,
  reference: text.optional(),
  note: text.optional(),
});
const topUp = movement.extend({ origin: text.optional() });
const transfer = movement.extend({ to: accountId });
const oneOrMany = <T extends z.ZodType>(
  row: T,
): z.ZodUnion<[T, z.ZodObject<{ rows: z.ZodArray<T> }, z.core.$strict>]> =>
  z.union([row, z.strictObject({ rows: z.array(row).min(1).max(10_000) })]);
const reimbursement = z.strictObject({
  key: name.optional(),
  date: day,
  kind: z.enum(['payment', 'opening']).optional(),
  debtor: name,
  creditor: name,
  amount,
  currency,
  reference: text.optional(),
});

/** The command table: name → schema of its input (interface.md §2). */
export const commands = {
  createBook: z.strictObject({ path: text.optional(), name, nameZh: text.optional(), baseCurrency: currency }),
  importDirectory: z.strictObject({ files: z.record(name, z.string()), until: month.optional() }),
  addEntity: entity,
  changeEntity: entity.partial().required({ code: true }),
  addAccount: account,
  changeAccount: z.strictObject({
    provider,
    id: accountId,
    name: text.optional(),
    role: role.optional(),
    opened: day.optional(),
  }),
  closeAccount: z.strictObject({ provider, id: accountId, closed: day }),
  moveAccount: z.strictObject({ provider, account: accountId, from: day, entity: name }),
  setCreditLimit: z.strictObject({ provider, account: accountId, from: day, amount }),
  startLink: link,
  endLink: z.strictObject({ provider, account: accountId, admin: accountId, to: day }),
  switchPaymentMode: z.strictObject({
    provider,
    account: accountId,
    admin: accountId,
    mode: paymentMode,
    permissions: z.array(permission).optional(),
    from: day,
  }),
  addOffer: offer,
  endOffer: z.strictObject({ provider, holder: accountId, product: text.optional(), from: day.optional(), to: day }),
  blockProduct: z.strictObject({ provider, holder: accountId, product: name }),
  addVoucher: voucher,
  topUp,
  allocateFunds: oneOrMany(transfer),
  recoverFunds: oneOrMany(transfer),
  withdraw: movement,
  addGift: movement,
  expireGift: movement,
  freezeFunds: movement,
  unfreezeFunds: movement,
  openBalance: topUp.extend({ kind: z.enum(['opening-cash', 'opening-owed']) }),
  enterFunds: z.strictObject({
    rows: z
      .array(topUp.extend({ kind: movementKind, to: text.optional() }))
      .min(1)
      .max(100_000),
  }),
  /** Several at once: all or none. */
  reverseMovement: z.union([
    z.strictObject({ movement: name, reason: name }),
    z.strictObject({ movements: z.array(name).min(1).max(10_000), reason: name }),
  ]),
  /** Without a date the mark is taken away. */
  markDoneAtVendor: z.strictObject({
    movements: z.array(name).min(1),
    date: day.optional(),
    reference: text.optional(),
  }),
  importBills: z.strictObject({
    paths: z.array(name).min(1),
    final: z.boolean().optional(),
    duplicates: z.enum(['keep', 'skip', 'replace']).optional(),
  }),
  undoImport: z.strictObject({ import: name, reason: text.optional() }),
  /** All open exceptions of a cause, in all months or in one, or all open findings of a kind in one; `ids` names some by their subjects. */
  resolveExceptions: z.strictObject({
    cause: name,
    period: month.optional(),
    resolution: z.enum([
      'adopt',
      'map',
      'set-aside',
      'keep',
      'skip',
      'replace',
      'no-bill-this-month',
      'claim',
      'keep-book',
      'accept-total',
      'add-voucher',
      'ignore',
      'reopen-account',
    ]),
    /** `map`: the account that the lines are charged to, by its key (`tencent:100`). */
    to: name.optional(),
    reason: text.optional(),
    ids: z.array(name).optional(),
  }),
  /** `complete`: the files imported are all there are; expected bills are not asked for (C6). */
  runCharges: z.strictObject({ period: month, complete: z.boolean().optional() }),
  recordVendorBalance: z.strictObject({
    rows: z
      .array(z.strictObject({ provider, account: accountId, date: day, amount }))
      .min(1)
      .max(10_000),
  }),
  recordReimbursement: reimbursement,
  setPolicy: z.strictObject({ provider, policy: z.record(name, z.json()) }),
} as const;

export type CommandName = keyof typeof commands;
export type CommandInput<N extends CommandName> = z.infer<(typeof commands)[N]>;

/** Whether a text names a command. */
export function isCommandName(candidate: string): candidate is CommandName {
  return Object.hasOwn(commands, candidate);
}

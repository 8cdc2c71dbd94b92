// How much is asked before the window carries a command out (ux/conventions.md §3.10): T1 a summary that Mod+Enter or a
// click commits, T2 a reason as well. What stands nowhere is T0: the screen is its own summary, and it can be taken back.
import type { AppCommandName } from './app.ts';
import type { CommandName } from './commands.ts';

export type Tier = 'T1' | 'T2';

/** The tier of each command that has a sheet before it. */
export const tiers = {
  newBook: 'T1',
  addEntity: 'T1',
  addAccount: 'T1',
  importDirectory: 'T1',
  runCharges: 'T1',
  topUp: 'T1',
  withdraw: 'T1',
  addGift: 'T1',
  expireGift: 'T1',
  addVoucher: 'T1',
  addOffer: 'T1',
  switchPaymentMode: 'T1',
  openBalance: 'T1',
  freezeFunds: 'T1',
  unfreezeFunds: 'T1',
  recordVendorBalance: 'T1',
  allocateFunds: 'T1',
  recoverFunds: 'T1',
  enterFunds: 'T1',
  markDoneAtVendor: 'T1',
  setPolicy: 'T1',
  reverseMovement: 'T2',
  undoImport: 'T2',
  acceptBook: 'T2',
  salvageBook: 'T2',
  restoreBackup: 'T2',
} as const satisfies Readonly<Partial<Record<CommandName | AppCommandName, Tier>>>;

export type TieredCommand = keyof typeof tiers;

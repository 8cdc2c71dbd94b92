// What a plan of transfers answers, whether money is handed out or brought back: rows for the spreadsheet, the movements
// that posting it enters, and what stands in its way. It is worked out anew from the draft each time and enters nothing.
import type { CommandInput } from '../../contract/commands.ts';
import type { ListRow } from '../listing.ts';

/** A movement as `allocateFunds` and `recoverFunds` take it. */
export type PlannedMovement = Extract<CommandInput<'allocateFunds'>, { rows: unknown }>['rows'][number];

/** An account that lacks cash for what the plan takes from it. */
export interface Shortage {
  readonly account: string;
  readonly currency: string;
  readonly amount: string;
}

/** A plan worked out. `check` of a row is '' where nothing stands against it, else a code, with `reason` in words. */
export interface FundsPlan {
  readonly rows: readonly ListRow[];
  /** Sums over the rows, by currency and column. */
  readonly sums: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly movements: readonly PlannedMovement[];
  readonly shortages: readonly Shortage[];
  /** The accounts that the money comes from: what they hold free, give, and keep. */
  readonly sources: readonly ListRow[];
}

// The open exceptions of a month by cause: how many, how much they hold up, and what is usually done with them.
import type { CommandInput } from '../../../shared/contract/commands.ts';
import { bridge } from '../../bridge.ts';
import { type Cause, causes } from '../words.ts';

export type Resolution = CommandInput<'resolveExceptions'>['resolution'];

export interface ExceptionGroup {
  readonly cause: Cause;
  readonly count: number;
  /** By currency, of the billed cost held up. */
  readonly sums: Readonly<Record<string, string>>;
}

/** What can be done with a cause; the first is what Enter takes, where there is a usual thing to do. */
export const resolutionsOf: Readonly<Record<Cause, readonly Resolution[]>> = {
  'missing-bill': ['no-bill-this-month'],
  overlap: ['skip', 'keep', 'replace'],
  'unknown-owner': ['adopt', 'set-aside'],
  'currency-differs': ['set-aside'],
  'no-currency': ['set-aside'],
};

/** Causes for which there is a usual thing to do. */
export const haveDefault: ReadonlySet<Cause> = new Set<Cause>(['overlap', 'unknown-owner']);

/** The causes that hold something up in a month. */
export async function exceptionGroups(period: string): Promise<readonly ExceptionGroup[]> {
  const groups = await Promise.all(
    causes.map(async (cause) => {
      const filter = [{ column: 'cause', test: 'is' as const, value: cause }];
      const { total, sums } = await bridge.query('exceptions', { period, limit: 1, filter });
      const billed = Object.entries(sums).flatMap(([currency, sum]) =>
        sum['billed'] === undefined ? [] : [[currency, sum['billed']] as const],
      );
      return { cause, count: total, sums: Object.fromEntries(billed) };
    }),
  );
  return groups.filter(({ count }) => count > 0);
}

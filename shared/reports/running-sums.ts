// Sums by identity that open with what came before the period and close with what is left: the shape of dues and float.
import type { Minor } from '../money/minor.ts';
import { formatMinor } from '../money/minor.ts';

/** One row in the making: the identifying cells, the opening, and the period's columns. */
export interface RunningSum {
  readonly identity: Readonly<Record<string, string>>;
  readonly currency: string;
  opening: Minor;
  readonly period: Record<string, Minor>;
}

export class RunningSums {
  readonly #columns: readonly string[];
  readonly #sums = new Map<string, RunningSum>();

  /** `columns` are the flows of the period, each with its sign in the closing told by `closing`. */
  constructor(columns: readonly string[]) {
    this.#columns = columns;
  }

  at(identity: Readonly<Record<string, string>>, currency: string): RunningSum {
    const key = JSON.stringify([identity, currency]);
    const known = this.#sums.get(key);
    if (known) return known;
    const period = Object.fromEntries(this.#columns.map((column) => [column, 0n]));
    const fresh: RunningSum = { identity, currency, opening: 0n, period };
    this.#sums.set(key, fresh);
    return fresh;
  }

  /** Rows with opening, the flows and closing; rows all 0 are left out. */
  rows(closing: (sum: RunningSum) => Minor): readonly Record<string, string>[] {
    return [...this.#sums.values()].flatMap((sum) => {
      const flows = this.#columns.map((column) => sum.period[column] ?? 0n);
      if (sum.opening === 0n && flows.every((flow) => flow === 0n)) return [];
      const text = (amount: Minor): string => formatMinor(amount, sum.currency);
      const cells = this.#columns.map((column, at) => [column, text(flows[at]!)] as const);
      return [
        {
          ...sum.identity,
          currency: sum.currency,
          opening: text(sum.opening),
          ...Object.fromEntries(cells),
          closing: text(closing(sum)),
        },
      ];
    });
  }
}

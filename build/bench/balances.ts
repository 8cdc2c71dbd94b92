// Balances as every program that adds up a journal can be asked for them, in one form, so that answers can be compared.
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { listSegments } from '../../electron/ledger/segment.ts';
import { nodeDisk } from '../../electron/ledger/node-disk.ts';
import { sha256 } from '../../electron/ledger/sha256.ts';

/** A position, its currency, and its amount in minor units. */
export type Balance = readonly [position: string, currency: string, amount: bigint];

/** Balances as one short text; those of nothing are left out, since not every program says them. */
export function balancesText(balances: Iterable<Balance>): string {
  const rows = [...balances].filter(([, , amount]) => amount !== 0n).map((row) => row.join(' '));
  return `${rows.length} balances, ${sha256(rows.sort().join('\n'))}`;
}

/** Minor units of a currency with two decimals. */
export function minorOf(text: string): bigint {
  const [, sign, whole, decimals = ''] = /^(-?)([\d,]+)(?:[.](\d{1,2}))?$/.exec(text)!;
  const size = BigInt(`${whole!.replaceAll(',', '')}${decimals.padEnd(2, '0')}`);
  return sign === '-' ? -size : size;
}

/** The balances of a journal in the plainest way: every line parsed, every posting added. */
export async function plainBalances(book: string): Promise<string> {
  const sums = new Map<string, Balance>();
  for (const segment of listSegments(nodeDisk, book)) {
    const input = createReadStream(join(book, 'journal', `${segment}.jsonl`));
    for await (const line of createInterface({ input })) {
      const { post } = JSON.parse(line) as { post: [string, number, string][] };
      for (const [position, amount, currency] of post) {
        const key = `${position} ${currency}`;
        sums.set(key, [position, currency, (sums.get(key)?.[2] ?? 0n) + BigInt(amount)]);
      }
    }
  }
  return balancesText(sums.values());
}

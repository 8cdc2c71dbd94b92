// The targets of a plan from rows of balances: each with the admin account that may fund it.
import { bridge } from '../../bridge.ts';
import type { GridRow } from '../../components/grid/column.ts';

/** One row for each account; `source` is the admin that it lets allocate funds, '' where there is none. */
export async function planRows(chosen: readonly GridRow[], asOf: string): Promise<readonly GridRow[]> {
  const accounts = new Set(chosen.map(({ id }) => id));
  const sources = new Map<string, string>();
  for (let offset = 0, total = 1; offset < total; offset += 200) {
    const filter = [{ column: 'allocateFunds', test: 'is' as const, value: 'yes' }];
    const page = await bridge.query('relations', { asOf, offset, filter });
    total = page.total;
    for (const row of page.rows) {
      const key = `${row['provider']}:${row['account']}`;
      if (accounts.has(key)) sources.set(key, row['admin'] ?? '');
    }
  }
  return chosen.map((row): GridRow => {
    const { id, name = '', currency = '', available = '', burnPerDay = '', runwayDays = '' } = row;
    return { id, name, currency, available, burnPerDay, runwayDays, source: sources.get(id) ?? '', amount: '' };
  });
}

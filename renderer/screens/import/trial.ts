// What a dry run of an import found: the facts of each file, and what the book would make of them.
import type { ImportFact } from '../../../shared/book/facts.ts';
import type { Done } from '../../../shared/contract/answer.ts';
import { bridge } from '../../bridge.ts';

export interface Trial {
  readonly imports: readonly ImportFact[];
  /** By import, how many owners of its lines the book does not know. */
  readonly unknownOwners: Readonly<Record<string, number>>;
  /** By provider, how many minutes east of UTC its days begin. */
  readonly zones: Readonly<Record<string, number>>;
  /** By import, the name of its file: those tried, and those in the book that they share lines with. */
  readonly names: Readonly<Record<string, string>>;
}

/** Reads what a dry run answered. */
export async function trialOf({ result }: Done): Promise<Trial> {
  const imports = (result['imports'] ?? []) as readonly ImportFact[];
  const shared = new Set(imports.flatMap((fact) => fact.shared.map((one) => one.import)));
  const filter = [{ column: 'import', test: 'one-of' as const, value: [...shared].join('\n') }];
  const { rows } = shared.size === 0 ? { rows: [] } : await bridge.query('imports', { filter });
  const known = rows.map((row) => [row['import'] ?? '', row['file'] ?? ''] as const);
  return {
    imports,
    unknownOwners: (result['unknownOwners'] ?? {}) as Trial['unknownOwners'],
    zones: (result['zones'] ?? {}) as Trial['zones'],
    names: Object.fromEntries([...known, ...imports.map(({ id, name }) => [id, name] as const)]),
  };
}

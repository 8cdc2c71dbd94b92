// The contract as JSON Schema, for other programs.
import { z } from 'zod';
import { commands } from './commands.ts';
import { queries } from './queries.ts';

type Described = Readonly<Record<string, unknown>>;

/** Every command and query by name with the JSON Schema of its input. */
export function describeContract(): { readonly commands: Described; readonly queries: Described } {
  const described = (table: Readonly<Record<string, z.ZodType>>): Described =>
    Object.fromEntries(Object.entries(table).map(([name, schema]) => [name, z.toJSONSchema(schema)]));
  return { commands: described(commands), queries: described(queries) };
}

// `purser commands`: every command and query with its input schema, as JSON Schema.
import { z } from 'zod';
import { commands } from '../../shared/contract/commands.ts';
import { queries } from '../../shared/contract/queries.ts';
import type { ExitStatus } from './failure.ts';
import type { Streams } from './streams.ts';

export function callCommands(streams: Streams): ExitStatus {
  const described = (table: Readonly<Record<string, z.ZodType>>): Readonly<Record<string, unknown>> =>
    Object.fromEntries(Object.entries(table).map(([name, schema]) => [name, z.toJSONSchema(schema)]));
  streams.out(`${JSON.stringify({ commands: described(commands), queries: described(queries) }, null, 2)}\n`);
  return 0;
}

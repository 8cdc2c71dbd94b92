// Inputs from outside read by their schemas: what does not fit is refused with its place, never passed over.
import type { z } from 'zod';
import type { Refusal } from '../rules/refusal.ts';
import { type CommandInput, type CommandName, commands } from './commands.ts';
import { type QueryInput, type QueryName, queries } from './queries.ts';

/** The input as its schema reads it, or the refusals. */
export type Read<Input> =
  { readonly ok: true; readonly input: Input } | { readonly ok: false; readonly refusals: readonly Refusal[] };

export function readCommandInput<N extends CommandName>(name: N, input: unknown): Read<CommandInput<N>> {
  return readBySchema(commands[name] as unknown as z.ZodType<CommandInput<N>>, name, input);
}

export function readQueryInput<N extends QueryName>(name: N, input: unknown): Read<QueryInput<N>> {
  return readBySchema(queries[name] as unknown as z.ZodType<QueryInput<N>>, name, input);
}

/** Any input by its schema; `name` is what the refusals call it. */
export function readBySchema<Input>(schema: z.ZodType<Input>, name: string, input: unknown): Read<Input> {
  const result = schema.safeParse(input);
  if (result.success) return { ok: true, input: result.data };
  const refusals = result.error.issues.map((issue): Refusal => {
    const column = issue.path.join('.');
    return {
      code: 'badInput',
      what: `The input of ${name} does not fit: ${column || 'the whole'}: ${issue.message}.`,
      unchanged: 'Nothing was changed.',
      next: 'Correct the input; `purser commands` shows its schema.',
      where: { column, value: textAt(input, issue.path) },
    };
  });
  return { ok: false, refusals };
}

/** The text that stands where an issue points; undefined where there is none. */
function textAt(input: unknown, path: readonly PropertyKey[]): string | undefined {
  let value = input;
  for (const step of path) value = (value as Readonly<Record<PropertyKey, unknown>> | undefined)?.[step];
  return typeof value === 'string' ? value : undefined;
}

// What a window sends over its two channels, read: a known name, an input that fits its schema, and nothing else. What
// does not fit is refused as data.
import { z } from 'zod';
import type { Refusal } from '../rules/refusal.ts';
import { type AppCommandInput, type AppCommandName, type AppQueryName, appCommands, appQueries } from './app.ts';
import { type CommandInput, type CommandName, isCommandName } from './commands.ts';
import { name } from './fields.ts';
import { type QueryInput, type QueryName, isQueryName } from './queries.ts';
import { type Read, readBySchema, readCommandInput, readQueryInput } from './read-input.ts';

const asked = z.strictObject({
  name,
  input: z.unknown(),
  id: name.optional(),
  dryRun: z.boolean().optional(),
});
/** Made by the preload script alone, of files that the clerk let fall on the window. */
const dropped = z.strictObject({ dropped: z.array(z.string().max(10_000)).max(1_000) });

/** Commands that a window may give; `createBook` is not one: it names a folder. */
export type WindowCommandName = Exclude<CommandName, 'createBook'>;

export type WindowCommand =
  | {
      readonly to: 'book';
      readonly name: WindowCommandName;
      readonly input: CommandInput<WindowCommandName>;
      readonly id: string | undefined;
      readonly dryRun: boolean;
    }
  | {
      [N in AppCommandName]: { readonly to: 'program'; readonly name: N; readonly input: AppCommandInput<N> };
    }[AppCommandName]
  | { readonly to: 'dropped'; readonly paths: readonly string[] };

export type WindowQuery =
  | { readonly to: 'book'; readonly name: QueryName; readonly input: QueryInput<QueryName> }
  | { readonly to: 'program'; readonly name: AppQueryName };

/** A message of the command channel. */
export function readWindowCommand(message: unknown): Read<WindowCommand> {
  const drop = dropped.safeParse(message);
  if (drop.success) return { ok: true, input: { to: 'dropped', paths: drop.data.dropped } };
  const parsed = asked.safeParse(message);
  if (!parsed.success) return { ok: false, refusals: [notUnderstood] };
  const { name: command, input, id, dryRun = false } = parsed.data;
  if (Object.hasOwn(appCommands, command)) {
    const read = readBySchema<unknown>(appCommands[command as AppCommandName], command, input);
    return read.ok ? { ok: true, input: { to: 'program', name: command, input: read.input } as WindowCommand } : read;
  }
  if (!isCommandName(command) || command === 'createBook') return { ok: false, refusals: [notUnderstood] };
  const read = readCommandInput(command, input);
  return read.ok ? { ok: true, input: { to: 'book', name: command, input: read.input, id, dryRun } } : read;
}

/** A message of the query channel. */
export function readWindowQuery(message: unknown): Read<WindowQuery> {
  const parsed = asked.safeParse(message);
  if (!parsed.success) return { ok: false, refusals: [notUnderstood] };
  const { name: query, input } = parsed.data;
  if (Object.hasOwn(appQueries, query)) {
    const read = readBySchema<unknown>(appQueries[query as AppQueryName], query, input);
    return read.ok ? { ok: true, input: { to: 'program', name: query as AppQueryName } } : read;
  }
  if (!isQueryName(query)) return { ok: false, refusals: [notUnderstood] };
  const read = readQueryInput(query, input);
  return read.ok ? { ok: true, input: { to: 'book', name: query, input: read.input } } : read;
}

const notUnderstood: Refusal = {
  code: 'notUnderstood',
  what: 'The window asked for something that the program does not know.',
  unchanged: 'Nothing was read or changed.',
  next: 'Restart Purser; if it happens again, install it anew.',
};

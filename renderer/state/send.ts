// Sends a command with a key of its own, so that a retry of the same try is harmless (rule F10).
import type { CommandAnswer, Done } from '../../shared/contract/answer.ts';
import type { CommandInput, CommandName } from '../../shared/contract/commands.ts';
import type { Refusal } from '../../shared/rules/refusal.ts';
import { bridge } from '../bridge.ts';
import { problemOf } from './problem.ts';

export type Sent = { readonly done: Done } | { readonly refusals: readonly Refusal[] };

/** Carries a command out, or says why not; a failure is told like a refusal. `trial` enters nothing. */
export function send<N extends CommandName>(name: N, input: CommandInput<N>, trial = false): Promise<Sent> {
  return sentBy(bridge.command(name, input as never, { id: freshKey(), dryRun: trial }));
}

/** What came of a command; a failure is told like a refusal. */
export async function sentBy(answering: Promise<CommandAnswer>): Promise<Sent> {
  try {
    const answer = await answering;
    return answer.done ? { done: answer } : { refusals: answer.refusals };
  } catch (problem) {
    return { refusals: [problemOf(problem)] };
  }
}

function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The keys that a command gives the movements that it enters. */
export function movementKeys(key: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, place) => (place === 0 ? key : `${key}.${place + 1}`));
}

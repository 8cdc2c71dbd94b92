// Asks the program for something around the book: what it refuses, or fails at, is always an answer.
import type { Done } from '../../shared/contract/answer.ts';
import type { AppCommandInput, AppCommandName } from '../../shared/contract/app.ts';
import { bridge } from '../bridge.ts';
import { problems } from './problems.svelte.ts';
import { type Sent, sentBy } from './send.ts';

/** Carries a command of the program out, or says why not: for a sheet, which shows that itself. */
export function tryProgram<N extends AppCommandName>(name: N, input: AppCommandInput<N>): Promise<Sent> {
  return sentBy(bridge.command(name, input as never));
}

/** The same where no sheet stands for it: undefined where it was refused, which has been told over the window then. */
export async function askProgram<N extends AppCommandName>(
  name: N,
  input: AppCommandInput<N>,
): Promise<Done['result'] | undefined> {
  const sent = await tryProgram(name, input);
  if ('done' in sent) return sent.done.result;
  problems.show(sent.refusals);
  return undefined;
}

// Asks the program for something that no sheet stands for: what it refuses is told over the window.
import type { Done } from '../../shared/contract/answer.ts';
import type { AppCommandInput, AppCommandName } from '../../shared/contract/app.ts';
import { bridge } from '../bridge.ts';
import { problems } from './problems.svelte.ts';

/** What the program answers; undefined where it refused or failed, which has been told then. */
export async function askProgram<N extends AppCommandName>(
  name: N,
  input: AppCommandInput<N>,
): Promise<Done['result'] | undefined> {
  try {
    const answer = await bridge.command(name, input as never);
    if (answer.done) return answer.result;
    problems.show(answer.refusals);
  } catch (problem) {
    problems.tell(problem);
  }
  return undefined;
}

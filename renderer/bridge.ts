// The only reader of window.purser: the window asks the program through these three functions and nothing else.
import type { CommandAnswer } from '../shared/contract/answer.ts';
import type { AppAnswers, AppCommandInput, AppCommandName, AppEvent, AppQueryName } from '../shared/contract/app.ts';
import type { CommandInput, CommandName } from '../shared/contract/commands.ts';
import type { QueryInput, QueryName } from '../shared/contract/queries.ts';
import type { QueryAnswer } from '../shared/reports/answer.ts';

type Input<N extends CommandName | AppCommandName> = N extends CommandName
  ? CommandInput<N>
  : N extends AppCommandName
    ? AppCommandInput<N>
    : never;

type Answer<N extends QueryName | AppQueryName> = N extends QueryName
  ? QueryAnswer<N>
  : N extends AppQueryName
    ? AppAnswers[N]
    : never;
type Question<N extends QueryName | AppQueryName> = N extends QueryName ? QueryInput<N> : Record<string, never>;

export interface CommandOptions {
  /** The same id again changes nothing (rule F10). */
  readonly id?: string;
  /** Decides and answers, and enters nothing. */
  readonly dryRun?: boolean;
}

/** What preload puts on the window. */
export interface Bridge {
  command<N extends CommandName | AppCommandName>(
    name: N,
    input: Input<N>,
    options?: CommandOptions,
  ): Promise<CommandAnswer>;
  query<N extends QueryName | AppQueryName>(name: N, input: Question<N>): Promise<Answer<N>>;
  /** Tells of what changes until the function that it answers with is called. */
  onChanged(listener: (event: AppEvent) => void): () => void;
}

declare global {
  interface Window {
    purser: Bridge;
  }
}

export const bridge: Bridge = {
  command: async (name, input, options) => window.purser.command(name, input, options),
  query: async (name, input) => window.purser.query(name, input),
  onChanged: (listener) => window.purser.onChanged(listener),
};

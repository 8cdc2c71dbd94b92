// `purser ask`: one query of the contract on a book; the answer is JSON.
import { isQueryName } from '../../shared/contract/queries.ts';
import { readQueryInput } from '../../shared/contract/read-input.ts';
import { ask } from '../book/ask.ts';
import { accepted, deskOf, openExisting, readInput } from './call-book.ts';
import { type Call, wordOf } from './call.ts';
import { type ExitStatus, UsageError } from './failure.ts';
import type { Streams } from './streams.ts';

export async function callAsk(call: Call, streams: Streams): Promise<ExitStatus> {
  const [folder, name] = [wordOf(call, 0, 'the book'), wordOf(call, 1, 'the query')];
  if (!isQueryName(name)) throw new UsageError(`There is no query “${name}”; \`purser commands\` lists them.`);
  const input = accepted(readQueryInput(name, readInput(call.values.input)));
  const opened = openExisting(folder);
  try {
    streams.out(`${JSON.stringify(await ask(opened.open, name, input, deskOf(call)))}\n`);
    return 0;
  } finally {
    opened.close();
  }
}

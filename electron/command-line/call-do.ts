// `purser do`: one command of the contract on a book; the answer is JSON.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { isCommandName } from '../../shared/contract/commands.ts';
import { readCommandInput } from '../../shared/contract/read-input.ts';
import { Refused } from '../../shared/rules/refusal.ts';
import { makeBookFolder } from '../book/book-folder.ts';
import { accepted, deskOf, openForWriting, readInput } from './call-book.ts';
import { type Call, wordOf } from './call.ts';
import { type ExitStatus, UsageError } from './failure.ts';
import { Progress, type Streams } from './streams.ts';

export async function callDo(call: Call, streams: Streams): Promise<ExitStatus> {
  const [folder, name] = [wordOf(call, 0, 'the book'), wordOf(call, 1, 'the command')];
  if (!isCommandName(name)) throw new UsageError(`There is no command “${name}”; \`purser commands\` lists them.`);
  const input = accepted(readCommandInput(name, readInput(call.values.input)));
  const by = call.values.by ?? userInfo().username;
  const id = call.values.key ?? randomUUID();
  if ('baseCurrency' in input) makeForNew(folder, input, id);
  const opened = openForWriting(folder, { holder: by, since: call.now() });
  try {
    const progress = new Progress(streams);
    const dryRun = call.values['dry-run'] ?? false;
    const command = { name, input, id, by, desk: deskOf(call), now: call.now(), dryRun };
    const answer = await opened.open.execute(command, {
      onProgress: ({ what, done, of }) => progress.going(what, done, of),
    });
    if (!answer.done) throw new Refused(...answer.refusals);
    streams.out(`${JSON.stringify(answer)}\n`);
    return 0;
  } finally {
    opened.close();
  }
}

function makeForNew(folder: string, input: { readonly name: string }, id: string): void {
  if (!existsSync(folder)) makeBookFolder(folder, { id, name: input.name });
}

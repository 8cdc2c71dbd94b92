// `purser commands`: every command and query with its input schema, as JSON Schema.
import { describeContract } from '../../shared/contract/describe.ts';
import type { ExitStatus } from './failure.ts';
import type { Streams } from './streams.ts';

export function callCommands(streams: Streams): ExitStatus {
  streams.out(`${JSON.stringify(describeContract(), null, 2)}\n`);
  return 0;
}

// The command line under plain Node: no window, so no printing. The installed program reaches the same calls through
// its own executable.
import { fileURLToPath } from 'node:url';
import { runCommandLine } from './command-line/command-line.ts';

const write = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(text);

process.exitCode = await runCommandLine(process.argv.slice(2), {
  streams: { out: write(process.stdout), error: write(process.stderr), isTerminal: process.stderr.isTTY ?? false },
  sampleGroup: fileURLToPath(new URL('../sample', import.meta.url)),
  clock: () => new Date().toISOString(),
  environment: process.env,
});

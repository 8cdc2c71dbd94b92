// The main process: composes the parts and starts. With arguments it is the command line, without a visible window.
import { app, session } from 'electron';
import { fileURLToPath } from 'node:url';
import { registerAppScheme, serveApp } from './app/protocol.ts';
import { runCommandLine } from './command-line/command-line.ts';
import { createPrinter } from './documents/window-printer.ts';

const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const write = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(text);

registerAppScheme();
app.enableSandbox();
// Closing the printer's window must not end a command that is still running.
app.on('window-all-closed', () => {});

await app.whenReady();
serveApp(session.defaultSession, beside('../renderer'));
const status = await runCommandLine(process.argv.slice(app.isPackaged ? 1 : 2), {
  streams: {
    out: write(process.stdout),
    error: write(process.stderr),
    isTerminal: process.stderr.isTTY ?? false,
  },
  openPrinter: createPrinter,
  sampleGroup: beside('../sample'),
  clock: () => new Date().toISOString(),
  environment: process.env,
});
app.exit(status);

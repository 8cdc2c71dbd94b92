// The main process: composes the parts and starts. With the words of a call it is the command line, without a visible
// window; else it opens the window.
import { app, dialog, session } from 'electron';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defectText, logDefect } from './app/defect-log.ts';
import { registerAppScheme, serveApp } from './app/protocol.ts';
import { runWindow } from './app/run-window.ts';
import { guardContents, guardSession } from './app/security.ts';
import { bookOf } from './app/single-instance.ts';
import { wordsOf } from './app/words.ts';
import { runCommandLine } from './command-line/command-line.ts';
import { createPrinter } from './app/window-printer.ts';

const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const write = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(text);
const clock = (): string => new Date(process.env['PURSER_NOW'] || Date.now()).toISOString();

const args = process.argv.slice(app.isPackaged ? 1 : 2);
const words = args.filter((arg) => !arg.startsWith('-'));
const isCall = args.includes('--help') || (words.length > 0 && !words[0]!.endsWith('.purser'));

app.setName('Purser');
registerAppScheme();
app.enableSandbox();
// Electron is ready only once this file has been evaluated to its end: nothing may be awaited at its top.
(isCall ? runCall() : openWindow()).catch(fail);

async function openWindow(): Promise<void> {
  await runWindow({
    renderer: beside('../renderer'),
    preload: beside('./preload.cjs'),
    sampleGroup: beside('../sample'),
    book: bookOf(args, process.cwd()),
    clock,
    report,
  });
}

async function runCall(): Promise<void> {
  // Closing the printer's window must not end a command that is still running.
  app.on('window-all-closed', () => {});
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  await app.whenReady();
  guardSession(session.defaultSession);
  serveApp(session.defaultSession, beside('../renderer'));
  const status = await runCommandLine(args, {
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
}

function report(defect: unknown): void {
  write(process.stderr)(`${defectText(defect)}\n`);
  logDefect(join(app.getPath('logs'), 'defects.log'), defect, clock());
}

/** What kept the program from starting is told, since there may be no window to show it. */
function fail(defect: unknown): void {
  report(defect);
  const { defect: what, defectNext } = wordsOf(app.getLocale().startsWith('zh') ? 'zh-CN' : 'en');
  if (!isCall) dialog.showErrorBox(what, defectNext);
  app.exit(1);
}

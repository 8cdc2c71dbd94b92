// A main process that prints the documents of a JSON file and saves them: `RENDERER DOCUMENTS FOLDER`.
import { app, session } from 'electron';
import { readFileSync } from 'node:fs';
import { registerAppScheme, serveApp } from '../../electron/app/protocol.ts';
import { createPrinter } from '../../electron/app/window-printer.ts';
import { documentFolder } from '../../electron/documents/save.ts';
import type { PrintableDocument } from '../../shared/documents/page.ts';

const [renderer = '', documents = '', folder = ''] = process.argv.slice(2);
registerAppScheme();
app.on('window-all-closed', () => {});
void app.whenReady().then(printAll);

async function printAll(): Promise<void> {
  serveApp(session.defaultSession, renderer);
  const printer = createPrinter();
  const target = documentFolder(folder);
  const given = JSON.parse(readFileSync(documents, 'utf8')) as { name: string; printable: PrintableDocument }[];
  for (const { name, printable } of given) {
    const parts = { entity: 'HT', type: printable.kind, number: name, period: '2026-10' };
    console.log(await target.save(parts, await printer.print(printable)));
  }
  printer.close();
  app.exit(0);
}

// A main process that prints one-page invoices with the program's own printer, in one job or one job each, and says how
// long it took: `RENDERER FOLDER COUNT one|each`. The PDFs go to the folder; writing them is not timed.
import { app, session } from 'electron';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { registerAppScheme, serveApp } from '../../../electron/app/protocol.ts';
import { createPrinter } from '../../../electron/app/window-printer.ts';
import type { PrintableDocument } from '../../../shared/documents/page.ts';
import { sampleInvoices } from '../sample-invoices.ts';

const [renderer = '', folder = '', count = '', jobs = ''] = process.argv.slice(2);
registerAppScheme();
app.on('window-all-closed', () => {});
void app.whenReady().then(printAll);

async function printAll(): Promise<void> {
  serveApp(session.defaultSession, renderer);
  const invoices = sampleInvoices(Number(count));
  const inOne: PrintableDocument = { ...invoices[0]!, pages: invoices.flatMap(({ pages }) => pages) };
  const printer = createPrinter();
  // The window opens, and reads its fonts, with the first document.
  await printer.print(invoices[0]!);
  const began = performance.now();
  const files: Uint8Array[] = [];
  for (const document of jobs === 'one' ? [inOne] : invoices) files.push(await printer.print(document));
  const seconds = (performance.now() - began) / 1000;
  for (const [at, bytes] of files.entries()) writeFileSync(join(folder, `${String(at).padStart(4, '0')}.pdf`), bytes);
  writeFileSync(join(folder, 'seconds'), String(seconds));
  printer.close();
  app.exit(0);
}

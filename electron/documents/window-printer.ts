// Prints documents to PDF: one hidden, sandboxed window on the print page, used for one document after the other. It
// hands the page data alone, never HTML, and keeps nothing.
import { BrowserWindow } from 'electron';
import type { PrintableDocument } from '../../shared/documents/page.ts';
import { appOrigin } from '../app/protocol.ts';
import type { Printer } from './printer.ts';

/** A printer whose window opens with the first document and stays open until it is closed. */
export function createPrinter(): Printer {
  let opening: Promise<BrowserWindow> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return {
    print(printable) {
      opening ??= openPrintWindow();
      const opened = opening;
      // One window shows one document at a time.
      const printed = last.then(async () => printOn(await opened, printable));
      last = printed.catch(() => {});
      return printed;
    },
    close() {
      opening?.then(
        (window) => window.destroy(),
        () => {},
      );
      opening = undefined;
    },
  };
}

async function openPrintWindow(): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    show: false,
    width: 840,
    height: 1190,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  await window.loadURL(`${appOrigin}/print.html`);
  return window;
}

async function printOn(window: BrowserWindow, printable: PrintableDocument): Promise<Uint8Array> {
  // Twice JSON: a text literal that the page parses, so that no member of the data can become code.
  const json = JSON.stringify(JSON.stringify(printable));
  await window.webContents.executeJavaScript(`window.showDocument(${json})`);
  return window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
  });
}

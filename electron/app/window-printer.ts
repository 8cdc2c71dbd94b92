// Prints documents to PDF: one hidden, sandboxed window on the print page, used for one document after the other. It
// hands the page data alone, never HTML, and keeps nothing.
import { BrowserWindow } from 'electron';
import type { PrintableDocument } from '../../shared/documents/page.ts';
import { type Refusal, Refused } from '../../shared/rules/refusal.ts';
import { appOrigin } from './app-files.ts';
import type { Printer } from '../documents/printer.ts';

/** A printer whose window opens with the first document and stays open until it is closed. */
export function createPrinter(): Printer {
  let opening: Promise<BrowserWindow> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const onWindow = <T>(work: (window: BrowserWindow) => Promise<T>): Promise<T> => {
    opening ??= openPrintWindow();
    const opened = opening;
    // One window shows one document at a time.
    const done = last.then(async () => work(await opened));
    last = done.catch(() => {});
    return done;
  };
  return {
    print: (printable) => onWindow((window) => printOn(window, printable)),
    printOnPaper: (printable) => onWindow((window) => printOnPaper(window, printable)),
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
  await show(window, printable);
  return window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
  });
}

async function printOnPaper(window: BrowserWindow, printable: PrintableDocument): Promise<boolean> {
  await show(window, printable);
  const options = {
    printBackground: true,
    margins: { marginType: 'none' as const },
    pageSize: 'A4' as const,
    landscape: printable.landscape ?? false,
  };
  return new Promise((resolve, reject) => {
    window.webContents.print(options, (isPrinted, reason) => {
      // Electron words it so where the dialog was closed.
      if (isPrinted || /cancel/i.test(reason)) resolve(isPrinted);
      else reject(new Refused(notPrinted(reason)));
    });
  });
}

async function show(window: BrowserWindow, printable: PrintableDocument): Promise<void> {
  // Twice JSON: a text literal that the page parses, so that no member of the data can become code.
  const json = JSON.stringify(JSON.stringify(printable));
  await window.webContents.executeJavaScript(`window.showDocument(${json})`);
}

const notPrinted = (reason: string): Refusal => ({
  code: 'notPrinted',
  what: `The printer did not take the document: ${reason}.`,
  unchanged: 'Nothing in the book was changed.',
  next: 'Check the printer, or save the document as PDF and print that.',
});

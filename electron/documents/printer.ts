// What documents are printed with, whatever does it: the command line and the window hand documents to a Printer.
import type { PrintableDocument } from '../../shared/documents/page.ts';

/** Turns documents into PDF files. */
export interface Printer {
  /** The document's PDF file: tagged, fonts embedded. Rejects where a page cannot show it whole. */
  print(printable: PrintableDocument): Promise<Uint8Array>;
  /** Opens the system's print dialog; false where the clerk cancelled. Rejects where the printer would not. */
  printOnPaper(printable: PrintableDocument): Promise<boolean>;
  close(): void;
}

// What documents are printed with, whatever does it: the command line and the window hand documents to a Printer.
import type { PrintableDocument } from '../../shared/documents/page.ts';

/** Turns documents into PDF files. */
export interface Printer {
  /** The document's PDF file: tagged, fonts embedded. Rejects where a page cannot show it whole. */
  print(printable: PrintableDocument): Promise<Uint8Array>;
  close(): void;
}

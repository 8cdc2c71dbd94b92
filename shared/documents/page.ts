// What a printed page is made of: plain data that the print page shows as it stands. Every text is final, every height
// is in millimetres and decided here, so that the browser never moves anything to another page.
import type { DocumentLanguage, Words } from './words.ts';

export const documentKinds = [
  'consolidated-bill',
  'invoice-request',
  'fapiao-request',
  'charge-note',
  'statement',
  'allocation-sheet',
  'month-brief',
  'table',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** A document ready for the printer: JSON data. */
export interface PrintableDocument {
  readonly kind: DocumentKind;
  readonly language: DocumentLanguage;
  /** The file's title, for its metadata. */
  readonly title: string;
  /** Text across each page, where it is not a final original. */
  readonly watermark: string | null;
  /** Its pages lie on their long side. */
  readonly landscape?: boolean;
  readonly pages: readonly Page[];
}

export interface Page {
  readonly head: Head;
  readonly blocks: readonly Block[];
  readonly foot: Foot;
}

/** A label and what stands beside it. */
export interface Entry {
  readonly label: Words;
  readonly value: Words;
}

/** The full head of the first page, or the short one of those that follow. */
export type Head =
  | {
      readonly kind: 'full';
      readonly height: number;
      readonly issuer: readonly Line[];
      readonly title: Words;
      readonly entries: readonly Entry[];
    }
  | { readonly kind: 'short'; readonly height: number; readonly left: string; readonly right: string };

export interface Foot {
  readonly left: string;
  readonly page: string;
  readonly right: string;
  /** A line that some documents must carry on every page. */
  readonly disclaimer: string | null;
}

/** A line of text that does not wrap any more. */
export interface Line {
  readonly text: string;
  readonly lang: 'en' | 'zh';
  readonly tone?: 'strong' | 'soft' | 'number';
}

export interface Column {
  readonly label: readonly Line[];
  readonly align: 'start' | 'end';
  readonly width: number;
}

export interface Row {
  readonly kind: 'row' | 'section' | 'group' | 'carried' | 'brought' | 'total';
  readonly height: number;
  readonly cells: readonly (readonly Line[])[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly height: number;
  /** Type size in points. */
  readonly size: number;
  /** Its rows stand close together. */
  readonly dense?: boolean;
  readonly headerHeight: number;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A figure in a list of figures; `rule` draws a thin line above a sum, a double one below a grand total. */
export interface Figure {
  readonly label: Words;
  readonly amount: string;
  readonly rule: 'none' | 'sum' | 'grand';
}

export interface FigureList {
  readonly title: Words | null;
  readonly figures: readonly Figure[];
}

/** A titled box of lines: a party, a payment slip's side. */
export interface Box {
  readonly title: Words;
  readonly entries: readonly { readonly label: Words | null; readonly lines: readonly Line[] }[];
}

/** Columns stacked of parts, side by side on one base line; the same part has the same colour in each. */
export interface StackedColumnsBlock {
  readonly kind: 'stacked-columns';
  readonly height: number;
  /** What it shows, for who cannot see it. */
  readonly label: string;
  /** Type size of its labels, in points. */
  readonly size: number;
  readonly columns: readonly {
    readonly name: string;
    readonly total: string;
    /** From the base line up, in thousandths of the tallest column. */
    readonly parts: readonly number[];
  }[];
  /** The names of the parts, in their order. */
  readonly legend: readonly string[];
}

/** Blocks beside each other: parts from left to right, each with its width and what stands in it from the top down. */
export interface BesideBlock {
  readonly kind: 'beside';
  readonly height: number;
  readonly parts: readonly { readonly width: number; readonly blocks: readonly Block[] }[];
}

export type Block =
  | TableBlock
  | StackedColumnsBlock
  | BesideBlock
  | { readonly kind: 'heading'; readonly height: number; readonly text: Words; readonly note: string }
  | { readonly kind: 'boxes'; readonly height: number; readonly boxes: readonly Box[] }
  | { readonly kind: 'figures'; readonly height: number; readonly lists: readonly FigureList[] }
  | { readonly kind: 'total'; readonly height: number; readonly entries: readonly Entry[] }
  | { readonly kind: 'notes'; readonly height: number; readonly lines: readonly Line[] }
  | { readonly kind: 'slip'; readonly height: number; readonly title: Words; readonly entries: readonly Entry[] }
  | { readonly kind: 'signatures'; readonly height: number; readonly fields: readonly Entry[]; readonly seal: Words };

/** The paper: A4 with margins of 18, 15, 15 and 18 mm (top, right, bottom, left). */
export const paper = { width: 210 - 18 - 15, height: 297 - 18 - 15, foot: 14 } as const;
/** The same paper on its long side. */
export const landscapePaper = { width: 297 - 18 - 15, height: 210 - 18 - 15, foot: 14 } as const;

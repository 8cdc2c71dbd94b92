// What `explain` answers, and what the explainers of single figures hand to it: parts that sum to the figure exactly.
import type { Decimal } from '../../money/decimal.ts';
import type { FigureDraft } from '../../contract/queries.ts';
import type { RecordKind } from '../../book/record.ts';
import type { Asking, ImportedBucket, SourceRow } from '../asking.ts';
import type { Figure } from '../figure.ts';
import type { ListRow } from '../listing.ts';
import type { Words } from '../words.ts';
import type { JournalLine } from './journal-lines.ts';

/** A part of a figure; `amount` is signed as it counts. */
export interface Component {
  readonly label: Words;
  readonly amount: string;
  readonly currency: string;
  /** The key of the figure that this amount is, sign aside; absent where the part ends here. */
  readonly figure?: string;
  /** The key of a larger figure that this amount is a part of. */
  readonly partOf?: string;
}

/** A record behind a figure. */
export interface RecordMention {
  readonly seq: number;
  readonly at: string;
  readonly kind: RecordKind;
  readonly by: string;
  /** Its postings that are about the figure; none away from the book desk. */
  readonly lines: readonly JournalLine[];
}

/** A figure explained. Components, and where a charge was settled `settledBy`, each sum to the amount exactly. */
export interface Explanation {
  readonly figure: string;
  readonly title: Words;
  readonly sentence: Words;
  readonly amount: string;
  readonly currency: string;
  /** Empty where the figure is a fact of its own: its records and source rows say it. */
  readonly components: readonly Component[];
  readonly settledBy: readonly Component[];
  readonly records: readonly RecordMention[];
  /** The first rows of the files behind it. */
  readonly sourceRows: readonly SourceRow[];
}

/** A component in the making. */
export interface Part {
  readonly label: Words;
  readonly value: Decimal;
  readonly figure?: Figure;
  readonly partOf?: Figure;
}

/** What an explainer finds out about a figure. */
export interface Findings {
  readonly parts?: readonly Part[];
  readonly settledBy?: readonly Part[];
  readonly seqs?: readonly number[];
  /** The positions whose sum it is (formats.md §4), where it is one: what they were posted is all its journal lines. */
  readonly positions?: readonly string[];
  /** Texts by which further records are found. */
  readonly mentions?: readonly string[];
  readonly buckets?: readonly ImportedBucket[];
  readonly note?: Words;
}

/** The cell that is to be explained. */
export interface Cell {
  readonly asking: Asking;
  readonly figure: Figure;
  readonly row: ListRow;
  /** All rows of the list that it stands in. */
  readonly rows: readonly ListRow[];
  readonly column: string;
  readonly value: Decimal;
  readonly currency: string;
  /** What it stands in, where that is not in the book. */
  readonly draft?: FigureDraft | undefined;
}

export type Explainer = (cell: Cell) => Findings;

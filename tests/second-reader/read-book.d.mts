/** What the second reader says of a book. */
export interface SecondReading {
  readonly records: number;
  readonly head: string;
  readonly sums: ReadonlyMap<string, bigint>;
  readonly failure: { readonly file: string; readonly line: number; readonly what: string } | undefined;
}

export function readBook(book: string): SecondReading;

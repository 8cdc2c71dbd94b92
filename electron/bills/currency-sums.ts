// Sums of one bill file by currency: billed costs, and tax that stands apart from them (rule B6).
import type { BillSum } from './bill-content.ts';
import { keyPart } from './bucket-table.ts';
import { ExactSums, type PackedSums } from './exact-sums.ts';
import type { Line } from './line-reader.ts';

/** Sums as plain data; currencies are ids of the texts of a bucket table. */
export interface PackedCurrencySums {
  readonly currencies: readonly number[];
  readonly billed: PackedSums;
  readonly tax: PackedSums;
}

/** Sums by currency, in the ids of the table's texts. */
export class CurrencySums {
  readonly #billed = new ExactSums();
  readonly #tax = new ExactSums();
  readonly #currencies = new Set<number>();

  add(line: Line): void {
    const currency = line.key[keyPart.currency]!;
    this.#currencies.add(currency);
    this.#billed.add(currency, line.numbers.billed);
    if (line.numbers.tax.present) this.#tax.add(currency, line.numbers.tax);
  }

  result(texts: readonly string[]): BillSum[] {
    return [...this.#currencies]
      .map((id) => ({ currency: texts[id]!, billed: this.#billed.at(id), tax: this.#tax.at(id) }))
      .sort((left, right) => (left.currency < right.currency ? -1 : 1));
  }

  /** The sums as plain data; `texts` is the number of texts of the table. */
  packed(texts: number): PackedCurrencySums {
    return { currencies: [...this.#currencies], billed: this.#billed.packed(texts), tax: this.#tax.packed(texts) };
  }

  /** Adds the sums of a part; `textIds` holds the id here of each of its texts. */
  append({ currencies, billed, tax }: PackedCurrencySums, textIds: Uint32Array): void {
    for (const currency of currencies) this.#currencies.add(textIds[currency]!);
    this.#billed.append(billed, textIds);
    this.#tax.append(tax, textIds);
  }
}

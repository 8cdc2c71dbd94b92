// Holds the parts of each line (voucher, gift, cash, royalty) against its billed cost (rule B5): a finding, no refusal.
import { type Decimal, add, compareDecimals, negate, subtract, zero } from '../../shared/money/decimal.ts';
import type { PartsFinding } from './bill-content.ts';
import type { Line, LineNumber } from './line-reader.ts';

const oneCent: Decimal = { coefficient: 1n, scale: 2 };
const partNames = ['voucher', 'gift', 'cash', 'royalty'] as const;
const powers = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/** Collects the lines whose parts miss their billed cost by more than 0.01. */
export class PartsCheck {
  finding: PartsFinding | null = null;

  /** Takes a line that has parts; `file` and `row` are where it stands. */
  add({ numbers }: Line, file: string, row: number): void {
    if (surelyTie(numbers)) return;
    const parts = partNames.map((name) => decimalOf(numbers[name])).reduce(add);
    const difference = subtract(decimalOf(numbers.billed), parts);
    const size = difference.coefficient < 0n ? negate(difference) : difference;
    if (compareDecimals(size, oneCent) > 0) this.append({ lines: 1, file, firstRow: row, difference }, 0);
  }

  /** Takes what was found in the rows that follow `rows` rows. */
  append(found: PartsFinding | null, rows: number): void {
    if (!found) return;
    const before = this.finding ?? { ...found, lines: 0, firstRow: found.firstRow + rows, difference: zero };
    const [lines, difference] = [before.lines + found.lines, add(before.difference, found.difference)];
    this.finding = { ...before, lines, difference };
  }
}

/** Whether cost and parts differ by a cent at most; false also where safe integers cannot tell. Most lines end here. */
function surelyTie(numbers: Line['numbers']): boolean {
  let scale = 2;
  for (const name of partNames) if (numbers[name].present && numbers[name].scale > scale) scale = numbers[name].scale;
  if (numbers.billed.scale > scale) scale = numbers.billed.scale;
  if (scale >= powers.length) return false;
  let difference = scaledTo(numbers.billed, scale);
  for (const name of partNames) difference -= scaledTo(numbers[name], scale);
  // A NaN anywhere fails the comparison.
  return Math.abs(difference) <= powers[scale - 2]!;
}

/** The number times 10 to the `scale`; NaN where five of them might not add up exactly. */
function scaledTo({ present, mantissa, scale }: LineNumber, to: number): number {
  if (!present) return 0;
  const scaled = mantissa * powers[to - scale]!;
  return Math.abs(scaled) < 2 ** 50 ? scaled : Number.NaN;
}

function decimalOf(value: LineNumber): Decimal {
  if (!value.present) return zero;
  const coefficient = Number.isNaN(value.mantissa) ? value.large : BigInt(value.mantissa);
  return { coefficient, scale: value.scale };
}

// Exact fractions of two bigints: the only arithmetic of the model. Nothing here knows money or rules.

/** An immutable exact fraction in lowest terms. */
export class Rational {
  static readonly zero = new Rational(0n, 1n);
  readonly numerator: bigint;
  readonly denominator: bigint;

  constructor(numerator: bigint, denominator: bigint) {
    if (denominator === 0n) throw new Error('A fraction cannot have the denominator 0.');
    const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
    this.numerator = numerator / divisor;
    this.denominator = denominator / divisor;
  }

  /** Reads a decimal, with thousands commas and an exponent where the writer used them. */
  static parse(text: string): Rational {
    const match = /^([+-]?)(\d[\d,]*)?(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text.trim());
    if (!match || (!match[2] && !match[3])) throw new Error(`"${text}" is not a decimal number.`);
    const fraction = match[3] ?? '';
    const digits = BigInt((match[2] ?? '').replaceAll(',', '') + fraction) * (match[1] === '-' ? -1n : 1n);
    const exponent = Number(match[4] ?? 0) - fraction.length;
    return exponent < 0
      ? new Rational(digits, 10n ** BigInt(-exponent))
      : new Rational(digits * 10n ** BigInt(exponent), 1n);
  }

  plus(other: Rational): Rational {
    return new Rational(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Rational): Rational {
    return this.plus(other.negated());
  }

  times(other: Rational): Rational {
    return new Rational(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  over(other: Rational): Rational {
    return new Rational(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  negated(): Rational {
    return new Rational(-this.numerator, this.denominator);
  }

  /** −1, 0 or 1. */
  sign(): number {
    return this.numerator > 0n ? 1 : this.numerator < 0n ? -1 : 0;
  }

  /** Negative, 0 or positive as this is less than, equal to or more than the other. */
  compare(other: Rational): number {
    return this.minus(other).sign();
  }

  absolute(): Rational {
    return this.sign() < 0 ? this.negated() : this;
  }

  /** The nearest multiple of 10^−decimals, halves away from zero. */
  rounded(decimals: number): Rational {
    const scale = 10n ** BigInt(decimals);
    const size = this.absolute();
    const units = (2n * size.numerator * scale + size.denominator) / (2n * size.denominator);
    return new Rational(this.sign() < 0 ? -units : units, scale);
  }

  /** The greatest multiple of 10^−decimals that is not above this. */
  floored(decimals: number): Rational {
    const scale = 10n ** BigInt(decimals);
    const product = this.numerator * scale;
    const quotient = product / this.denominator;
    const exact = quotient * this.denominator === product;
    return new Rational(exact || product > 0n ? quotient : quotient - 1n, scale);
  }

  /** Rounded and written with exactly so many decimals; never "-0.00". */
  toFixed(decimals: number): string {
    const scale = 10n ** BigInt(decimals);
    const rounded = this.rounded(decimals);
    const units = (rounded.absolute().numerator * scale) / rounded.denominator;
    const digits = units.toString().padStart(decimals + 1, '0');
    const whole = digits.slice(0, digits.length - decimals);
    return `${rounded.sign() < 0 ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`;
  }
}

/** The sum of all values, 0 for none. */
export function sum(values: Iterable<Rational>): Rational {
  let total = Rational.zero;
  for (const value of values) total = total.plus(value);
  return total;
}

/** The smallest of the values. */
export function least(first: Rational, ...others: Rational[]): Rational {
  return others.reduce((smallest, value) => (value.compare(smallest) < 0 ? value : smallest), first);
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left < 0n ? -left : left, right < 0n ? -right : right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

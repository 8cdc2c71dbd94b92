// Random choices from a seed alone: the same seed gives the same sample everywhere. Never for secrets.

/** A stream of choices; streams forked under different labels are independent of each other's use. */
export interface Random {
  /** A whole number from `least` to `most`, both inclusive; at most 2^32 values. */
  integer(least: number, most: number): number;
  /** True `perThousand` times in a thousand. */
  chance(perThousand: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** `count` characters of the alphabet: decimal digits unless another is given. */
  text(count: number, alphabet?: string): string;
  fork(label: string): Random;
}

/** FNV-1a, finished with an avalanche so that labels that differ in one digit give unrelated states. */
function hash(text: string, basis: number): number {
  let state = basis;
  for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 16_777_619);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}

/** The stream of a seed (Chris Doty-Humphrey's sfc32 over four hashes of the seed). */
export function seededRandom(seed: string): Random {
  let [a, b, c, counter] = [hash(seed, 2_166_136_261), hash(seed, 1), hash(seed, 2), 1];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round++) next();
  const integer = (least: number, most: number) => least + Math.floor((next() / 2 ** 32) * (most - least + 1));
  return {
    integer,
    chance: (perThousand) => integer(1, 1000) <= perThousand,
    pick: (list) => list[integer(0, list.length - 1)]!,
    text: (count, alphabet = '0123456789') => {
      let text = '';
      for (let index = 0; index < count; index++) text += alphabet[integer(0, alphabet.length - 1)];
      return text;
    },
    fork: (label) => seededRandom(`${seed}/${label}`),
  };
}

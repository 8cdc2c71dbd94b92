// Numbers that look random and are the same every time: stories and their pictures never change by themselves.

/** A stream of whole numbers from 0 up to but not including `limit`. */
export function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

// Whether two bill files bring the same lines (rule B3), by the hashes of their normalised lines. The hash covers
// provider and month, so only lines of one provider and month are ever found alike. What is done about it is not decided here.

const manyLines = 20;
/** 1 / 5 %. */
const smallestShare = 20;

/** How many lines two files have in common, repeated lines counted as often as both have them; both lists ascend. */
export function sharedLines(left: BigUint64Array, right: BigUint64Array): number {
  let [here, there, shared] = [0, 0, 0];
  while (here < left.length && there < right.length) {
    const [one, other] = [left[here]!, right[there]!];
    if (one === other) shared++;
    if (one <= other) here++;
    if (other <= one) there++;
  }
  return shared;
}

/** Whether so many shared lines are an exception: at least 20, or 5 % of the lines of the smaller file. Fewer are a finding. */
export function isOverlap(shared: number, leftLines: number, rightLines: number): boolean {
  return shared > 0 && (shared >= manyLines || shared * smallestShare >= Math.min(leftLines, rightLines));
}

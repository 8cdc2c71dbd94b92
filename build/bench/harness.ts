// Runs a contest: answers are compared before anything counts, then rounds of both sides one after the other, so that
// what else the machine does hits both. Figures are medians.
import type { Contest, Result, Sample } from './contest.ts';

/** Thrown where an answer is wrong: there is no figure then. */
export class WrongAnswer extends Error {}

/** Thrown where the peer is not on this machine: there is nothing to measure against then. */
export class PeerAbsent extends Error {}

/** Measures a contest over so many rounds; the first run of each side warms up and is only checked. */
export async function measure(contest: Contest, rounds: number): Promise<Result> {
  const { subject, peer } = await contest.prepare();
  const [first, firstOfPeer] = [await subject(), await peer()];
  const objection = contest.objection(first.answer, firstOfPeer.answer);
  if (objection !== undefined) throw new WrongAnswer(`${contest.name}: ${objection}`);
  if (contest.rounds === 1) return resultOf(contest, [first], [firstOfPeer]);
  const [samples, peerSamples]: [Sample[], Sample[]] = [[], []];
  for (let round = 0; round < Math.min(rounds, contest.rounds ?? rounds); round++) {
    peerSamples.push(same(await peer(), firstOfPeer, `${contest.name}, peer`));
    samples.push(same(await subject(), first, contest.name));
  }
  return resultOf(contest, samples, peerSamples);
}

function same(sample: Sample, first: Sample, name: string): Sample {
  if (sample.answer === first.answer) return sample;
  throw new WrongAnswer(`${name}: answered ${sample.answer} after ${first.answer}`);
}

function resultOf(contest: Contest, samples: readonly Sample[], peerSamples: readonly Sample[]): Result {
  const { name, peer, mark, limitSeconds, items, compared = 'seconds' } = contest;
  const [seconds, peerSeconds] = [median(samples.map(secondsOf)), median(peerSamples.map(secondsOf))];
  const ratio = median(samples.map((sample, round) => sample[compared]! / peerSamples[round]![compared]!));
  const peaks = samples.flatMap(({ peakBytes }) => peakBytes ?? []);
  const peakBytes = peaks.length > 0 ? Math.max(...peaks) : undefined;
  const met = (mark === null || ratio <= mark) && (limitSeconds === undefined || seconds <= limitSeconds);
  return { name, peer, ratio, mark, limitSeconds, met, seconds, peerSeconds, peakBytes, items };
}

function secondsOf({ seconds }: Sample): number {
  return seconds;
}

/** The middle of some numbers; of an even count the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

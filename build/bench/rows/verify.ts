// A journal opened and verified, every hash, link, posting and balance, against no more than the SHA-256 of its bytes.
import { segmentPath, digestOf, listSegments } from '../../../electron/ledger/segment.ts';
import { nodeDisk } from '../../../electron/ledger/node-disk.ts';
import { balancesText, plainBalances } from '../balances.ts';
import { builtModule } from '../built-module.ts';
import type { Contest, Run } from '../contest.ts';
import { decadeJournal, decadePostings, smallRecords } from '../made-journals.ts';

type Verifying = typeof import('../../../electron/ledger/verify-at-once.ts');

/** Verifies as the window does, on two threads; answers the records and the balances. */
export async function verifying(book: string): Promise<Run> {
  const { verifyAtOnce } = (await builtModule('ledger/verify-at-once.ts')) as Verifying;
  return async () => {
    const began = performance.now();
    const { records, sums, failure } = await verifyAtOnce(book);
    const seconds = (performance.now() - began) / 1000;
    const balances = balancesText(sums.map(({ position, currency, amount }) => [position, currency, amount]));
    return { seconds, answer: failure?.what ?? `${records} records, ${balances}` };
  };
}

function hashing(book: string): Run {
  return () => {
    const began = performance.now();
    const segments = listSegments(nodeDisk, book);
    const digests = segments.map((segment) => digestOf(nodeDisk, segmentPath(book, segment)));
    return Promise.resolve({ seconds: (performance.now() - began) / 1000, answer: digests.join() });
  };
}

function verifyDecade(row: Pick<Contest, 'name' | 'mark'>, make: () => Promise<string>): Contest {
  let expected = '';
  return {
    ...row,
    peer: `SHA-256 of the journal, Node ${process.versions.node}`,
    items: 20_000,
    async prepare() {
      const book = await make();
      expected = `20000 records, ${await plainBalances(book)}`;
      return { subject: await verifying(book), peer: hashing(book) };
    },
    objection: (subject) => (subject === expected ? undefined : `verifying says ${subject}, not ${expected}`),
  };
}

export const decadeVerified = verifyDecade({ name: 'open and verify a decade', mark: 3 }, decadeJournal);
export const postingsVerified = verifyDecade(
  { name: 'open and verify a decade of postings alone', mark: null },
  decadePostings,
);

const [few, many] = [100_000, 1_000_000];

/** Ten times the records may cost eleven times the time. */
export const openingGrowth: Contest = {
  name: 'open 1,000,000 small records, growth',
  peer: 'opening 100,000',
  mark: 11,
  items: many,
  prepare: async () => ({
    subject: await verifying(await smallRecords(many)),
    peer: await verifying(await smallRecords(few)),
  }),
  objection: (subject, peer) =>
    subject.startsWith(`${many} records, `) && peer.startsWith(`${few} records, `)
      ? undefined
      : `verifying says ${subject} and ${peer}`,
};

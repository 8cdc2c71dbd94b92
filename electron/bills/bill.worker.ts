// The thread that works on a bill: does the one job it was started with, says how far it is, and hands over its answer.
import { parentPort, workerData } from 'node:worker_threads';
import { buffersOfBuckets, buffersOfPart } from './bill-part.ts';
import { type BillAnswers, type BillJob, type BillMessage, type FileSource, inThread } from './bill-thread.ts';
import { readRest } from './read-halves.ts';
import { type Hands, readWhole } from './read-whole.ts';
import { fingerprint } from './source.ts';
import { packedError } from './thread-errors.ts';

type Progress = (done: number, of: number, rows: number) => void;
type Answer = readonly [answer: BillAnswers[BillJob['task']], buffers: ArrayBuffer[]];

function say(message: BillMessage, buffers: ArrayBuffer[] = []): void {
  parentPort!.postMessage(message, buffers);
}

/** The second half and the fingerprint are left to further threads. */
const hands: Hands = {
  fingerprint: (source, signal) => inThread({ task: 'fingerprint', source: source as FileSource }, { signal }),
  readRest: (source, cut, onRead, signal) => {
    const onProgress: Progress = (done, _, rows) => onRead(done, rows);
    return inThread({ task: 'rest', source: source as FileSource, cut }, { signal, onProgress });
  },
};

async function done(job: BillJob, onProgress: Progress): Promise<Answer> {
  switch (job.task) {
    case 'whole': {
      const { buckets, ...content } = await readWhole(job.source, { ...job, onProgress }, hands);
      const packed = buckets.packed();
      const { lineHashes, places } = content;
      const lines = [lineHashes, places.buckets, places.rows, places.offsets].map(
        (array) => array.buffer as ArrayBuffer,
      );
      return [{ ...content, buckets: packed }, [...buffersOfBuckets(packed), ...lines]];
    }
    case 'rest': {
      const rest = await readRest(job.source, job.cut, (bytes, rows) => onProgress(bytes, bytes, rows));
      return [rest, buffersOfPart(rest.part)];
    }
    case 'fingerprint':
      return [await fingerprint(job.source), []];
  }
}

try {
  const [answer, buffers] = await done(workerData as BillJob, (...progress) => say({ progress }));
  say({ answer }, buffers);
} catch (error) {
  say({ error: packedError(error) });
}

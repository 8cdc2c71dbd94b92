// Long bills are read in threads: what comes back, what is refused and what is cancelled is as if they were not.
import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { readBill } from './read-bill.ts';
import { readWhole } from './read-whole.ts';
import { fingerprint } from './source.ts';
import { csvOf, focusLine, refusalOf } from './test-bills.ts';
import { packedError, unpackedError } from './thread-errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'purser-threads-'));
afterAll(() => rmSync(folder, { recursive: true }));

const note = 'n'.repeat(4000);
const lines = Array.from({ length: 4500 }, (_, index) => ({
  ...focusLine,
  SubAccountId: String(index % 7),
  BilledCost: `${index}.01`,
  Tags: `${index}${note}`,
}));
const bytes = new TextEncoder().encode(csvOf(...lines));

function written(name: string, content: Uint8Array): { name: string; path: string } {
  const path = join(folder, name);
  writeFileSync(path, content);
  return { name: 'bill.csv', path };
}

/** The files that this process has open, where the system tells. */
function openFiles(): string[] {
  const handles = '/proc/self/fd';
  if (!existsSync(handles)) return [];
  return readdirSync(handles)
    .map((name) => join(handles, name))
    .filter((path) => existsSync(path))
    .map((path) => readlinkSync(path));
}

test(
  'a long file reads like the same bytes in memory, whole or packed, with progress',
  { timeout: 60_000 },
  async () => {
    const {
      buckets,
      sha256: _sha256,
      size: _size,
      container: _container,
      ...content
    } = await readWhole({ name: 'bill.csv', bytes }, {}, { fingerprint });
    // Stored, not compressed: long enough for a thread of its own.
    for (const file of [bytes, gzipSync(bytes, { level: 0 })]) {
      const source = written('long', file);
      const steps: number[][] = [];
      const read = await readBill(source, { onProgress: (...step) => steps.push(step) });
      expect(read).toMatchObject({ ...content, ...(await fingerprint(source)) });
      expect([...read.buckets]).toEqual([...buckets]);
      expect(steps.length).toBeGreaterThan(10);
      expect(steps.at(-1)).toEqual([bytes.length, expect.toSatisfy((of: number) => of >= bytes.length), lines.length]);
      expect(steps.map(([done]) => done)).toEqual(steps.map(([done]) => done!).toSorted((left, right) => left - right));
    }
  },
);

test('a refusal of a long file is that of the same bytes in memory', { timeout: 60_000 }, async () => {
  const wrong = new TextEncoder().encode(csvOf(...lines.with(4400, { ...lines[0]!, BilledCost: '12,34.5' })));
  const refusal = await refusalOf(wrong);
  expect(refusal).toMatchObject({ code: 'badNumber', where: { row: 4402, column: 'BilledCost' } });
  await expect(readBill(written('wrong', wrong))).rejects.toMatchObject({ refusals: [refusal] });
});

test('a cancelled reading ends with the reason of the signal, and holds no file', { timeout: 60_000 }, async () => {
  const source = written('stopped', bytes);
  const abort = new AbortController();
  const reading = readBill(source, { signal: abort.signal, onProgress: () => abort.abort(new Error('stop')) });
  await expect(reading).rejects.toThrow('stop');
  expect(openFiles()).not.toContain(source.path);
});

test('errors of the disk keep what Node says of them', () => {
  const error = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', errno: -5, syscall: 'read' });
  const arrived = unpackedError(structuredClone(packedError(error)));
  expect(arrived).toBeInstanceOf(Error);
  expect(arrived).toMatchObject({ message: 'EIO: i/o error, read', code: 'EIO', errno: -5, syscall: 'read' });
});

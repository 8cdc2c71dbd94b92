// The small functions over the disk that everything else trusts: whole writes, whole reads, lines.
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyBytes, type Disk, piecesOf, readRange, withFile, writeAll } from './disk.ts';
import { LineReader } from './line-reader.ts';
import { nodeDisk } from './node-disk.ts';

/** A disk that moves at most so many bytes at once. */
function shortDisk(most: number): Disk {
  return {
    ...nodeDisk,
    read: (file, into, position) => nodeDisk.read(file, into.subarray(0, most), position),
    write: (file, bytes, position) => nodeDisk.write(file, bytes.subarray(0, most), position),
  };
}

function inFolder(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'purser-disk-'));
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('short writes and reads are gone on with', () => {
  inFolder((folder) => {
    const disk = shortDisk(3);
    const path = join(folder, 'file');
    withFile(disk, path, 'create', (file) => writeAll(disk, file, Buffer.from('0123456789'), 0));
    withFile(disk, path, 'read', (file) => {
      expect(readRange(disk, file, 0, 10).toString()).toBe('0123456789');
      expect(readRange(disk, file, 4, 100).toString()).toBe('456789');
      expect(Buffer.concat([...piecesOf(disk, file, 2, 9)]).toString()).toBe('2345678');
      withFile(disk, `${path} copy`, 'create', (target) => expect(copyBytes(disk, file, target, 7)).toBe(7));
      expect(disk.facts(`${path} copy`)?.size).toBe(7);
    });
  });
});

test('a write that makes no progress is an error', () => {
  inFolder((folder) => {
    const disk = shortDisk(0);
    withFile(disk, join(folder, 'file'), 'create', (file) => {
      expect(() => writeAll(disk, file, Buffer.from('a'), 0)).toThrow('no more bytes');
    });
  });
});

test('a line reader gives the lines of any bytes, and the rest behind the last newline', () => {
  const long = fc.integer({ min: 100_000, max: 300_000 }).map((length) => Buffer.alloc(length, 'x'));
  const line = fc.oneof(fc.uint8Array({ maxLength: 20 }), long);
  inFolder((folder) => {
    let number = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), fc.nat(3), (pieces, from) => {
        const bytes = Buffer.concat(pieces.flatMap((piece) => [piece, Buffer.from('\n')]).slice(0, -1));
        const path = join(folder, `file ${(number += 1)}`);
        withFile(nodeDisk, path, 'create', (file) => writeAll(nodeDisk, file, bytes, 0));
        withFile(nodeDisk, path, 'read', (file) => {
          const reader = new LineReader(nodeDisk, file, from);
          const found: string[] = [];
          let position = from;
          while (reader.next()) {
            found.push(reader.bytes.toString('latin1', reader.start, reader.end));
            position += found.at(-1)!.length + 1;
            expect(reader.position).toBe(position);
          }
          found.push(reader.rest().toString('latin1'));
          expect(found.join('\n')).toBe(bytes.subarray(from).toString('latin1'));
        });
      }),
      { numRuns: 40 },
    );
  });
});

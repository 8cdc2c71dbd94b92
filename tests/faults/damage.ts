// Ways in which a book comes to harm other than by a crash: bits flip, files are cut or lost, lines change places, records
// are forged and hashed anew. Each answers a damaged copy; where chance finds nothing to harm, none.
import { createHash } from 'node:crypto';
import { withFile, writeAll } from '../../electron/ledger/disk.ts';
import type { SimulatedDisk } from './simulated-disk.ts';
import { book } from './small-book.ts';

type Chance = (below: number) => number;

/** Harms the files under it, as chance will have it. */
type Harm = (files: Files, chance: Chance) => void;

/** The files of a book that is harmed: path inside the book → bytes. */
export type Files = Map<string, Buffer>;

/** The kinds of damage by name. */
export const harms: Readonly<Record<string, Harm>> = {
  none: () => undefined,
  'flipped bit': (files, chance) => change(files, chance, /^(journal|evidence)/, (bytes) => flipped(bytes, chance)),
  'cut tail': (files, chance) =>
    change(files, chance, /^(journal|evidence)/, (bytes) => bytes.subarray(0, chance(bytes.length))),
  'cut tail, no mark': (files, chance) => {
    files.delete('journal/acknowledged.json');
    change(files, chance, /jsonl$/, (bytes) => bytes.subarray(0, chance(bytes.length)));
  },
  'swapped lines': (files, chance) => changeLines(files, chance, (lines) => swap(lines, chance)),
  'line twice': (files, chance) =>
    changeLines(files, chance, (lines) => void lines.splice(chance(lines.length + 1), 0, one(lines, chance))),
  'line removed': (files, chance) => changeLines(files, chance, (lines) => void lines.splice(chance(lines.length), 1)),
  'segment removed': (files, chance) => void files.delete(pick([...files.keys()].filter(isSegment), chance)),
  'seal changed': (files, chance) => change(files, chance, /sha256$/, (bytes) => flipped(bytes, chance)),
  'seal or mark removed': (files, chance) =>
    void files.delete(
      pick(
        [...files.keys()].filter((path) => /sha256$|acknowledged/.test(path)),
        chance,
      ),
    ),
  'evidence removed': (files, chance) =>
    void files.delete(
      pick(
        [...files.keys()].filter((path) => path.startsWith('evidence/')),
        chance,
      ),
    ),
  'forged postings': (files, chance) => forge(files, chance),
};

/** A copy of the book with one kind of damage. */
export function harmed(disk: SimulatedDisk, kind: string, chance: Chance): SimulatedDisk {
  const copy = disk.fork();
  const files = filesOf(copy);
  const before = new Map(files);
  harms[kind]!(files, chance);
  for (const [path, bytes] of before) {
    const after = files.get(path);
    if (after === bytes) continue;
    copy.unlink(`${book}/${path}`);
    if (after) withFile(copy, `${book}/${path}`, 'create', (file) => writeAll(copy, file, after, 0));
  }
  return copy;
}

/** The files of a book that cannot be made again. */
export function filesOf(disk: SimulatedDisk): Files {
  const files = [...disk.tree.contents()].filter(
    ([path, bytes]) => bytes && /^\/books\/Harbour\/(journal|evidence)\//.test(path),
  );
  return new Map(files.map(([path, bytes]) => [path.slice(book.length + 1), bytes!]));
}

export function isSegment(path: string): boolean {
  return path.endsWith('.jsonl');
}

function pick<T>(list: readonly T[], chance: Chance): T {
  return list[chance(list.length)]!;
}

function change(files: Files, chance: Chance, where: RegExp, how: (bytes: Buffer) => Buffer): void {
  const path = pick(
    [...files.keys()].filter((name) => where.test(name) && files.get(name)!.length > 0),
    chance,
  );
  files.set(path, how(files.get(path)!));
}

function flipped(bytes: Buffer, chance: Chance): Buffer {
  const bit = chance(bytes.length * 8);
  const copy = Buffer.from(bytes);
  copy[bit >> 3]! ^= 1 << (bit & 7);
  return copy;
}

function changeLines(files: Files, chance: Chance, how: (lines: string[]) => void): void {
  change(files, chance, /jsonl$/, (bytes) => {
    const lines = linesOf(bytes);
    how(lines);
    return Buffer.from(lines.map((line) => `${line}\n`).join(''));
  });
}

/** The lines of a segment, without their ends. */
export function linesOf(bytes: Buffer): string[] {
  return bytes
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
}

function one(lines: readonly string[], chance: Chance): string {
  return pick(lines, chance);
}

function swap(lines: string[], chance: Chance): void {
  const [left, right] = [chance(lines.length), chance(lines.length)];
  [lines[left], lines[right]] = [lines[right]!, lines[left]!];
}

/** Makes one posting another amount and everything behind it consistent again: chain, seals, and no mark. */
function forge(files: Files, chance: Chance): void {
  const segments = [...files.keys()].filter(isSegment).sort();
  const records = segments.flatMap((path) => linesOf(files.get(path)!).filter((line) => /,"post":\[\[/.test(line)));
  const victim = pick(records, chance);
  let prev = '0'.repeat(64);
  files.delete('journal/acknowledged.json');
  for (const path of segments) {
    const lines = linesOf(files.get(path)!).map((line) => {
      const text =
        line === victim
          ? line.replace(
              /(,"post":\[\["[^"]*",-?\d*?)(\d),/,
              (_, head: string, last: string) => `${head}${(Number(last) + 1) % 10},`,
            )
          : line;
      const body = text.slice(0, text.lastIndexOf(',"prev":"'));
      const chained = `${body},"prev":"${prev}"`;
      prev = sha256(chained);
      return `${chained},"hash":"${prev}"}\n`;
    });
    const bytes = Buffer.from(lines.join(''));
    files.set(path, bytes);
    const seal = path.replace('.jsonl', '.sha256');
    if (files.has(seal)) files.set(seal, Buffer.from(`${sha256(bytes)}  ${path.slice('journal/'.length)}\n`));
  }
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

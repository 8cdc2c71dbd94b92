// One line of the journal as raw bytes: checks that it is the record expected, without parsing its JSON, and hands out
// its parts on demand. It never keeps the bytes: they belong to the reader and change with the next line.
import type { LedgerRecord, Posting } from '../../shared/book/record.ts';
import { knownFormat, newerFormat } from './newer-format.ts';
import { sha256 } from './sha256.ts';

const hashMember = ',"hash":"';
const hashLength = 64;
/** From `,"hash":"` to the closing brace. */
const tailLength = hashMember.length + hashLength + '"}'.length;
const prevMember = ',"prev":"';
/** From `,"prev":"` to the closing brace: the end of every line, behind its postings. */
export const chainLength = prevMember.length + hashLength + '"'.length + tailLength;
const monthLength = 'YYYY-MM'.length;
const versionAndNumber = /^\{"v":(\d+),"seq":(\d+),/;

/** What the record at a place of the journal must be. */
export interface Expected {
  readonly seq: number;
  readonly prev: string;
}

/** The line under a reader's hand, valid until the reader goes on. */
export class RecordLine {
  bytes: Buffer = Buffer.alloc(0);
  start = 0;
  /** The position after the closing brace; the newline is not part of the line. */
  end = 0;
  seq = 0;
  /** `YYYY-MM` of the instant of entry. */
  month = '';
  /** The record's hash, computed; set by `check`. */
  hash = '';

  /** Undefined where the line is the expected record, whole; else what does not hold. Throws `newerFormat`. */
  check(expected: Expected): string | undefined {
    const { bytes, start, end } = this;
    const textEnd = end - tailLength;
    const head = recordHead(expected.seq);
    if (end - start < head.length + chainLength) return explain(this, expected);
    this.hash = sha256(bytes.subarray(start, textEnd));
    const chain = `${prevMember}${expected.prev}"${hashMember}${this.hash}"}`;
    if (bytes.toString('latin1', end - chainLength, end) !== chain) return explain(this, expected);
    if (bytes.toString('latin1', start, start + head.length) !== head) return explain(this, expected);
    this.seq = expected.seq;
    this.month = bytes.toString('latin1', start + head.length, start + head.length + monthLength);
    return undefined;
  }

  /** The record's kind, read without parsing the rest. */
  kind(): string {
    const from = this.bytes.indexOf(',"kind":"', this.start) + ',"kind":"'.length;
    return this.bytes.toString('latin1', from, this.bytes.indexOf('"', from));
  }

  text(): string {
    return this.bytes.toString('utf8', this.start, this.end);
  }

  parse(): LedgerRecord {
    return parseRecord(this.text());
  }
}

/** The record that a whole line says. */
export function parseRecord(text: string): LedgerRecord {
  const { post, ...rest } = JSON.parse(text);
  return { ...rest, post: post.map(toPosting) };
}

function toPosting([position, amount, currency]: [string, number, string]): Posting {
  return { position, amount: BigInt(amount), currency };
}

/** How the line of a record begins, up to the instant of entry. */
export function recordHead(seq: number): string {
  return `{"v":1,"seq":${seq},"at":"`;
}

/** Whether bytes are a whole record of some journal: its own hash holds. */
export function isWholeRecord(bytes: Buffer): boolean {
  if (bytes.length < chainLength) return false;
  const textEnd = bytes.length - tailLength;
  return bytes.toString('latin1', textEnd, bytes.length) === `${hashMember}${sha256(bytes.subarray(0, textEnd))}"}`;
}

function explain(line: RecordLine, expected: Expected): string {
  const bytes = line.bytes.subarray(line.start, line.end);
  if (!isWholeRecord(bytes)) return 'the line does not have the hash that it states: its bytes were changed';
  refuseNewer(bytes);
  const found = versionAndNumber.exec(bytes.toString('latin1', 0, 60));
  if (found?.[1] !== '1') return `the line is not a record of format 1 (it begins ${bytes.toString('latin1', 0, 20)})`;
  if (found[2] !== String(expected.seq)) return `record ${found[2]} stands where record ${expected.seq} belongs`;
  return 'the record does not continue the one before it: its prev is not the hash of that record';
}

/** The number that a whole record states. */
export function numberOf(bytes: Buffer): number {
  return Number(versionAndNumber.exec(bytes.toString('latin1', 0, 60))?.[2] ?? 0);
}

/** Throws `newerFormat` where a whole record is of a format that this program does not know. */
export function refuseNewer(bytes: Buffer): void {
  const [, format, seq] = versionAndNumber.exec(bytes.toString('latin1', 0, 60)) ?? [];
  if (Number(format) > knownFormat)
    throw newerFormat(`Record ${seq} is of format ${format}, which only a newer Purser can read.`);
}

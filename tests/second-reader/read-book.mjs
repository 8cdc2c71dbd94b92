// A second reader of Purser's books, written from docs/ledger-format.md alone and sharing no code with Purser: plain
// Node, whole files in memory, JSON parsed, money in bigint. It verifies a book and sums its positions; it never writes.
// Usage: node tests/second-reader/read-book.mjs BOOK
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const members = ['v', 'seq', 'at', 'by', 'desk', 'kind', 'key', 'data', 'post', 'prev', 'hash'];
const noHash = '0'.repeat(64);
const largest = 2n ** 53n - 1n;

/**
 * Reads a book's folder. Answers the number of records that hold, the hash of the last, the sums of all positions
 * (`position currency` → minor units), and the first thing that does not hold: file, line (from 1; 0: the file), what.
 */
export function readBook(book) {
  const journal = join(book, 'journal');
  const mark = readMark(journal);
  const state = { records: 0, head: noHash, sums: new Map(), imports: [], lines: new Map() };
  const months = readdirSync(journal).flatMap((name) => /^(\d{4}-\d{2})\.jsonl$/.exec(name)?.[1] ?? []);
  months.sort();
  for (const month of months) {
    const failure = readSegment(journal, month, state, mark.record);
    if (failure) return { ...state, failure };
  }
  const failure =
    endFailure(journal, mark.record, state, months) ??
    sealFailure(journal, months) ??
    mark.failure ??
    evidenceFailure(book, state.imports);
  return { ...state, failure };
}

function readSegment(journal, month, state, mark) {
  const file = `${month}.jsonl`;
  const bytes = readFileSync(join(journal, file));
  let start = 0;
  for (let line = 1; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const fail = (what) => ({ file, line, what });
    if (end < 0) return fail('the line has no end');
    const what = readRecord(bytes.subarray(start, end), month, line === 1, state, mark);
    if (what) return fail(what);
    state.lines.set(month, line);
    start = end + 1;
  }
  return undefined;
}

/** Checks one record and takes it into the state; answers what does not hold. */
function readRecord(line, month, isFirst, state, mark) {
  const cut = line.lastIndexOf(',"hash":"');
  if (cut < 0) return 'the line has no hash';
  const digest = sha256(line.subarray(0, cut));
  if (line.subarray(cut).toString('latin1') !== `,"hash":"${digest}"}`) return 'the hash is not that of the line';
  const record = parse(line);
  if (!record || Object.keys(record).join() !== members.join()) return 'the members are not those of a record';
  if (record.v !== 1) return 'the version is not 1';
  if (record.seq !== state.records + 1) return `record ${record.seq} stands where ${state.records + 1} belongs`;
  if (record.prev !== state.head) return 'prev is not the hash of the record before';
  const own = String(record.at).slice(0, 7);
  if (own > month || (isFirst && own !== month)) return `a record of ${own} stands in the segment of ${month}`;
  if (mark?.seq === record.seq && mark.head !== digest) return 'the record is not the one that was acknowledged';
  const wrong = addPostings(record.post, state.sums);
  if (wrong) return wrong;
  state.records = record.seq;
  state.head = digest;
  if (Array.isArray(record.data.imports)) state.imports.push(...record.data.imports);
  return undefined;
}

function addPostings(post, sums) {
  if (!Array.isArray(post)) return 'post is not an array';
  const perCurrency = new Map();
  for (const [position, amount, currency] of post) {
    if (typeof position !== 'string' || typeof currency !== 'string') return 'a posting is not as it should be';
    if (!Number.isSafeInteger(amount) || Object.is(amount, -0))
      return 'an amount is not a whole number within 2^53 - 1';
    const minor = BigInt(amount);
    if (minor > largest || minor < -largest) return 'an amount is too large';
    perCurrency.set(currency, (perCurrency.get(currency) ?? 0n) + minor);
  }
  for (const [currency, sum] of perCurrency) if (sum !== 0n) return `the postings sum to ${sum} ${currency}`;
  for (const [position, amount, currency] of post) {
    const key = `${position} ${currency}`;
    sums.set(key, (sums.get(key) ?? 0n) + BigInt(amount));
  }
  return undefined;
}

function sealFailure(journal, months) {
  for (const month of months) {
    const file = `${month}.sha256`;
    if (!existsSync(join(journal, file))) continue;
    const expected = `${sha256(readFileSync(join(journal, `${month}.jsonl`)))}  ${month}.jsonl\n`;
    if (readFileSync(join(journal, file), 'latin1') !== expected)
      return { file, line: 0, what: 'the seal does not hold' };
  }
  return undefined;
}

/** The files of the imports stand in `evidence/`, byte for byte. */
function evidenceFailure(book, imports) {
  for (const { name, sha256: digest, extension } of imports) {
    const file = `evidence/${digest}.${extension}`;
    const isThere = existsSync(join(book, file)) && sha256(readFileSync(join(book, file))) === digest;
    if (!isThere) return { file, line: 0, what: `the evidence of ${name} is missing or changed` };
  }
  return undefined;
}

/** The mark of the last record that was certainly acknowledged; a file that proves itself like a record. */
function readMark(journal) {
  const file = 'acknowledged.json';
  if (!existsSync(join(journal, file))) return {};
  const bytes = readFileSync(join(journal, file));
  const cut = bytes.lastIndexOf(',"hash":"');
  const isWhole =
    cut > 0 && bytes.subarray(cut).toString('latin1') === `,"hash":"${sha256(bytes.subarray(0, cut))}"}\n`;
  return isWhole ? { record: parse(bytes) } : { failure: { file, line: 0, what: 'the mark is damaged' } };
}

function endFailure(journal, mark, state, months) {
  const last = months.at(-1) ?? '';
  const place = { file: `${last}.jsonl`, line: (state.lines.get(last) ?? 0) + 1 };
  if (mark && mark.seq > state.records) return { ...place, what: `record ${mark.seq} was acknowledged and is missing` };
  const isSealed = last !== '' && existsSync(join(journal, `${last}.sha256`));
  return isSealed ? { ...place, what: 'the last segment is sealed: those after it are missing' } : undefined;
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

function parse(bytes) {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { records, head, sums, failure } = readBook(process.argv[2]);
  const balances = Object.fromEntries([...sums].map(([position, amount]) => [position, String(amount)]));
  console.log(JSON.stringify({ records, head, balances, failure }, null, 2));
  process.exitCode = failure ? 3 : 0;
}

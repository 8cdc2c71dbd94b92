// Lines of the journal, one for each posting of chosen records that is about chosen accounts, entities or positions: what
// stands behind a figure, whole. For the book desk alone, for it is the journal itself.
import type { Json, LedgerRecord, Posting } from '../../book/record.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { formatMinor } from '../../money/minor.ts';
import { type Asking, dayAsked } from '../asking.ts';
import { type List, type ListRow, columnsOf } from '../listing.ts';
import { recordsUntil } from '../records-until.ts';
import { forBookDesk } from '../sight.ts';

const texts = ['number', 'date', 'kind', 'position', 'currency', 'period', 'by'];
/** More subjects than this are not looked for in the text of every record: all records are read at once. */
const mostMentioned = 8;

/**
 * `about` empty takes every posting of the records. `change` is what a line adds to the figure: what is debited, and of
 * what is owed alone what is credited. With `until`, a last line takes back what the records did to later days.
 */
export function journalLinesList(asking: Asking, { records, about = [], until }: QueryInput<'journalLines'>): List {
  forBookDesk(asking, 'journalLines');
  const subjects = new Set(about);
  const isOwed = about.length > 0 && about.every((subject) => subject.startsWith('owed:'));
  const found = records
    ? records.flatMap((seq) => asking.sources.records({ from: seq, to: seq }))
    : recordsAbout(asking, about);
  const day = until === undefined ? undefined : dayAsked(asking.book, until);
  const { kept, rest } = day === undefined ? { kept: found, rest: [] } : recordsUntil(asking.book, found, day);
  const sign = isOwed ? -1n : 1n;
  const last = { number: '', date: until ?? '', kind: 'laterDays', period: '', by: '', seq: '' };
  const rows = [
    ...kept.flatMap((record) => linesOf(headOf(record), record.post, subjects, sign)),
    ...linesOf(last, rest, subjects, sign),
  ];
  return { columns: columnsOf({ text: texts, number: ['seq'], amount: ['debit', 'credit', 'change'] }), rows };
}

function recordsAbout({ sources, book }: Asking, about: readonly string[]): readonly LedgerRecord[] {
  const mentions = about.flatMap((subject) => {
    const text = JSON.stringify(subject).slice(1, -1);
    return [`${text}"`, `${text}:`];
  });
  const isFew = about.length > 0 && about.length <= mostMentioned;
  return sources.records({ from: 1, to: book.seq, ...(isFew && { mentions }) });
}

function headOf(record: LedgerRecord) {
  const { seq, at, kind, by } = record;
  return { number: `#${seq}`, date: at.slice(0, 10), kind, period: periodOf(record), by, seq: String(seq) };
}

function linesOf(
  head: Readonly<Record<'number' | 'date' | 'kind' | 'period' | 'by' | 'seq', string>>,
  post: readonly Posting[],
  about: ReadonlySet<string>,
  sign: 1n | -1n,
): readonly ListRow[] {
  return post.flatMap(({ position, amount, currency }, place): readonly ListRow[] => {
    if (!isAbout(position, about)) return [];
    const text = formatMinor(amount < 0n ? -amount : amount, currency);
    const [debit, credit] = amount > 0n ? [text, ''] : ['', text];
    const change = formatMinor(sign * amount, currency);
    return [{ ...head, id: `${head.seq}.${place}`, position, debit, credit, change, currency }];
  });
}

/** Whether a position, `cash:tencent:1000:HB`, holds any of the subjects in its parts; without subjects each does. */
export function isAbout(position: string, about: ReadonlySet<string>): boolean {
  if (about.size === 0) return true;
  const parts = position.split(':');
  return parts.some((_, from) => parts.some((_, to) => to >= from && about.has(parts.slice(from, to + 1).join(':'))));
}

/** The month that a record is about: of its run, else of the first date that its facts name, else of its entry. */
function periodOf({ data, at }: LedgerRecord): string {
  const run = data['run'];
  const period = isMember(run) ? run['period'] : undefined;
  if (typeof period === 'string') return period;
  const dates = Object.values(data).flatMap((facts) => (Array.isArray(facts) ? facts : []).map(dateOf));
  return (dates.find((date) => date !== '') ?? at).slice(0, 7);
}

function dateOf(fact: Json): string {
  const date = isMember(fact) ? (fact['date'] ?? '') : '';
  return typeof date === 'string' ? date : '';
}

function isMember(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

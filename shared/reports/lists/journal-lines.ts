// Lines of the journal, one for each posting of chosen records that is about chosen accounts or entities: what stands behind
// a figure, whole. For the book desk alone, for it is the journal itself.
import type { Json, LedgerRecord } from '../../book/record.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { formatMinor } from '../../money/minor.ts';
import type { Asking } from '../asking.ts';
import { type List, type ListRow, columnsOf } from '../listing.ts';
import { forBookDesk } from '../sight.ts';

const texts = ['number', 'date', 'kind', 'position', 'currency', 'period', 'by'];

/** `about` empty takes every posting of the records. */
export function journalLinesList({ sources, ...asking }: Asking, input: QueryInput<'journalLines'>): List {
  forBookDesk({ sources, ...asking }, 'journalLines');
  const { records, about = [] } = input;
  const rows = records
    .flatMap((seq) => sources.records({ from: seq, to: seq }))
    .flatMap((record) => linesOf(record, about));
  return { columns: columnsOf({ text: texts, number: ['seq'], amount: ['debit', 'credit'] }), rows };
}

function linesOf(record: LedgerRecord, about: readonly string[]): readonly ListRow[] {
  const { seq, at, kind, by, post } = record;
  const period = periodOf(record);
  return post.flatMap(({ position, amount, currency }, place): readonly ListRow[] => {
    if (!isAbout(position, about)) return [];
    const text = formatMinor(amount < 0n ? -amount : amount, currency);
    const [debit, credit] = amount > 0n ? [text, ''] : ['', text];
    const row = { number: `#${seq}`, date: at.slice(0, 10), kind, position, debit, credit, currency, period, by };
    return [{ id: `${seq}.${place}`, seq: String(seq), ...row }];
  });
}

/** Whether a position, `cash:tencent:1000:HB`, is about any of the subjects; without subjects each is. */
export function isAbout(position: string, about: readonly string[]): boolean {
  return about.length === 0 || about.some((subject) => `${position}:`.includes(`:${subject}:`));
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

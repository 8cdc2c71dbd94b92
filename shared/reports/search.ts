// One box that finds things of the book: entities and accounts by name (Chinese ones also by pinyin or its initials) or
// any part of their number, movements by key or reference, files by name, and amounts (`=1234.56`, `=1000..2000`).
import pinyin from 'pinyin-match';
import { type Month, formatDay, formatMonth, lastDay } from '../calendar/day.ts';
import type { QueryInput } from '../contract/queries.ts';
import { currencyDecimals } from '../money/currency.ts';
import { type Decimal, coefficientAt, compareDecimals, negate, parseDecimal, powerOfTen } from '../money/decimal.ts';
import { type Minor, formatMinor } from '../money/minor.ts';
import { entityOn } from '../rules/link.ts';
import type { Charge } from '../rules/movement.ts';
import { type Asking, latestDay } from './asking.ts';
import { chargesPosted } from './charges-posted.ts';
import { figureKey } from './figure.ts';
import { listOf } from './list-queries.ts';
import type { ListRow } from './listing.ts';
import { chargeId } from './works.ts';

/** Something found; `object` is what `history` and the screens call it, `figure` the key of a posted amount. */
export interface Found {
  readonly type: 'entity' | 'account' | 'movement' | 'import' | 'charge' | 'record' | 'run';
  readonly object: string;
  readonly title: string;
  readonly titleZh: string;
  readonly detail: string;
  readonly amount: string;
  readonly currency: string;
  readonly figure: string;
}

const most = 50;

/** The best fifty, best first: an exact match before a beginning, that before any other, then by kind and order of entry. */
export function search(asking: Asking, { text }: QueryInput<'search'>): { readonly rows: readonly Found[] } {
  const wanted = text.trim();
  if (wanted === '') return { rows: [] };
  if (wanted.startsWith('=')) return { rows: byAmount(asking, wanted.slice(1)).slice(0, most) };
  if (wanted.startsWith('#'))
    return { rows: bestOf(wanted.slice(1).trim(), documentsOf(asking, wanted.slice(1).trim())) };
  return {
    rows: bestOf(wanted, [...entities(asking), ...accounts(asking), ...movements(asking), ...imports(asking)]),
  };
}

function bestOf(wanted: string, candidates: readonly Candidate[]): readonly Found[] {
  if (wanted === '') return [];
  const ranked = candidates
    .map(({ found, texts }) => ({ found, rank: rankOf(wanted, texts) }))
    .filter(({ rank }) => rank < noMatch)
    .sort((left, right) => left.rank - right.rank);
  return ranked.slice(0, most).map(({ found }) => found);
}

/** All that has a number: movements, imports, records of the journal, runs of charges. Drafts of documents have none. */
function documentsOf(asking: Asking, wanted: string): readonly Candidate[] {
  const moved = movements(asking);
  if (asking.desk !== '') return moved;
  return [...records(asking, wanted), ...moved, ...imports(asking), ...runs(asking)];
}

interface Candidate {
  readonly found: Found;
  readonly texts: readonly string[];
}

const noMatch = 4;

function rankOf(wanted: string, texts: readonly string[]): number {
  const lower = wanted.toLowerCase();
  return Math.min(
    ...texts.map((text) => {
      const candidate = text.toLowerCase();
      if (candidate === lower) return 0;
      if (candidate.startsWith(lower)) return 1;
      if (candidate.includes(lower)) return 2;
      return /[\u3400-\u9fff]/.test(text) && pinyin.match(text, wanted) ? 3 : noMatch;
    }),
    noMatch,
  );
}

const blank = { titleZh: '', amount: '', currency: '', figure: '' };

function entities({ book }: Asking): readonly Candidate[] {
  return [...book.structure.entities.values()].map(({ code, name, nameZh, country, taxId }) => ({
    found: {
      ...blank,
      type: 'entity',
      object: code,
      title: name,
      titleZh: nameZh,
      detail: `${code} ${country}`.trim(),
    },
    texts: [code, name, nameZh, taxId],
  }));
}

function accounts(asking: Asking): readonly Candidate[] {
  const { book } = asking;
  const day = latestDay(book);
  const asOf = formatDay(day);
  const held = new Map(listOf(asking, 'balances', { asOf })!.rows.map((row) => [row.id, row]));
  return [...book.structure.accounts.values()].map(({ key, id, name, provider, currency }) => ({
    found: {
      ...blank,
      type: 'account',
      object: key,
      title: name || id,
      detail: `${provider} ${id} ${entityOn(book.structure, key, day)}`,
      amount: held.get(key)?.['available'] ?? '',
      currency: held.has(key) ? currency : '',
      figure: held.has(key)
        ? figureKey({ query: 'balances', input: { asOf }, of: { row: key }, column: 'available' })
        : '',
    },
    texts: [name, id, key],
  }));
}

function movements(asking: Asking): readonly Candidate[] {
  return listOf(asking, 'movements', {})!.rows.map((row) => ({
    found: foundMovement(row),
    texts: [row.id, row['reference'] ?? '', row['note'] ?? '', row['vendorReference'] ?? ''],
  }));
}

function foundMovement(row: ListRow): Found {
  const { date = '', kind = '', account = '', to = '', amount = '', currency = '' } = row;
  return {
    type: 'movement',
    object: row.id,
    title: row.id,
    titleZh: '',
    detail: `${date} ${kind} ${account}${to === '' ? '' : ` → ${to}`}`,
    amount,
    currency,
    figure: figureKey({ query: 'movements', input: {}, of: { row: row.id }, column: 'amount' }),
  };
}

/** Files hold lines of many accounts: they are found at the book desk. */
function imports(asking: Asking): readonly Candidate[] {
  if (asking.desk !== '') return [];
  return listOf(asking, 'imports', {})!.rows.map((row) => {
    const { import: object = '', file: title = '', periods = '', format = '', currency = '', keptSum = '' } = row;
    const figure = figureKey({ query: 'imports', input: {}, of: { row: row.id }, column: 'keptSum' });
    const detail = `${periods} ${format}`;
    return {
      found: { ...blank, type: 'import', object, title, detail, amount: keptSum, currency, figure },
      texts: [title, object],
    };
  });
}

/** A record of the journal, by its number. */
function records({ book, sources }: Asking, wanted: string): readonly Candidate[] {
  const seq = /^\d{1,9}$/.test(wanted) ? Number(wanted) : 0;
  if (seq < 1 || seq > book.seq) return [];
  return sources.records({ from: seq, to: seq }).map(({ at, by }) => {
    const [object, title] = [String(seq), `#${seq}`];
    return {
      found: { ...blank, type: 'record', object, title, detail: `${at.slice(0, 10)} ${by}` },
      texts: [object],
    };
  });
}

/** The runs of charges, by their months. */
function runs({ book }: Asking): readonly Candidate[] {
  return [...book.runs].map(([month, { seq }]) => {
    const period = formatMonth(month);
    return { found: { ...blank, type: 'run', object: period, title: period, detail: `#${seq}` }, texts: [period] };
  });
}

/** Movements and charges of an amount, or of amounts from one to another, latest first. */
function byAmount(asking: Asking, text: string): readonly Found[] {
  const [low, high = low] = text.split('..').map((part) => parseDecimal(part.trim()));
  if (!low || !high) return [];
  const range = { low, high };
  const charges = chargesOf(asking, range);
  if (charges.length >= most) return charges;
  const within = (value: Decimal): boolean => compareDecimals(value, low) >= 0 && compareDecimals(value, high) <= 0;
  const moved = listOf(asking, 'movements', {})!.rows.filter((row) => within(parseDecimal(row['amount'] ?? '')!));
  return [...charges, ...moved.map(foundMovement).reverse()];
}

interface AmountRange {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** The charges of the latest months, as many months as it takes to find enough. */
function chargesOf(asking: Asking, range: AmountRange): readonly Found[] {
  const found: Found[] = [];
  const periods = [...asking.book.runs.keys()].sort((left, right) => right - left);
  for (const month of periods) {
    if (found.length >= most) break;
    const within = withinMinor(range);
    for (const charge of chargesPosted(asking, month))
      if (within(charge)) found.push(foundCharge(asking, month, charge));
  }
  return found;
}

/** Tells whether a charge is within a range, whose bounds are put into the currency's minor unit once. */
function withinMinor({ low, high }: AmountRange): (charge: Charge) => boolean {
  const bounds = new Map<string, readonly [Minor, Minor]>();
  return ({ amount, currency }) => {
    const [least, greatest] = bounds.get(currency) ?? [
      -floorAt(negate(low), currencyDecimals(currency)),
      floorAt(high, currencyDecimals(currency)),
    ];
    bounds.set(currency, [least, greatest]);
    return amount >= least && amount <= greatest;
  };
}

/** The largest coefficient at a scale that is not above the value. */
function floorAt(value: Decimal, scale: number): bigint {
  if (value.scale <= scale) return coefficientAt(value, scale);
  const excess = powerOfTen(value.scale - scale);
  const whole = value.coefficient / excess;
  return value.coefficient < whole * excess ? whole - 1n : whole;
}

function foundCharge(asking: Asking, month: Month, charge: Charge): Found {
  const { owner, product, category, amount, currency } = charge;
  const period = formatMonth(month);
  return {
    ...blank,
    type: 'charge',
    object: owner,
    title: `${asking.book.structure.accounts.get(owner)?.name || owner} ${product}`,
    detail: `${formatDay(lastDay(month))} ${category}`,
    amount: formatMinor(amount, currency),
    currency,
    figure: figureKey({ query: 'charges', input: { period }, of: { row: chargeId(charge) }, column: 'amount' }),
  };
}

// The state of funds is the fold of all entries by value date, not by order of entry (rule F11). A change is prepared
// whole — what it adds, what it removes, everything after it done anew — and only then put in place.
import { type Day, type Month, formatDay, lastDay, monthOf } from '../calendar/day.ts';
import type { FundsEffect } from './effect.ts';
import { refuseUncleanMove } from './guardrail.ts';
import { entityOn } from './link.ts';
import { applyMovement } from './move.ts';
import type { Movement, Run } from './movement.ts';
import type { AccountKey, EntityCode, MovementKey } from './names.ts';
import { type Purse, type PurseDraft, type Purses, draftOver } from './purse.ts';
import { type Place, type Refusal, Refused } from './refusal.ts';
import { settleRun } from './settle.ts';
import type { Structure } from './structure.ts';

export interface MoveEvent {
  readonly kind: 'move';
  readonly account: AccountKey;
  readonly entity: EntityCode;
  readonly date: Day;
}

/** What stands on the timeline: accounts moving to another entity, funds movements, runs. */
export type TimedEvent =
  MoveEvent | { readonly kind: 'movement'; readonly movement: Movement } | { readonly kind: 'run'; readonly run: Run };

/** An event with its place in time: moves before the day's movements, a run after those of its last day. */
export interface TimedEntry {
  readonly day: Day;
  readonly phase: 0 | 1 | 2;
  /** Order of entry. */
  readonly order: number;
  readonly event: TimedEvent;
  /** Where it stands in an input, for refusals. */
  readonly place?: Place | undefined;
}

interface Checkpoint {
  /** How many entries stand before it. */
  readonly at: number;
  readonly purses: Purses;
}

/** What an entry did. It is replaced, never changed: while a run's outcome is the same one, so is all before it. */
export interface Outcome {
  readonly effects: readonly FundsEffect[];
}

/** All entries in order of value date, each with its outcome; `purses` is the state after the last. */
export interface Timeline {
  entries: TimedEntry[];
  outcomes: Outcome[];
  purses: Map<AccountKey, Purse>;
  checkpoints: Checkpoint[];
  /** The allocations among the entries by their keys: recoveries name them (F4). */
  allocations: Map<MovementKey, Movement>;
  /** The outcomes of the runs, by their months. */
  settled: Map<Month, Outcome>;
  /** The day of the last entry; null where there is none. */
  end: Day | null;
}

export function emptyTimeline(): Timeline {
  return {
    entries: [],
    outcomes: [],
    purses: new Map(),
    checkpoints: [],
    allocations: new Map(),
    settled: new Map(),
    end: null,
  };
}

export function entryOf(event: TimedEvent, order: number, place?: Place): TimedEntry {
  switch (event.kind) {
    case 'move':
      return { day: event.date, phase: 0, order, event, place };
    case 'movement':
      return { day: event.movement.date, phase: 1, order, event, place };
    case 'run':
      return { day: lastDay(event.run.period), phase: 2, order, event, place };
  }
}

/** What is to change: entries added and removed, and the day from which a changed structure may tell. */
export interface TimelineChange {
  readonly structure: Structure;
  readonly added: readonly TimedEntry[];
  readonly removed?: ReadonlySet<TimedEntry>;
  readonly structureChangedFrom?: Day | undefined;
}

/** A change worked out and accepted by the rules, not yet in place. */
export interface PreparedChange {
  /** Entries from here on are replaced. */
  readonly cut: number;
  readonly entries: readonly TimedEntry[];
  readonly outcomes: readonly Outcome[];
  /** The purses from which it was worked out, and those written over them: what removed entries wrote is in neither. */
  readonly base: Purses;
  readonly written: Purses;
  readonly checkpoints: readonly Checkpoint[];
}

/** Works a change out; throws Refused, with every refused entry, and leaves the timeline as it is. */
export function prepareChange(timeline: Timeline, change: TimelineChange): PreparedChange {
  const added = [...change.added].sort(compareEntries);
  const cut = firstAffected(timeline, change, added);
  const base = checkpointBefore(timeline, cut);
  const { draft, written } = draftOver(base.purses);
  const fold = folding(timeline, change.structure, draft);
  for (let at = base.at; at < cut; at++) fold.apply(timeline.entries[at]!);
  const kept = timeline.entries.slice(cut).filter((entry) => !change.removed?.has(entry));
  const entries = merge(kept, added);
  const fresh = new Set(added);
  for (const entry of entries) fold.know(entry);
  const outcomes: Outcome[] = [];
  const checkpoints: Checkpoint[] = [];
  const refusals: Refusal[] = [];
  let month = cut === 0 ? undefined : monthOf(timeline.entries[cut - 1]!.day);
  entries.forEach((entry, index) => {
    if (month !== undefined && monthOf(entry.day) !== month)
      checkpoints.push({ at: cut + index, purses: new Map([...base.purses, ...written]) });
    month = monthOf(entry.day);
    outcomes.push({ effects: fold.attempt(entry, fresh.has(entry), refusals) });
  });
  if (refusals.length > 0) throw new Refused(...tellingRefusals(refusals));
  return { cut, entries, outcomes, base: base.purses, written, checkpoints };
}

/** Puts a prepared change in place; the timeline must be as it was when the change was prepared. */
export function commitChange(timeline: Timeline, prepared: PreparedChange): void {
  for (const entry of timeline.entries.slice(prepared.cut)) {
    const gone = allocationIn(entry);
    if (gone) timeline.allocations.delete(gone.key);
    if (entry.event.kind === 'run') timeline.settled.delete(entry.event.run.period);
  }
  prepared.entries.forEach((entry, at) => {
    const found = allocationIn(entry);
    if (found) timeline.allocations.set(found.key, found);
    if (entry.event.kind === 'run') timeline.settled.set(entry.event.run.period, prepared.outcomes[at]!);
  });
  timeline.entries.length = prepared.cut;
  timeline.outcomes.length = prepared.cut;
  for (const entry of prepared.entries) timeline.entries.push(entry);
  for (const outcome of prepared.outcomes) timeline.outcomes.push(outcome);
  timeline.end = timeline.entries.at(-1)?.day ?? null;
  timeline.checkpoints = timeline.checkpoints.filter((checkpoint) => checkpoint.at < prepared.cut);
  timeline.checkpoints.push(...prepared.checkpoints);
  if (prepared.base !== timeline.purses) timeline.purses = new Map(prepared.base);
  for (const [account, purse] of prepared.written) timeline.purses.set(account, purse);
}

/** The purses after all entries up to the end of a day. */
export function pursesOn(timeline: Timeline, structure: Structure, day: Day): Purses {
  if (timeline.end === null || timeline.end <= day) return timeline.purses;
  const until = indexAfter(timeline.entries, day);
  const base = checkpointBefore(timeline, until);
  if (base.at === until) return base.purses;
  const { draft, written } = draftOver(base.purses);
  const fold = folding(timeline, structure, draft);
  for (let at = base.at; at < until; at++) fold.apply(timeline.entries[at]!);
  return new Map([...base.purses, ...written]);
}

/** The entries after a day, up to the end of another, with what they did. */
export function* entriesBetween(
  timeline: Timeline,
  after: Day,
  until: Day,
): Generator<{ readonly entry: TimedEntry; readonly outcome: Outcome }> {
  if (timeline.end === null || timeline.end <= after) return;
  const { entries, outcomes } = timeline;
  for (let at = indexAfter(entries, after); at < entries.length && entries[at]!.day <= until; at++)
    yield { entry: entries[at]!, outcome: outcomes[at]! };
}

/** The place of the first entry of a later day. */
export function indexAfter(entries: readonly TimedEntry[], day: Day): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.day <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function compareEntries(left: TimedEntry, right: TimedEntry): number {
  return left.day - right.day || left.phase - right.phase || left.order - right.order;
}

function merge(left: readonly TimedEntry[], right: readonly TimedEntry[]): TimedEntry[] {
  return right.length === 0 ? [...left] : [...left, ...right].sort(compareEntries);
}

function firstAffected(timeline: Timeline, change: TimelineChange, added: readonly TimedEntry[]): number {
  const { entries } = timeline;
  let cut = entries.length;
  const earliest = added[0];
  while (earliest && cut > 0 && compareEntries(earliest, entries[cut - 1]!) < 0) cut--;
  for (const entry of change.removed ?? []) cut = Math.min(cut, entries.indexOf(entry));
  if (change.structureChangedFrom !== undefined)
    cut = Math.min(cut, indexAfter(entries, (change.structureChangedFrom - 1) as Day));
  return cut;
}

function checkpointBefore(timeline: Timeline, at: number): Checkpoint {
  if (at === timeline.entries.length) return { at, purses: timeline.purses };
  return timeline.checkpoints.findLast((checkpoint) => checkpoint.at <= at) ?? { at: 0, purses: new Map() };
}

interface Folding {
  /** Makes an allocation known before it is applied, so that recoveries find it. */
  know(entry: TimedEntry): void;
  apply(entry: TimedEntry): readonly FundsEffect[];
  /** Applies an entry; a refusal is collected and the entry passed over. */
  attempt(entry: TimedEntry, isNew: boolean, refusals: Refusal[]): readonly FundsEffect[];
}

function folding(timeline: Timeline, structure: Structure, draft: PurseDraft): Folding {
  const known = new Map<MovementKey, Movement>();
  const allocation = (key: MovementKey): Movement | undefined => known.get(key) ?? timeline.allocations.get(key);
  const context = { structure, allocation };
  const apply = (entry: TimedEntry): readonly FundsEffect[] => {
    const { event } = entry;
    if (event.kind === 'movement') return applyMovement(draft, context, event.movement);
    if (event.kind === 'run') return settleRun(draft, structure, event.run);
    refuseUncleanMove(structure, event, draft.read(event.account));
    return holderChanges(structure, event, draft.read(event.account));
  };
  return {
    know(entry) {
      const found = allocationIn(entry);
      if (found) known.set(found.key, found);
    },
    apply,
    attempt(entry, isNew, refusals) {
      try {
        return apply(entry);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        for (const refusal of error.refusals) refusals.push(isNew ? placed(refusal, entry) : inTheWay(refusal, entry));
        return [];
      }
    },
  };
}

/** Where the guardrail is off an account may move with its cash: the float follows it (rule R2). */
function holderChanges(structure: Structure, { account, entity, date }: MoveEvent, purse: Purse): FundsEffect[] {
  const holder = entityOn(structure, account, (date - 1) as Day);
  return purse.lots.map(({ origin, remaining }): FundsEffect => {
    return { kind: 'holder-changed', account, holder, to: account, toHolder: entity, origin, amount: remaining };
  });
}

function allocationIn({ event }: TimedEntry): Movement | undefined {
  return event.kind === 'movement' && event.movement.kind === 'allocation' ? event.movement : undefined;
}

function placed(refusal: Refusal, entry: TimedEntry): Refusal {
  return entry.place ? { ...refusal, where: { ...refusal.where, ...entry.place } } : refusal;
}

function inTheWay(refusal: Refusal, entry: TimedEntry): Refusal {
  const { event } = entry;
  return {
    ...refusal,
    ...(event.kind === 'movement' && { movement: { key: event.movement.key, date: formatDay(entry.day) } }),
    code: 'laterEntryImpossible',
    rule: 'F11',
    what: `This would make a later entry of ${formatDay(entry.day)} impossible: ${refusal.what}`,
    unchanged: 'Nothing was entered; no balance has changed.',
    next: 'Reverse that later entry first, or enter an amount that leaves enough for it.',
  };
}

/** Where new entries are refused, what follows from their absence is noise. */
function tellingRefusals(refusals: readonly Refusal[]): readonly Refusal[] {
  const own = refusals.filter((refusal) => refusal.code !== 'laterEntryImpossible');
  return own.length > 0 ? own : refusals.slice(0, 1);
}

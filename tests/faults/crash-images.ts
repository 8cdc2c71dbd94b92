// Works out what a crash may leave on a disk: for every moment of a recorded run, what was synced for certain, and all
// that the rest may have become: lost, torn, filled with zeros or garbage, longer than written, or done out of order.
import { type Change, DiskTree, type Operation } from './disk-tree.ts';
import { seeded } from './random.ts';
import { SimulatedDisk } from './simulated-disk.ts';

/** The kinds of crash, as the tables count them; `killed`: the program alone died, and the system's cache lives on. */
export const crashKinds = [
  'killed',
  'kept',
  'lost',
  'torn',
  'zero-filled',
  'garbage',
  'longer',
  'reordered',
  'lost entry',
] as const;
export type CrashKind = (typeof crashKinds)[number];

/** One possible disk after a crash that came when `moment` operations were done; `name` repeats it exactly. */
export interface CrashImage {
  readonly moment: number;
  readonly kind: CrashKind;
  readonly name: string;
  readonly disk: SimulatedDisk;
}

export interface CrashOptions {
  readonly seed: number;
  /** How many cuts of each unsynced write are tried for each way of mutilating it; Infinity: every byte. */
  readonly cuts: number;
  /** How many orders are tried at each moment. */
  readonly orders: number;
}

/** The tree that a crash leaves at the end of a run if nothing reached the disk but what was synced. */
export function onlySynced(before: DiskTree, log: readonly Operation[]): DiskTree {
  const durable = before.copy();
  let pending: Pending[] = [];
  for (const operation of log) pending = advance(durable, pending, operation);
  return durable;
}

interface Pending {
  readonly change: Change;
  /** A sync that failed has dropped it: it may be on the disk or not, and no later sync changes that. */
  isForgotten: boolean;
}

/** Every image, moment by moment; the tree that the run began with must not be changed meanwhile. */
export function* crashImages(
  before: DiskTree,
  log: readonly Operation[],
  options: CrashOptions,
): Generator<CrashImage> {
  const durable = before.copy();
  let pending: Pending[] = [];
  for (let moment = 0; moment <= log.length; moment += 1) {
    if (moment > 0) pending = advance(durable, pending, log[moment - 1]!);
    yield {
      moment,
      kind: 'killed',
      name: `${moment}/killed`,
      disk: SimulatedDisk.afterKill(before, log.slice(0, moment)),
    };
    for (const { kind, detail, changes } of outcomes(pending, moment, options)) {
      const tree = durable.copy();
      for (const change of changes) tree.apply(change);
      yield { moment, kind, name: `${moment}/${kind}/${detail}`, disk: new SimulatedDisk(tree) };
    }
  }
}

/** Takes one operation into account: changes wait, syncs make what waited durable. */
function advance(durable: DiskTree, pending: Pending[], operation: Operation): Pending[] {
  switch (operation.type) {
    case 'sync':
      return settle(durable, pending, (change) => change.type === 'write' && change.node === operation.node);
    case 'syncFolder':
      return settle(durable, pending, (change) => folderOf(change) === operation.folder);
    case 'syncFailed':
      for (const item of pending) {
        if (item.change.type === 'write' && item.change.node === operation.node) item.isForgotten = true;
      }
      return pending;
    default:
      return [...pending, { change: operation, isForgotten: false }];
  }
}

function settle(durable: DiskTree, pending: Pending[], isMeant: (change: Change) => boolean): Pending[] {
  return pending.filter((item) => {
    if (item.isForgotten || !isMeant(item.change)) return true;
    durable.apply(item.change);
    return false;
  });
}

/** The folder whose sync makes a change of names durable: of a rename, the one it goes to. */
function folderOf(change: Change): number | undefined {
  if (change.type === 'write') return undefined;
  return change.type === 'rename' ? change.to : change.folder;
}

interface Outcome {
  readonly kind: CrashKind;
  readonly detail: string;
  readonly changes: readonly Change[];
}

function* outcomes(pending: readonly Pending[], moment: number, options: CrashOptions): Generator<Outcome> {
  const changes = pending.map(({ change }) => change);
  yield { kind: 'kept', detail: 'all', changes };
  if (changes.length === 0) return;
  yield { kind: 'lost', detail: 'all', changes: [] };
  for (const [index, change] of changes.entries()) {
    const without = changes.filter((other) => other !== change);
    if (change.type !== 'write') {
      yield { kind: 'lost entry', detail: `${index}`, changes: without };
      continue;
    }
    const random = seeded(options.seed + moment * 1009 + index);
    for (const { kind, detail, bytes } of mutilations(change.bytes, options.cuts, random)) {
      const changed = changes.map((other) => (other === change ? { ...change, bytes } : other));
      yield { kind, detail: `${index}/${detail}`, changes: changed };
    }
  }
  if (changes.length > 1) yield* reorderings(changes, options, seeded(options.seed + moment));
}

/** Any part of what waits may have been done without the rest. */
function* reorderings(
  changes: readonly Change[],
  { orders }: CrashOptions,
  random: (below: number) => number,
): Generator<Outcome> {
  const all = 2 ** Math.min(changes.length, 30);
  const isFew = all <= orders;
  for (let order = 0; order < (isFew ? all : orders); order += 1) {
    const mask = isFew ? order : random(all);
    yield {
      kind: 'reordered',
      detail: `${mask}`,
      changes: changes.filter((_, index) => ((mask >> (index % 30)) & 1) === 1),
    };
  }
}

interface Mutilation {
  readonly kind: CrashKind;
  readonly detail: string;
  readonly bytes: Uint8Array;
}

function* mutilations(bytes: Uint8Array, cuts: number, random: (below: number) => number): Generator<Mutilation> {
  const step = Math.max(1, Math.floor(bytes.length / cuts));
  for (let cut = random(step); cut < bytes.length; cut += step) {
    const head = bytes.subarray(0, cut);
    const rest = bytes.length - cut;
    const noise = Uint8Array.from({ length: rest }, () => random(256));
    const tail = Uint8Array.from({ length: 1 + random(64) }, () => (cut % 2 === 0 ? 0 : random(256)));
    yield { kind: 'torn', detail: `${cut}`, bytes: head };
    yield { kind: 'zero-filled', detail: `${cut} end`, bytes: joined(head, new Uint8Array(rest)) };
    yield { kind: 'zero-filled', detail: `${cut} begin`, bytes: joined(new Uint8Array(cut), bytes.subarray(cut)) };
    yield { kind: 'garbage', detail: `${cut} end`, bytes: joined(head, noise) };
    yield { kind: 'garbage', detail: `${cut} line`, bytes: joined(head, noise.subarray(0, -1), Uint8Array.of(10)) };
    yield { kind: 'longer', detail: `${cut}`, bytes: joined(head, new Uint8Array(rest), tail) };
    yield { kind: 'longer', detail: `${cut} whole`, bytes: joined(bytes, tail) };
  }
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}

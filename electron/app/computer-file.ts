// What Purser keeps of this computer, in one lowdb file of the user's data folder: settings, recent books, places of
// windows, last folders. It holds nothing of a book; where it is missing or damaged, the usual values hold.
import { LowSync } from 'lowdb';
import { type Settings, settings as settingsSchema } from '../../shared/contract/app.ts';
import { usualSettings } from '../../shared/contract/usual-settings.ts';
import type { Json } from '../../shared/book/record.ts';
import type { Disk } from '../ledger/disk.ts';
import { sealedJsonAdapter } from '../ledger/sealed-json-adapter.ts';
import type { WindowPlace } from './window-place.ts';

/** A book that was open, by its folder; `opened` is an instant, ISO 8601 in UTC. */
export type RecentEntry = { readonly folder: string; readonly name: string; readonly opened: string };

/** The last record that was seen of a book, where it stood, and the instant (ISO 8601, UTC). */
export type SeenPosition = {
  readonly seq: number;
  readonly head: string;
  readonly segment: string;
  readonly line: number;
  readonly end: number;
  readonly at: string;
};

/** What the file says; `windows` and `heads` by the id of a book, `folders` by what they were last chosen for. */
export type ComputerFacts = {
  readonly settings: Settings;
  readonly recent: readonly RecentEntry[];
  readonly windows: { readonly [book: string]: WindowPlace };
  readonly folders: { readonly [purpose: string]: string };
  readonly heads: { readonly [book: string]: SeenPosition };
};

export class ComputerFile {
  readonly #file: LowSync<ComputerFacts>;

  /** `language` holds until the clerk chooses one. */
  constructor(disk: Disk, path: string, language: Settings['language']) {
    const usual = { settings: { ...usualSettings, language }, recent: [], windows: {}, folders: {}, heads: {} };
    const recognise = (members: { readonly [name: string]: Json }): ComputerFacts => asFacts(members, usual);
    this.#file = new LowSync<ComputerFacts>(sealedJsonAdapter(disk, path, recognise), usual);
    this.#file.read();
  }

  get facts(): ComputerFacts {
    return this.#file.data;
  }

  /** Replaces some members, durably; throws the disk's own error. */
  change(change: Partial<ComputerFacts>): void {
    this.#file.data = { ...this.#file.data, ...change };
    this.#file.write();
  }
}

/** Members that an older or newer Purser wrote otherwise fall back to the usual ones. */
function asFacts(members: { readonly [name: string]: Json }, usual: ComputerFacts): ComputerFacts {
  const settings = settingsSchema.safeParse({ ...usual.settings, ...(members['settings'] as object | undefined) });
  const recent = Array.isArray(members['recent']) ? (members['recent'] as readonly RecentEntry[]) : usual.recent;
  return {
    settings: settings.success ? settings.data : usual.settings,
    recent: recent.filter(({ folder, name, opened }) =>
      [folder, name, opened].every((each) => typeof each === 'string'),
    ),
    windows: (members['windows'] as ComputerFacts['windows'] | undefined) ?? usual.windows,
    folders: (members['folders'] as ComputerFacts['folders'] | undefined) ?? usual.folders,
    heads: (members['heads'] as ComputerFacts['heads'] | undefined) ?? usual.heads,
  };
}

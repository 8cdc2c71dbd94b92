// The books that were open on this computer, the last one first. Windows know them by tokens, never by their folders.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RecentBook } from '../../shared/contract/app.ts';
import { sha256 } from '../ledger/sha256.ts';
import type { ComputerFile, RecentEntry } from './computer-file.ts';

const kept = 12;

/** The list as windows see it. */
export function recentBooks(computer: ComputerFile): readonly RecentBook[] {
  return computer.facts.recent.map(({ folder, name, opened }) => ({
    token: tokenOf(folder),
    name,
    folder,
    opened,
    missing: !existsSync(join(folder, 'journal')),
  }));
}

/** The folder that a token stands for; undefined where it was never given out. */
export function folderOfRecent(computer: ComputerFile, token: string): string | undefined {
  return computer.facts.recent.find(({ folder }) => tokenOf(folder) === token)?.folder;
}

/** Puts a book first. */
export function rememberBook(computer: ComputerFile, entry: RecentEntry): void {
  const others = computer.facts.recent.filter(({ folder }) => folder !== entry.folder);
  computer.change({ recent: [entry, ...others].slice(0, kept) });
}

function tokenOf(folder: string): string {
  return sha256(folder).slice(0, 16);
}

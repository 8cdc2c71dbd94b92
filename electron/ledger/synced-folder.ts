// Recognises folders that another program synchronises or that lie on another computer, where a book is at risk: files
// change under it, locks do not reach, a sync may not be one. It warns by facts of names alone and changes nothing.
import type { Disk } from './disk.ts';
import { journalFolder } from './segment.ts';

/** What keeps a folder in step with another place. */
export type Synchroniser = 'OneDrive' | 'iCloud Drive' | 'Dropbox' | 'Google Drive' | 'a network share';

const marks: readonly (readonly [RegExp, Synchroniser])[] = [
  [/^OneDrive( - .+)?$/i, 'OneDrive'],
  [/^(iCloud ?Drive|Mobile Documents|com~apple~CloudDocs)$/i, 'iCloud Drive'],
  [/^Dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(Google ?Drive|GoogleDrive-.+|My Drive|DriveFS)$/i, 'Google Drive'],
];
/** Folders of macOS's file providers carry the name and the account: `OneDrive-Personal`, `Dropbox-Work`. */
const cloudStorage = /\/Library\/CloudStorage\/(OneDrive|iCloud|Dropbox|GoogleDrive)/i;
const providers: Readonly<Record<string, Synchroniser>> = {
  onedrive: 'OneDrive',
  icloud: 'iCloud Drive',
  dropbox: 'Dropbox',
  googledrive: 'Google Drive',
};
const networkPath = /^(\\\\(?![?.]\\)|\\\\\?\\UNC\\|\/\/|\/run\/user\/\d+\/gvfs\/|\/net\/|\/Network\/)/i;

/** What synchronises a folder, as far as its absolute path shows; `roots` are folders known to be synchronised. */
export function synchroniserOf(
  path: string,
  roots: Readonly<Partial<Record<Synchroniser, string>>> = {},
): Synchroniser | undefined {
  if (networkPath.test(path)) return 'a network share';
  const slashed = path.replaceAll('\\', '/');
  for (const [name, root] of Object.entries(roots) as [Synchroniser, string][]) {
    if (`${slashed}/`.startsWith(`${root.replaceAll('\\', '/')}/`)) return name;
  }
  const provider = cloudStorage.exec(slashed)?.[1];
  if (provider) return providers[provider.toLowerCase()];
  for (const part of slashed.split('/')) {
    const found = marks.find(([mark]) => mark.test(part));
    if (found) return found[1];
  }
  return undefined;
}

/** The folders that the system's environment names as synchronised. */
export function synchroniserRoots(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Partial<Record<Synchroniser, string>>> {
  const root = environment['OneDriveCommercial'] || environment['OneDrive'];
  return root ? { OneDrive: root } : {};
}

const ownName = /^(\d{4}-\d{2}\.(jsonl|sha256|torn-[0-9a-f]{16})|acknowledged\.json|.+\.tmp)$/;
const copyName = /^(\d{4}-\d{2}|acknowledged).+/;

/** Files in the journal's folder that a synchroniser made of a conflict: `2026-10 (1).jsonl`, `2026-10-LAPTOP.jsonl`. */
export function conflictCopies(disk: Disk, book: string): string[] {
  return disk.list(journalFolder(book)).filter((name) => !ownName.test(name) && copyName.test(name));
}

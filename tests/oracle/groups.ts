// The sample groups and which months of them are run. Three are kept here byte for byte; one may only be read beside the
// checkout.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export interface Group {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly adopt: boolean;
}

/** Where the samples lie beside the checkout, if they are there. */
export const samplesBeside = join(import.meta.dirname, '../../../shared/samples');

/** Where the copies lie. */
export const copies = join(import.meta.dirname, 'groups');

/** The groups copied, with the digest of their files. */
export const copied = [
  {
    name: 'harbour',
    from: '2026-08',
    to: '2026-10',
    adopt: false,
    digest: '590cb546ef721acf1a0bf222d282d1d81e72f795cfc8d94e773498675aaac094',
  },
  {
    name: 'shaken-a',
    from: '2025-11',
    to: '2026-02',
    adopt: false,
    digest: '5cf662ed15adb638b83b5c5f6460c5b052d8a6551af31fd280a267221ea5d2e4',
  },
  {
    name: 'shaken-b',
    from: '2025-11',
    to: '2026-02',
    adopt: false,
    digest: '1b32182949d2dfa4e87debce4f89810dbb498f50eb562f7f4ef8d630735640ee',
  },
] as const satisfies readonly (Group & { readonly digest: string })[];

/** Real lines of three vendors, under a licence that lets us read them where they are. */
export const focus: Group = { name: 'focus-1.0', from: '2024-09', to: '2024-10', adopt: true };

/** One SHA-256 over the path and content of every file of a folder, in order of path. */
export function digestOfFolder(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')).sort();
  const digest = createHash('sha256');
  for (const path of paths) {
    const content = createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex');
    digest.update(`${content}  ${path}\n`);
  }
  return digest.digest('hex');
}

// Saves printed documents in a folder: each file whole or not there at all, none written over another of the same run.
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type NameParts, documentName, freeName } from './file-name.ts';

/** Saves the documents of one run in one folder. */
export interface DocumentFolder {
  /** Writes the file and answers its path; a file of an earlier run under the same name is replaced. */
  save(parts: NameParts, bytes: Uint8Array): Promise<string>;
}

/** The folder is made with its first document. */
export function documentFolder(folder: string): DocumentFolder {
  const taken = new Set<string>();
  return {
    async save(parts, bytes) {
      const name = freeName(documentName(parts), taken);
      taken.add(name.toLowerCase());
      const path = join(folder, `${name}.pdf`);
      await mkdir(folder, { recursive: true });
      await writeWhole(path, bytes);
      return path;
    },
  };
}

/** Writes a file whole or not at all; one that is there is replaced. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await writeStream(path, [bytes]);
}

/** The same with bytes that are made as they are written: where making them fails, there is no file. */
export async function writeStream(
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  try {
    const file = await open(draft, 'wx');
    try {
      for await (const chunk of chunks) await file.writeFile(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

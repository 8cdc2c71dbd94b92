// JSON files that prove themselves: the last member, `hash`, is the SHA-256 of the text before it, as in a record.
// It says nothing of where such files lie or how they are written.
import type { Json } from '../../shared/book/record.ts';
import { sha256 } from './sha256.ts';

const hashMember = ',"hash":"';
const sealLength = hashMember.length + 64 + '"}\n'.length;

/** The file's text: the members in their order, then the hash over all before it. */
export function sealJson(members: { readonly [name: string]: Json }): string {
  const text = JSON.stringify(members).slice(0, -1);
  return `${text}${hashMember}${sha256(text)}"}\n`;
}

/** Reads a sealed file; undefined where a single bit of it is not as it was written. */
export function unsealJson(bytes: Uint8Array): { readonly [name: string]: Json } | undefined {
  const end = bytes.length - sealLength;
  if (end < 2) return undefined;
  const seal = Buffer.from(bytes.buffer, bytes.byteOffset + end, sealLength).toString('latin1');
  if (seal !== `${hashMember}${sha256(bytes.subarray(0, end))}"}\n`) return undefined;
  const { hash: _, ...members } = JSON.parse(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'),
  );
  return members;
}

// A file of one JSON head and named arrays of numbers, sealed with a SHA-256: how derived data that can be rebuilt is
// kept. A file that is cut off, altered or of another version reads as none. Numbers are in the machine's byte order.
import { createHash } from 'node:crypto';

const constructors = { Int32Array, Uint32Array, Uint16Array, Float64Array, BigUint64Array };
type Kind = keyof typeof constructors;
export type PackedArray = InstanceType<(typeof constructors)[Kind]> & { readonly buffer: ArrayBuffer };

export interface Packed {
  readonly head: unknown;
  readonly arrays: Readonly<Record<string, PackedArray>>;
}

interface Section {
  readonly name: string;
  readonly kind: Kind;
  readonly length: number;
}

const digestLength = 32;
const alignment = 8;

/** The pieces of the file, to be written one after another; `version` is part of what the seal covers. */
export function packedPieces(version: string, { head, arrays }: Packed): Uint8Array[] {
  const sections: Section[] = Object.entries(arrays).map(([name, array]) => {
    return { name, kind: array.constructor.name as Kind, length: array.length };
  });
  const json = Buffer.from(JSON.stringify({ version, head, sections }));
  const length = Buffer.alloc(alignment);
  length.writeUInt32LE(json.length);
  const pieces: Uint8Array[] = [length, json, padding(json.length)];
  for (const array of Object.values(arrays)) {
    pieces.push(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), padding(array.byteLength));
  }
  return [digestOf(pieces), ...pieces];
}

/** What a file holds; undefined where it is not a whole, unaltered file of this version. */
export function unpacked(version: string, file: Buffer): Packed | undefined {
  if (
    file.length < digestLength + alignment ||
    !digestOf([file.subarray(digestLength)]).equals(file.subarray(0, digestLength))
  )
    return undefined;
  const headLength = file.readUInt32LE(digestLength);
  const headStart = digestLength + alignment;
  const parsed = JSON.parse(file.toString('utf8', headStart, headStart + headLength)) as {
    version: string;
    head: unknown;
    sections: Section[];
  };
  if (parsed.version !== version) return undefined;
  const arrays: Record<string, PackedArray> = {};
  let position = headStart + padded(headLength);
  for (const { name, kind, length } of parsed.sections) {
    const bytes = length * constructors[kind].BYTES_PER_ELEMENT;
    // A copy, so that the array is aligned whatever buffer the file was read into.
    arrays[name] = new constructors[kind](
      new Uint8Array(file.subarray(position, position + bytes)).buffer,
    ) as PackedArray;
    position += padded(bytes);
  }
  return { head: parsed.head, arrays };
}

function padded(length: number): number {
  return Math.ceil(length / alignment) * alignment;
}

function padding(length: number): Uint8Array {
  return new Uint8Array(padded(length) - length);
}

function digestOf(pieces: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
}

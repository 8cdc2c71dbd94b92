// Turns the bytes of a bill into UTF-8 without a byte-order mark, whatever encoding they came in.
// It decides by byte-order mark; that text without one is not UTF-8 is found out by whoever reads it.
import { billRefusal } from './refusals.ts';
import type { BillStream } from './source.ts';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** The encoding that a byte-order mark states; UTF-8 where there is none. */
export function markedEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** How many bytes the UTF-8 byte-order mark at the beginning takes: 3 or 0. */
export function markLength(head: Uint8Array): number {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
}

/** The first bytes of a stream, at most a chunk of it. */
export async function headOf(stream: BillStream): Promise<Uint8Array> {
  for await (const chunk of stream.chunks()) if (chunk.length > 0) return chunk.slice(0, 4);
  return new Uint8Array(0);
}

/**
 * The stream as UTF-8. Text said to be UTF-8 passes unchecked, without its byte-order mark; other encodings are decoded,
 * and refused as `badEncoding` where the bytes do not fit them.
 */
export async function* utf8Chunks(stream: BillStream, encoding: Encoding): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8') {
    let first = true;
    for await (const chunk of stream.chunks()) {
      yield first ? chunk.subarray(markLength(chunk)) : chunk;
      first = false;
    }
    return;
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  const encoder = new TextEncoder();
  try {
    for await (const chunk of stream.chunks()) yield encoder.encode(decoder.decode(chunk, { stream: true }));
    yield encoder.encode(decoder.decode());
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw billRefusal('badEncoding', `The file is neither UTF-8 nor ${encoding}.`, { file: stream.name }, 'B4');
  }
}

// Tables as tests hand them to what writes them, and the bytes that come of it.

/** Rows in the parts given. */
export async function* inParts(
  ...parts: readonly (readonly (readonly string[])[])[]
): AsyncGenerator<readonly (readonly string[])[]> {
  for (const part of parts) yield await Promise.resolve(part);
}

/** All bytes, one after the other. */
export async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

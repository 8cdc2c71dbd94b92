// Writes text in GB18030, which the platform can only read.

let twoByteCodes: Map<string, [number, number]> | undefined;

/** A text in GB18030; it may hold ASCII and Chinese of the two-byte area. */
export function gb18030(text: string): Uint8Array {
  twoByteCodes ??= twoByteArea();
  const codes = twoByteCodes;
  return Uint8Array.from(
    [...text].flatMap((character) => {
      if (character.codePointAt(0)! < 128) return [character.codePointAt(0)!];
      const code = codes.get(character);
      if (!code) throw new Error(`"${character}" is outside the two-byte area of GB18030.`);
      return code;
    }),
  );
}

function twoByteArea(): Map<string, [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return codes;
}

// What a document says of the moment of its printing.

/** The moment of printing as documents show it: `2026-11-03 09:15 UTC`. */
export function printedNow(): string {
  return `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

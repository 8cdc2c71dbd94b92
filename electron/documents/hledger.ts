// The journal as an hledger file: one transaction a record, one account a position, so that another program can check
// every balance.
import type { LedgerRecord } from '../../shared/book/record.ts';
import { formatMinor } from '../../shared/money/minor.ts';

/** The text of the file, transaction by transaction; records without postings are left out. */
export function* hledgerText(records: Iterable<LedgerRecord>): Generator<string> {
  yield '; Exported by Purser: one account per position, amounts as posted.\n\n';
  for (const { at, seq, kind, key, post } of records) {
    if (post.length === 0) continue;
    const lines = post.map(
      ({ position, amount, currency }) => `    ${plain(position)}  ${formatMinor(amount, currency)} ${currency}\n`,
    );
    yield `${at.slice(0, 10)} (${seq}) ${kind} ${plain(key)}\n${lines.join('')}\n`;
  }
}

/** A text that hledger reads as one name: white space, semicolons, bars and the sign of this encoding are written %xx. */
function plain(text: string): string {
  return text.replace(/[\s;|%]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

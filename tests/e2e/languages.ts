// Whether a text is in the language it should be in: what is not must be a name, a code or a key.
import { accounts, entities, products } from '../../renderer/stories/harbour.ts';
import { exceptions, imports } from '../../renderer/stories/harbour-work.ts';
import { movements } from '../../renderer/stories/harbour-funds.ts';

const nameColumns = ['name', 'nameZh', 'entity', 'file', 'category', 'resource', 'region', 'reference', 'provider'];

/** Words of names in the made-up group, and of the program, its formats, the vendors and the keys. */
const names = new Set([
  ...[...accounts, ...entities, ...exceptions, ...imports, ...movements].flatMap((row) =>
    nameColumns.flatMap((column) => wordsOf(row[column] ?? '')),
  ),
  ...products.flatMap(wordsOf),
  ...wordsOf('Purser Harbour Northwind Documents Archive purser Excel Tencent Cloud AWS FOCUS CSV PDF gzip zip kB SHA'),
  ...wordsOf('no such thing EIO systemError tencent ENOSPC write'),
  ...wordsOf('journal jsonl json csv zip evidence salvage before restore OneDrive LAPTOP purser'),
  ...wordsOf('Ctrl Shift Alt Enter Esc Tab Backspace PageUp PageDown PgUp PgDn Space English Inter clerk finance'),
]);

function wordsOf(text: string): readonly string[] {
  return text.match(/[A-Za-z][A-Za-z]+/g) ?? [];
}

/** Whether a Chinese text holds Latin words that are no names, codes or keys. */
export function isStrangeInChinese(text: string): boolean {
  const isCode = (word: string): boolean => /^[A-Z]{2,4}$/.test(word);
  const withoutHashes = text.replaceAll(/\b[0-9a-f]{16,}/g, '');
  return wordsOf(withoutHashes).some((word) => !names.has(word) && !isCode(word));
}

/** Whether an English text holds Chinese that is no name. */
export function isStrangeInEnglish(text: string): boolean {
  const withoutNames = [...entities.map((row) => row['nameZh'] ?? ''), '港湾集团', '中文'].reduce(
    (rest, name) => rest.replaceAll(name, ''),
    text,
  );
  return /[一-鿿]/.test(withoutNames);
}

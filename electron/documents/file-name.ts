// File names of documents: legal on every system, the same document always under the same name.

export interface NameParts {
  readonly entity: string;
  readonly type: string;
  /** The document's number, or the account where it has none. */
  readonly number: string;
  /** `2026-10`. */
  readonly period: string;
}

const longestPart = 60;
/** Control characters, what Windows forbids, and what separates the parts. */
const forbidden = /[\p{Cc}<>:"/\\|?*_\s]+/gu;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** `{entity}_{type}_{number}_{period}` without an extension, everything that Windows forbids replaced. */
export function documentName({ entity, type, number, period }: NameParts): string {
  return [entity, type, number, period].map(legalPart).filter(Boolean).join('_');
}

/** `:` and `/` within numbers and account keys become `-`. */
function legalPart(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(forbidden, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  const short = [...plain].slice(0, longestPart).join('');
  return reserved.test(short) ? `${short}-` : short;
}

/** The name, or `name-2`, `name-3` … where it is taken already; systems that ignore case are respected. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${name}-${count}`;
  return free;
}

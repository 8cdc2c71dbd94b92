// A position of the journal as people read it: its kind in words, its account by name.
import { word } from '../i18n/translate.svelte.ts';
import { session } from '../state/session.svelte.ts';

/** `cash:tencent:1000:HB` as `Cash · harbour-group · HB`. */
export function positionText(position: string): string {
  const [kind = '', ...rest] = position.split(':');
  const key = rest.slice(0, 2).join(':');
  const isAccount = session.accounts.some(({ id }) => id === key);
  const names = isAccount ? [session.accountName(key), ...rest.slice(2)] : rest;
  return [word('position', kind), ...names].join(' · ');
}

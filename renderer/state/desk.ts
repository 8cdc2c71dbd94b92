// The desk that is worked at (rule P3), as the window chooses it: the main process holds it and answers everything for it.
import { t } from '../i18n/translate.svelte.ts';
import { askProgram } from './ask-program.ts';
import { session } from './session.svelte.ts';

/** A desk to choose: an admin account, or '' for the book desk. */
interface DeskChoice {
  readonly desk: string;
  readonly text: string;
}

let admins: readonly DeskChoice[] = [];

/** The desks of the book: the book desk and every admin account. Known since the book desk was last sat at. */
export function desks(): readonly DeskChoice[] {
  if (session.book?.desk === '')
    admins = session.accounts
      .filter(({ role }) => role !== 'member')
      .map(({ id, name }) => ({ desk: id, text: name || id }));
  return [{ desk: '', text: t('desk.book') }, ...admins];
}

/** Sits down at a desk; what is shown is asked for again. */
export async function takeDesk(desk: string): Promise<void> {
  await askProgram('takeDesk', { desk });
}

/** Why what is for the book desk alone cannot be entered now, if so. */
export function whyNotWhole(): string | undefined {
  if (session.book?.readOnly) return t('readOnly.short');
  return session.book?.desk === '' ? undefined : t('desk.short');
}

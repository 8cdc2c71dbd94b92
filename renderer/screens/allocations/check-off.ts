// Transfers checked off as they are keyed in at the vendor's console, one stroke for each, and the check taken away again.
// The ledger of money stays as it is, so that a check can be undone.
import type { CommandInput } from '../../../shared/contract/commands.ts';
import type { GridRow } from '../../components/grid/column.ts';
import { t } from '../../i18n/translate.svelte.ts';
import { activity } from '../../state/activity.svelte.ts';
import { problems } from '../../state/problems.svelte.ts';
import { send } from '../../state/send.ts';
import { session } from '../../state/session.svelte.ts';
import { undo } from '../../state/undo.svelte.ts';
import { today, valueDateIn } from '../../state/value-date.ts';

type Mark = CommandInput<'markDoneAtVendor'>;

/** Marks those of the transfers that are not marked, with the day of a new entry; where all are, takes the marks away. */
export async function checkOff(rows: readonly GridRow[]): Promise<void> {
  const unmarked = rows.filter((row) => row['doneAtVendor'] === '');
  const changing = unmarked.length > 0 ? unmarked : rows;
  if (changing.length === 0) return;
  const movements = changing.map(({ id }) => id);
  const done: Mark =
    unmarked.length > 0 ? { movements, date: valueDateIn(session.view.period, today()) } : { movements };
  const before = unmarked.length > 0 ? [{ movements }] : marksOf(changing);
  const label = t(done.date === undefined ? 'vendorDone.takenAway' : 'vendorDone.done', { count: movements.length });
  if (!(await enter([done]))) return;
  activity.say(label);
  undo.did({ label, of: 'vendorDone', undo: () => void enter(before), redo: () => void enter([done]) });
}

/** The marks that rows bear, one for all of a day and reference. */
function marksOf(rows: readonly GridRow[]): readonly Mark[] {
  const marks = new Map<string, Mark>();
  for (const { id, doneAtVendor: date = '', vendorReference: reference = '' } of rows) {
    const mark = marks.get(`${date} ${reference}`) ?? { movements: [], date, reference };
    marks.set(`${date} ${reference}`, { ...mark, movements: [...mark.movements, id] });
  }
  return [...marks.values()];
}

/** Enters marks; a refusal is told over the window. */
async function enter(marks: readonly Mark[]): Promise<boolean> {
  for (const mark of marks) {
    const sent = await send('markDoneAtVendor', mark);
    if (!('refusals' in sent)) continue;
    problems.show(sent.refusals);
    return false;
  }
  return true;
}

// Picks the days on which things change in a shaken group.
import { dayAfter, firstDay, lastDay } from '../order.ts';
import type { Dice } from './dice.ts';
import type { Structure } from './structure.ts';

/** A day long before any range. */
export const early = '2023-04-15';

/** A day of the range on which things change: often the first or the last of a month. */
export function eventDay(dice: Dice, structure: Structure): string {
  const month = dice.pick(structure.months);
  if (dice.chance(0.15)) return firstDay(month);
  if (dice.chance(0.15)) return lastDay(month);
  return dayAfter(firstDay(month), dice.whole(1, 26));
}

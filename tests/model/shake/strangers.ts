// Invents bill owners that the book does not know, for adoption (rules.md B5).
import type { Dice } from './dice.ts';
import type { LineSource } from './lines.ts';
import type { Family } from './structure.ts';

/** Unknown owners with the payers that the vendor names: the family's root, a payer unknown as well, or themselves. */
export function inventStrangers(dice: Dice, family: Family): LineSource['owners'] {
  const stranger = (): string => `5${dice.digits(11)}`;
  const unknownPayer = stranger();
  const payers = dice.pick([[family.root.id], [unknownPayer], [family.root.id, unknownPayer]]);
  const owners = Array.from({ length: dice.whole(1, 3) }, () => ({ id: stranger(), vendorPayers: payers }));
  const payerItself = { id: unknownPayer, vendorPayers: [unknownPayer] };
  const lonely = stranger();
  return [
    ...owners,
    ...(dice.chance(0.4) && payers.length === 1 && payers[0] === unknownPayer ? [payerItself] : []),
    ...(dice.chance(0.3) ? [{ id: lonely, vendorPayers: [lonely] }] : []),
  ];
}

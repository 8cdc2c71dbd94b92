// Invents bill lines with every oddity the rules speak of: what they say, not how a file writes it.
import { dayAfter, firstDay, lastDay } from '../order.ts';
import { productsOf } from './rights.ts';
import type { Row } from '../table.ts';
import type { Dice } from './dice.ts';
import type { Family, Member, Structure } from './structure.ts';

/** One line to be written: fields by the names that columns.ts gives them; times as `YYYY-MM-DD HH:MM:SS` at the offset of the file. */
export interface InventedLine {
  period: string;
  fields: Row;
}

/** Which dialect the lines are for, and whose lines they are. */
export interface LineSource {
  structure: Structure;
  family: Family;
  isFocus: boolean;
  owners: { id: string; vendorPayers: string[] }[];
}

/** Lines of all months of the range, and sometimes of the months around it. */
export function inventLines(dice: Dice, source: LineSource, count: number): InventedLine[] {
  const { months, from, to } = source.structure;
  const around = dice.chance(0.2) ? [dayAfter(firstDay(from), -1).slice(0, 7), dayAfter(lastDay(to)).slice(0, 7)] : [];
  const generous = source.owners.filter(() => dice.chance(0.15)).map((owner) => owner.id);
  return Array.from({ length: count }, () => {
    const period = around.length > 0 && dice.chance(0.08) ? dice.pick(around) : dice.pick(months);
    const owner = dice.pick(source.owners);
    return { period, fields: inventFields(dice, source, period, owner, generous.includes(owner.id)) };
  });
}

/** The owners of a family's lines with the payers a vendor might name for them. */
export function knownOwners(dice: Dice, family: Family): LineSource['owners'] {
  const accounts = [family.root, ...family.admins, ...family.members];
  const payers = [family.root, ...family.admins].map((payer) => payer.id);
  return accounts.map(({ id }: Member) => ({
    id,
    vendorPayers: dice.chance(0.1) ? ['999900000001'] : [id, ...payers],
  }));
}

function inventFields(
  dice: Dice,
  source: LineSource,
  period: string,
  owner: LineSource['owners'][number],
  isGenerous: boolean,
): Row {
  const kind = inventKind(dice, source.isFocus, isGenerous);
  const product = dice.pick(productsOf(source.family.provider));
  return {
    ...kind.fields,
    ...inventTimes(dice, source, period),
    ...inventCosts(dice, kind),
    payer: dice.pick(owner.vendorPayers),
    owner: owner.id,
    product,
    productCode: /^[\w-]+$/.test(product) ? product : '',
    resource: kind.fields.resource ?? `res-${dice.digits(12)}`,
    currency: source.family.currency,
  };
}

interface Kind {
  fields: Row;
  sign: number;
  hasList: boolean;
}

function inventKind(dice: Dice, isFocus: boolean, isGenerous: boolean): Kind {
  const throwOf = dice.whole(1, 100);
  const refunds = isGenerous ? 45 : 8;
  if (isFocus) {
    if (throwOf <= refunds)
      return {
        fields: { category: dice.pick(['Credit', 'Adjustment', 'Usage']) },
        sign: -1,
        hasList: dice.chance(0.5),
      };
    if (throwOf <= refunds + 6) return { fields: { category: 'Tax' }, sign: 1, hasList: false };
    if (throwOf <= refunds + 12) return { fields: { category: 'Purchase' }, sign: 1, hasList: true };
    return { fields: { category: 'Usage' }, sign: 1, hasList: dice.chance(0.95) };
  }
  const type = (...types: string[]): Row => ({ transactionType: dice.pick(types) });
  if (throwOf <= refunds) {
    return {
      fields: type('Refund', 'Pay-as-you-go reversal', '包年包月退款', '按量计费冲正'),
      sign: -1,
      hasList: true,
    };
  }
  if (throwOf <= refunds + 6) {
    return {
      fields: type('adjust-CR', '调账补偿', 'Offline adjustment'),
      sign: dice.pick([-1, -1, 1]),
      hasList: dice.chance(0.2),
    };
  }
  if (throwOf <= refunds + 9) {
    return {
      fields: { ...type('Hourly settlement', 'Refund'), resource: 'billVirtualId' },
      sign: dice.pick([-1, 1]),
      hasList: false,
    };
  }
  if (throwOf <= refunds + 20) {
    return {
      fields: type('Purchase', 'Renewal', 'One-off RI Fee', '包年包月变配', 'specification modify'),
      sign: 1,
      hasList: true,
    };
  }
  return { fields: type('Hourly settlement', 'Daily settlement', '按量计费月结'), sign: 1, hasList: dice.chance(0.96) };
}

/** Start, end and transaction time of a line: days gather where links and entities change, and at the edges of months. */
export function inventTimes(dice: Dice, { structure, isFocus }: LineSource, period: string): Row {
  const [first, last] = [firstDay(period), lastDay(period)];
  const turns = [...structure.links, ...structure.changes]
    .map((row) => row.from!)
    .filter((day) => day.startsWith(period));
  const turn = dice.pick([...turns, first, last]);
  const day = dice.chance(0.35) ? turn : dayAfter(first, dice.whole(0, 27));
  const clock = dice.pick([
    '00:00:00',
    '00:00:00',
    '07:59:59',
    '08:00:00',
    '15:59:59',
    '16:00:00',
    '23:59:59',
    '11:30:00',
  ]);
  const [start, end] = dice.pick([
    [`${day} ${clock}`, `${dayAfter(day)} ${clock}`],
    [`${day} ${clock}`, `${dayAfter(day)} ${clock}`],
    [`${dayAfter(day, -1)} ${clock}`, `${day} 00:00:00`],
    [`${dayAfter(day, -2)} 23:00:00`, `${dayAfter(day, 2)} ${clock}`],
    [`${first} 00:00:00`, `${dayAfter(last)} 00:00:00`],
    [`${first} 00:00:00`, `${last} 23:59:59`],
    [`${day} ${clock}`, `${day} ${clock}`],
    [`${day} ${clock}`, `${dayAfter(day, -3)} ${clock}`],
    [`${day} ${clock}`, ''],
  ]) as [string, string];
  const transactionTime = `${dice.chance(0.4) ? turn : dayAfter(first, dice.whole(0, 27))} ${clock}`;
  return { start: !isFocus && dice.chance(0.04) ? '' : start, end, transactionTime };
}

function inventCosts(dice: Dice, { fields, sign, hasList }: Kind): Row {
  const unitPrice = dice.pick(['0.8', '0.05', '1.1', '0.0416', '0', '']);
  const quantity = dice.chance(0.06) ? '' : `${dice.whole(0, 300)}.${dice.digits(dice.whole(1, 4))}`;
  const big = dice.chance(0.04) ? 20_000 : 120;
  const list = hasList
    ? signed(sign, dice.pick([`${dice.whole(0, big)}.${dice.digits(dice.whole(2, 10))}`, `0.00${dice.digits(7)}`]))
    : '';
  const billed =
    list && dice.chance(0.3) ? list : signed(sign, `${dice.whole(0, big)}.${dice.digits(dice.whole(2, 12))}`);
  const isCovered = fields.category === 'Usage' && dice.chance(0.08);
  return {
    unitPrice,
    quantity: quantity && signed(sign, quantity),
    list: dice.chance(0.02) && hasList ? '0.00' : list,
    billed: isCovered ? '0' : billed,
    effective: dice.chance(0.1)
      ? ''
      : dice.chance(0.3)
        ? signed(sign, `${dice.whole(0, 90)}.${dice.digits(9)}`)
        : billed,
    commitment: isCovered ? 'Used' : dice.chance(0.03) ? 'Unused' : '',
    tax: dice.chance(0.7) ? signed(sign, `${dice.whole(0, 5)}.${dice.digits(6)}`) : dice.pick(['0', '']),
  };
}

function signed(sign: number, digits: string): string {
  return sign < 0 ? `-${digits}` : digits;
}

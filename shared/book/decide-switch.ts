// switchPaymentMode: the links that stand in the way end on the day on which the new one starts (S4).
import { parseDay } from '../calendar/day.ts';
import type { CommandInput } from '../contract/commands.ts';
import { linksOn } from '../rules/link.ts';
import { accountKey } from '../rules/names.ts';
import type { Book } from './book.ts';
import { type Decision, entered } from './decision.ts';
import { rowOf } from './rows-of.ts';

/** Ends the links that stand in the way from the day on and starts the new one. */
export function decideSwitch(book: Book, input: CommandInput<'switchPaymentMode'>): Decision {
  const day = parseDay(input.from);
  const key = accountKey(input.provider, input.account);
  const inForce = day === undefined ? [] : linksOn(book.structure, key, day);
  const paying = inForce.find((link) => link.mode === 'pay-on-behalf');
  const between = inForce.find((link) => link.admin === accountKey(input.provider, input.admin));
  const ending = new Set([paying, between].filter((link) => link !== undefined));
  const permissions = input.permissions ?? [...(between?.permissions ?? ['view-bills', 'view-balance'])];
  const { provider, account } = input;
  return entered('paymentModeSwitched', {
    linkEnds: [...ending].map((link) =>
      rowOf({ provider, account, admin: link.admin.slice(provider.length + 1), to: input.from }),
    ),
    links: [rowOf({ ...input, permissions, crossEntityFunds: between?.crossEntityFunds })],
  });
}

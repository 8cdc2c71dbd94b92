// The structure guardrails of rule P4 and what S4 asks of a link: judged over the whole time in which links overlap.
import { overlap } from '../calendar/dated.ts';
import { type Day, formatDay } from '../calendar/day.ts';
import { accountOf, entityOn } from './link.ts';
import { type AccountKey, type EntityCode, idOf } from './names.ts';
import { type Guardrail, profileOf } from './profile.ts';
import { type Purse, cashOf, owedOf } from './purse.ts';
import { type Refusal, Refused } from './refusal.ts';
import type { Link, Structure } from './structure.ts';

const unchangedLink = 'The link was not started; who pays and who sees is as before.';

/** Every reason for which a link that is already laid into `structure` may not stand there; none where it may. */
export function linkRefusals(structure: Structure, link: Link): readonly Refusal[] {
  const missing = partiesRefusal(structure, link);
  if (missing) return [missing];
  const { guardrails } = profileOf(structure.policies, accountOf(structure, link.account).provider);
  const checks = [
    ownerRefusal(structure, link),
    guardrails.has('mandatory-views') ? viewsRefusal(link) : undefined,
    link.mode === 'pay-on-behalf' ? secondPayerRefusal(structure, link) : undefined,
    guardrails.has('same-entity-payer') ? payerEntityRefusal(structure, link) : undefined,
    guardrails.has('no-chains') ? chainRefusal(structure, link) : undefined,
    guardrails.has('one-heritage') ? heritageRefusal(structure, link) : undefined,
  ];
  return checks.filter((refusal) => refusal !== undefined);
}

function refusal(code: string, rule: string, what: string, next: string, where: Refusal['where'] = {}): Refusal {
  return { code, rule, what, unchanged: unchangedLink, next, where };
}

function partiesRefusal(structure: Structure, link: Link): Refusal | undefined {
  for (const [column, key] of [['account', link.account] as const, ['admin', link.admin] as const]) {
    if (structure.accounts.has(key)) continue;
    const elsewhere = [...structure.accounts.keys()].find((other) => idOf(other) === idOf(key));
    const where = { column, value: idOf(key) };
    if (elsewhere)
      return refusal(
        'otherProvider',
        'S4',
        `${idOf(key)} is an account of another provider, ${elsewhere}.`,
        'Link accounts of one provider only.',
        where,
      );
    return refusal(
      'unknownAccount',
      'S4',
      `The book has no account ${key}.`,
      'Add the account first, or correct the number.',
      where,
    );
  }
  if (link.account === link.admin)
    return refusal(
      'linkToItself',
      'S4',
      `${link.account} cannot be its own admin.`,
      'Leave the link out: without one an account pays for itself.',
      { column: 'admin', value: idOf(link.admin) },
    );
  return undefined;
}

/** The admin is an admin account of the account's own entity, or a group admin (S4). */
function ownerRefusal(structure: Structure, link: Link): Refusal | undefined {
  const admin = accountOf(structure, link.admin);
  const where = { column: 'admin', value: idOf(link.admin) };
  if (admin.role === 'group-admin') return undefined;
  if (
    admin.role === 'entity-admin' &&
    daysOf(structure, link).every(
      (day) => entityOn(structure, link.account, day) === entityOn(structure, link.admin, day),
    )
  )
    return undefined;
  return refusal(
    'notAnAdmin',
    'S4',
    admin.role === 'member'
      ? `${link.admin} is a member account.`
      : `${link.admin} is the admin account of another entity.`,
    'Link to the admin account of the same entity, or to a group admin.',
    where,
  );
}

function viewsRefusal(link: Link): Refusal | undefined {
  const lacking = (['view-bills', 'view-balance'] as const).filter((permission) => !link.permissions.has(permission));
  if (lacking.length === 0) return undefined;
  return refusal(
    'viewsMissing',
    'P4',
    `The provider asks every link to carry ${lacking.join(' and ')}.`,
    'Add the permission to the link.',
    { column: 'permissions', value: [...link.permissions].join(' ') },
  );
}

function secondPayerRefusal(structure: Structure, link: Link): Refusal | undefined {
  const other = (structure.links.get(link.account) ?? []).find(
    (each) => each !== link && each.mode === 'pay-on-behalf' && overlap(each, link),
  );
  return (
    other &&
    refusal(
      'twoPayers',
      'P1',
      `${link.account} is already paid for by ${other.admin} in that time.`,
      'End that link first, or start this one on the day it ends.',
      { column: 'mode', value: link.mode },
    )
  );
}

function payerEntityRefusal(structure: Structure, link: Link): Refusal | undefined {
  if (link.mode !== 'pay-on-behalf') return undefined;
  const differs = daysOf(structure, link).find(
    (day) => entityOn(structure, link.account, day) !== entityOn(structure, link.admin, day),
  );
  return differs === undefined
    ? undefined
    : refusal(
        'payerOfOtherEntity',
        'P4',
        `${link.admin} belongs to ${entityOn(structure, link.admin, differs)}, ${link.account} to ${entityOn(structure, link.account, differs)} on ${formatDay(differs)}; the provider lets only the account's own entity pay for it.`,
        'Use self-pay, or the admin account of the same entity.',
        { column: 'mode', value: link.mode },
      );
}

/** A payer is not itself paid for; an account that pays or is inherited from does not itself inherit. */
function chainRefusal(structure: Structure, link: Link): Refusal | undefined {
  const above = (structure.links.get(link.admin) ?? []).filter((each) => overlap(each, link));
  const below = (linksUnder(structure).get(link.account) ?? []).filter((each) => overlap(each, link));
  const paying = link.mode === 'pay-on-behalf';
  const inheriting = link.permissions.has('inherit-discounts');
  const upper = above.find(
    (each) =>
      (paying && each.mode === 'pay-on-behalf') ||
      ((paying || inheriting) && each.permissions.has('inherit-discounts')),
  );
  const lower = below.find(
    (each) =>
      (paying && each.mode === 'pay-on-behalf') ||
      (inheriting && (each.mode === 'pay-on-behalf' || each.permissions.has('inherit-discounts'))),
  );
  const other = upper ?? lower;
  return (
    other &&
    refusal(
      'chain',
      'P4',
      `${other.account} already depends on ${other.admin} in that time; payers and discounts do not form chains.`,
      `End the link ${other.account} → ${other.admin} first, or link directly to ${upper ? other.admin : link.admin}.`,
      { column: 'admin', value: idOf(link.admin) },
    )
  );
}

/** The links by their admin, gathered once for links as they stand: each laying of links makes a new map of them. */
const gathered = new WeakMap<Structure['links'], ReadonlyMap<AccountKey, readonly Link[]>>();

function linksUnder({ links }: Structure): ReadonlyMap<AccountKey, readonly Link[]> {
  const known = gathered.get(links);
  if (known) return known;
  const under = new Map<AccountKey, Link[]>();
  for (const link of [...links.values()].flat()) {
    const others = under.get(link.admin);
    if (others) others.push(link);
    else under.set(link.admin, [link]);
  }
  gathered.set(links, under);
  return under;
}

function heritageRefusal(structure: Structure, link: Link): Refusal | undefined {
  if (!link.permissions.has('inherit-discounts')) return undefined;
  const other = (structure.links.get(link.account) ?? []).find(
    (each) => each !== link && each.permissions.has('inherit-discounts') && overlap(each, link),
  );
  return (
    other &&
    refusal(
      'twoHeritages',
      'P4',
      `${link.account} already inherits the discounts of ${other.admin} in that time.`,
      'End that grant first.',
      { column: 'permissions', value: 'inherit-discounts' },
    )
  );
}

/** The days on which something about the two accounts of a link may differ: its first day and each move within it. */
function daysOf(structure: Structure, link: Link): readonly Day[] {
  const moves = [link.account, link.admin].flatMap((key) =>
    accountOf(structure, key).entity.changes.map((change) => change.from),
  );
  const first = link.from ?? (-1_000_000 as Day);
  return [first, ...moves.filter((day) => day > first && (link.to === null || day < link.to))];
}

/** Whether a guardrail is on for an account's provider. */
export function isGuarded(structure: Structure, key: AccountKey, guardrail: Guardrail): boolean {
  return profileOf(structure.policies, accountOf(structure, key).provider).guardrails.has(guardrail);
}

/** An account moves to another entity only while it holds no cash or gift and owes nothing (P4 `clean-move`). */
export function refuseUncleanMove(
  structure: Structure,
  move: { readonly account: AccountKey; readonly entity: EntityCode; readonly date: Day },
  purse: Purse,
): void {
  if (!isGuarded(structure, move.account, 'clean-move')) return;
  if (cashOf(purse) === 0n && purse.gift === 0n && owedOf(purse) === 0n) return;
  throw new Refused({
    code: 'moveNotClean',
    rule: 'P4',
    what: `${move.account} cannot move to ${move.entity} on ${formatDay(move.date)}: it still holds cash or gift, or owes money.`,
    unchanged: 'The account stays with its entity; no balance has changed.',
    next: 'Recover or withdraw its cash, let its gift run out and repay what it owes, then move it.',
    where: { column: 'entity', value: move.entity },
  });
}

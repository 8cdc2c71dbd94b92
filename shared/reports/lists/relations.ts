// Who stands in which relation to whom on a day (S4, P1, P2), one row per link in force and one per account without any:
// the table behind the relationship graph, with what is wrong or worth a look.
import { type Day, formatDay } from '../../calendar/day.ts';
import type { QueryInput } from '../../contract/queries.ts';
import { entityOn, heritageOn, linksOn, mayFundAcross, payerOn } from '../../rules/link.ts';
import { type AccountKey, type Permission, providerOf } from '../../rules/names.ts';
import { profileOf } from '../../rules/profile.ts';
import type { Account, Link, Structure } from '../../rules/structure.ts';
import { type Asking, dayAsked } from '../asking.ts';
import { type List, type ListRow, columnsOf } from '../listing.ts';
import { rowId } from '../figure.ts';

/** Columns of the permissions (P2), `yes` or empty. */
const permissionColumns: Readonly<Record<Permission, string>> = {
  'view-bills': 'viewBills',
  'view-balance': 'viewBalance',
  'allocate-funds': 'allocateFunds',
  invoice: 'invoice',
  consolidate: 'consolidate',
  'inherit-discounts': 'inheritDiscounts',
};

const own = ['provider', 'account', 'name', 'entity', 'role'];
const texts = [
  ...own,
  ...['admin', 'adminEntity', 'mode', 'payer'],
  ...Object.values(permissionColumns),
  ...['crossEntityFunds', 'discountSource', 'from', 'to', 'findings'],
];

export function relationsList({ book }: Asking, { asOf }: QueryInput<'relations'>): List {
  const day = dayAsked(book, asOf);
  const judging = judgingOf(book, day);
  const rows = [...book.structure.accounts.values()].flatMap((account) => {
    const links = linksOn(book.structure, account.key, day);
    return links.length === 0
      ? [relationRow(judging, account, undefined)]
      : links.map((link) => relationRow(judging, account, link));
  });
  return { columns: columnsOf({ text: texts }), rows };
}

interface Judging {
  readonly structure: Structure;
  readonly day: Day;
  /** `entity provider` of every admin account. */
  readonly administered: ReadonlySet<string>;
  /** Owners that the latest run found billed otherwise than contracted (C4). */
  readonly deviating: ReadonlySet<AccountKey>;
}

function judgingOf(book: Asking['book'], day: Day): Judging {
  const { structure } = book;
  const admins = [...structure.accounts.values()].filter((account) => account.role !== 'member');
  const latest = Math.max(...book.runs.keys());
  const run = [...book.runs.values()].find((one) => one.run.period === latest);
  return {
    structure,
    day,
    administered: new Set(admins.map(({ key, provider }) => `${entityOn(structure, key, day)} ${provider}`)),
    deviating: new Set(run?.variances.map((variance) => variance.owner)),
  };
}

function relationRow(judging: Judging, account: Account, link: Link | undefined): ListRow {
  const { structure, day } = judging;
  const { key, provider, id, name, role } = account;
  const granted = Object.entries(permissionColumns).map(([permission, column]) => {
    return [column, link?.permissions.has(permission as Permission) ? 'yes' : ''] as const;
  });
  const from = link?.from ?? null;
  const to = link?.to ?? null;
  return {
    id: link ? rowId(key, link.admin, from === null ? '' : formatDay(from)) : key,
    provider,
    account: id,
    name,
    entity: entityOn(structure, key, day),
    role,
    admin: link?.admin ?? '',
    adminEntity: link ? entityOn(structure, link.admin, day) : '',
    mode: link?.mode ?? 'self-pay',
    payer: payerOn(structure, key, day),
    ...Object.fromEntries(granted),
    crossEntityFunds: link?.crossEntityFunds ? 'yes' : '',
    discountSource: heritageOn(structure, key, day) ?? '',
    from: from === null ? '' : formatDay(from),
    to: to === null ? '' : formatDay(to),
    findings: findingsOf(judging, account, link).join(' '),
  };
}

/** What is wrong with a relation or worth a look, as codes. */
function findingsOf(
  { structure, day, administered, deviating }: Judging,
  account: Account,
  link: Link | undefined,
): string[] {
  const entity = entityOn(structure, account.key, day);
  const findings: string[] = [];
  if (!administered.has(`${entity} ${account.provider}`)) findings.push('no-admin-account');
  if (!link) return findings;
  const sameEntity = entityOn(structure, link.admin, day) === entity;
  const { guardrails } = profileOf(structure.policies, providerOf(account.key));
  if (link.mode === 'pay-on-behalf') {
    if (!sameEntity) findings.push('payer-of-other-entity');
    if (!link.permissions.has('consolidate')) findings.push('paid-for-not-consolidated');
  }
  const needsMark = link.permissions.has('allocate-funds') && guardrails.has('cross-entity-funds') && !sameEntity;
  if (needsMark && !mayFundAcross(structure, account.key, link.admin, day))
    findings.push('cross-entity-funds-not-enabled');
  if (link.permissions.has('inherit-discounts') && deviating.has(account.key)) findings.push('discount-variance');
  return findings;
}

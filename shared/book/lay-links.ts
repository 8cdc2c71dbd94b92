// Facts about links laid over a structure: those that end, those that start, and the guardrails that both must keep.
import { linkRefusals } from '../rules/guardrail.ts';
import { type AccountKey, accountKey } from '../rules/names.ts';
import type { Place } from '../rules/refusal.ts';
import type { Link } from '../rules/structure.ts';
import type { Facts } from './facts.ts';
import { type Laying, each, touch } from './laying.ts';
import type { RowReader } from './row.ts';
import { readAccountKey, readLink, readProvider } from './structure-rows.ts';

/** Lays links; `adopting` leaves the guardrails unasked. */
export function layLinks(laying: Laying, facts: Facts, adopting: boolean): void {
  if (!facts.links && !facts.linkEnds && !facts.accountChanges && !facts.changesAhead) return;
  const links = new Map(laying.structure.links);
  laying.structure.links = links;
  each(laying, facts.linkEnds, (reader) => endLink(laying, links, reader));
  const laid: { link: Link; place: Place }[] = [];
  each(laying, facts.links, (reader, row) => {
    const link = readLink(reader);
    links.set(link.account, [...(links.get(link.account) ?? []), link]);
    laid.push({ link, place: laying.placeOf(row) });
    touch(laying, link.from);
  });
  for (const row of [...(facts.changesAhead ?? []), ...(facts.accountChanges ?? [])]) {
    const key = accountKey(row['provider'] ?? '', row['account'] ?? '');
    if (!row['entity'] || !laying.structure.accounts.has(key)) continue;
    const touched = [...links.values()].flat().filter((link) => link.account === key || link.admin === key);
    for (const link of touched)
      if (!laid.some((one) => one.link === link)) laid.push({ link, place: laying.placeOf(row) });
  }
  if (adopting || laying.refusals.length > 0) return;
  for (const { link, place } of laid)
    for (const refusal of linkRefusals(laying.structure, link))
      laying.refusals.push({ ...refusal, where: { ...refusal.where, ...place } });
}

function endLink(laying: Laying, links: Map<AccountKey, readonly Link[]>, reader: RowReader): void {
  const [account, admin] = [
    readAccountKey(reader, 'account'),
    accountKey(readProvider(reader), reader.required('admin')),
  ];
  const to = reader.requiredDay('to');
  const all = links.get(account) ?? [];
  const open = all.findLast(
    (link) => link.admin === admin && (link.from === null || link.from < to) && (link.to === null || link.to > to),
  );
  if (!open)
    return reader.refuse(
      'admin',
      'noSuchLink',
      'S4',
      `${account} has no link to ${admin} in force before that day.`,
      'Choose a link that is in force, and a day after its start.',
    );
  touch(laying, to);
  links.set(
    account,
    all.map((link) => (link === open ? { ...link, to } : link)),
  );
}

// The consolidated bill of a desk and month (ux/documents.md §5.3, rule I1): a summary first, then entities, services,
// every account and product, discounts, tie-out, exceptions, and lines to sign. It moves no liability.
import { formatAmount } from '../money/display.ts';
import { figure, figures, heading, signatures } from './blocks.ts';
import {
  accountsTable,
  discountsTable,
  entitiesTable,
  exceptionsTable,
  servicesTable,
  tieOutTable,
} from './consolidated-bill-tables.ts';
import type { BillFacts, BillPart } from './consolidated-bill-facts.ts';
import { compose } from './compose.ts';
import { sayMonth } from './dates.ts';
import type { FlowItem } from './layout.ts';
import type { Block, PrintableDocument } from './page.ts';
import type { SetTable } from './table.ts';
import { type DocumentLanguage, type Label, figureLanguage, plain, say } from './words.ts';
import { wording } from './wording.ts';

const scopes = { group: wording.scopeGroup, entity: wording.scopeEntity, set: wording.scopeSet } as const;

/** The bill as printed pages. Throws an Error where its figures do not add up. */
export function consolidatedBill(facts: BillFacts): PrintableDocument {
  const { stamp } = facts;
  const { language } = stamp;
  const draft = say(language, wording.statusDraft);
  return compose({
    kind: 'consolidated-bill',
    stamp,
    title: wording.consolidatedBill,
    issuer: facts.desk,
    entries: [
      { label: say(language, wording.number), value: stamp.number === null ? draft : plain(stamp.number) },
      { label: say(language, wording.period), value: sayMonth(language, stamp.period) },
      { label: say(language, wording.scope), value: say(language, scopes[facts.scope]) },
      { label: say(language, wording.account), value: plain(facts.account) },
      { label: say(language, wording.status), value: say(language, statusOf(facts)) },
      { label: say(language, wording.currency), value: plain(facts.parts.map((part) => part.currency).join(', ')) },
      { label: say(language, wording.version), value: plain(String(stamp.version)) },
    ],
    items: [
      ...facts.parts.flatMap((part, index) => partItems(part, language, index > 0)),
      { kind: 'block', block: signOff(facts), heading: heading(language, wording.signOff) },
    ],
  });
}

function statusOf({ stamp }: BillFacts): Label {
  if (stamp.mark === 'provisional') return wording.statusProvisional;
  return stamp.number === null ? wording.statusDraft : wording.statusFinal;
}

function partItems(part: BillPart, language: DocumentLanguage, freshPage: boolean): FlowItem[] {
  checkSummary(part);
  const table = (label: Label, rows: readonly unknown[], make: (part: BillPart, l: DocumentLanguage) => SetTable) =>
    rows.length === 0
      ? []
      : [{ kind: 'table' as const, table: make(part, language), heading: heading(language, label, part.currency) }];
  return [
    ...(freshPage ? [{ kind: 'new-page' as const }] : []),
    { kind: 'block', block: summary(part, language), heading: heading(language, wording.summary, part.currency) },
    ...table(wording.byEntity, part.entities, entitiesTable),
    ...table(wording.byService, part.services, servicesTable),
    ...table(wording.accountLines, part.sections, accountsTable),
    ...table(wording.discounts, part.discounts, discountsTable),
    ...table(wording.tieOut, part.tieOut, tieOutTable),
    ...table(wording.exceptions, part.exceptions, exceptionsTable),
  ];
}

function checkSummary({ summary: { amounts, paidOnBehalf, selfPaid }, currency }: BillPart): void {
  const { list, discount, setOff, vouchers, gift, cash, credit, total } = amounts;
  if (list - discount !== total) throw new Error(`list less discount is ${list - discount} ${currency}, not ${total}`);
  const paid = setOff + vouchers + gift + cash + credit;
  if (paid !== total) throw new Error(`the ways of payment make ${paid} ${currency}, the total is ${total}`);
  if (paidOnBehalf + selfPaid !== total)
    throw new Error(`paid on behalf and self-paid make ${paidOnBehalf + selfPaid} ${currency}, the total is ${total}`);
}

function summary(part: BillPart, language: DocumentLanguage): Block {
  const { amounts, ...funds } = part.summary;
  const show = (amount: bigint) => formatAmount(amount, part.currency, figureLanguage(language));
  const entry = (label: Label, amount: bigint, rule?: 'sum' | 'grand') => figure(language, label, show(amount), rule);
  const charges = [
    entry(wording.listCost, amounts.list),
    entry(wording.discount, -amounts.discount),
    entry(wording.netCharges, amounts.total - funds.tax, 'sum'),
    entry(wording.tax, funds.tax),
    entry(wording.totalDue, amounts.total, 'grand'),
  ];
  const payment = [
    ...(amounts.setOff === 0n ? [] : [entry(wording.setOff, amounts.setOff)]),
    entry(wording.vouchers, amounts.vouchers),
    entry(wording.gift, amounts.gift),
    entry(wording.cash, amounts.cash),
    entry(wording.credit, amounts.credit),
    entry(wording.paidOnBehalf, funds.paidOnBehalf, 'sum'),
    entry(wording.selfPaid, funds.selfPaid),
  ];
  const balances = [
    entry(wording.previousBalance, funds.previousBalance),
    entry(wording.topUps, funds.topUps),
    entry(wording.allocationsIn, funds.allocationsIn),
    entry(wording.allocationsOut, -funds.allocationsOut),
    entry(wording.closingBalance, funds.closingBalance, 'grand'),
  ];
  return figures([
    { title: say(language, wording.charges), figures: charges },
    { title: say(language, wording.howPaid), figures: payment },
    { title: say(language, wording.balances), figures: balances },
  ]);
}

function signOff(facts: BillFacts): Block {
  const fields = [
    { label: wording.prepared, value: facts.preparedBy },
    { label: wording.reviewed, value: facts.reviewedBy },
    { label: wording.approved, value: '' },
    { label: wording.date, value: '' },
  ];
  return signatures(facts.stamp.language, fields, wording.seal);
}

// The reimbursement statement between two entities (ux/documents.md §5.4): what the debtor owes the creditor for what
// was paid on its behalf, with a slip to pay by. Both parties' prints come from the same rows.
import { namedCapitalAmount } from '../money/capital.ts';
import { formatAmount, formatMoney } from '../money/display.ts';
import { type BoxEntry, boxes, figure, figures, heading, notes, signatures, slip } from './blocks.ts';
import { compose } from './compose.ts';
import { sayDay, sayMonth } from './dates.ts';
import { type TaxTitle, namesOf } from './facts.ts';
import type { FlowItem } from './layout.ts';
import type { Block, Entry, PrintableDocument } from './page.ts';
import type { StatementFacts } from './statement-facts.ts';
import type { CellInput, ColumnInput } from './table-input.ts';
import { type SetTable, setTable } from './table.ts';
import { dayLabel } from '../calendar/label.ts';
import { type Label, figureLanguage, plain, say, sayOnLine } from './words.ts';
import { wording } from './wording.ts';

/** The statement as printed pages. Throws an Error where its figures do not add up. */
export function statement(facts: StatementFacts): PrintableDocument {
  const { stamp, creditor, currency } = facts;
  const { language } = stamp;
  checkMovement(facts);
  return compose({
    kind: 'statement',
    stamp,
    title: wording.statement,
    issuer: creditor,
    entries: [
      { label: say(language, wording.statementNumber), value: numberWords(facts) },
      { label: say(language, wording.period), value: sayMonth(language, stamp.period) },
      { label: say(language, wording.issueDate), value: sayDay(language, facts.issued) },
      ...(facts.due === null ? [] : [{ label: say(language, wording.dueDate), value: sayDay(language, facts.due) }]),
      { label: say(language, wording.currency), value: plain(currency) },
      ...(facts.agreement ? [{ label: say(language, wording.agreement), value: plain(facts.agreement) }] : []),
    ],
    items: itemsOf(facts),
  });
}

function numberWords(facts: StatementFacts) {
  return facts.stamp.number === null ? say(facts.stamp.language, wording.statusDraft) : plain(facts.stamp.number);
}

function checkMovement({ movement }: StatementFacts): void {
  const { opening, charges, earlierPeriods, credits, payments, closing } = movement;
  const made = opening + charges + earlierPeriods - credits - payments;
  if (made !== closing) throw new Error(`the statement's closing balance is ${closing}, its movements make ${made}`);
}

function itemsOf(facts: StatementFacts): FlowItem[] {
  const { language } = facts.stamp;
  const parties = boxes(language, [
    { title: wording.debtor, entries: partyEntries(facts.debtor, facts) },
    { title: wording.creditor, entries: partyEntries(facts.creditor, facts) },
  ]);
  const lines: FlowItem[] =
    facts.lines.length === 0
      ? []
      : [{ kind: 'table', table: linesTable(facts), heading: heading(language, wording.chargedItems, facts.currency) }];
  return [
    { kind: 'block', block: parties },
    { kind: 'block', block: movementFigures(facts) },
    ...lines,
    ...ageingItems(facts),
    ...attachmentItems(facts),
    { kind: 'block', block: confirmation(facts), heading: heading(language, wording.confirmation) },
    { kind: 'block', block: remittance(facts) },
  ];
}

function partyEntries(title: TaxTitle, facts: StatementFacts): BoxEntry[] {
  return [
    { label: null, texts: namesOf(title, facts.stamp.language), strong: true },
    { label: wording.taxNumber, texts: [title.taxId] },
    { label: wording.address, texts: [title.address, title.phone].filter(Boolean) },
  ];
}

function amounts(facts: StatementFacts) {
  const form = figureLanguage(facts.stamp.language);
  return (amount: bigint) => formatAmount(amount, facts.currency, form);
}

function movementFigures(facts: StatementFacts): Block {
  const { language } = facts.stamp;
  const { movement, netting } = facts;
  const show = amounts(facts);
  const entry = (label: Label, amount: bigint, rule?: 'sum' | 'grand') => figure(language, label, show(amount), rule);
  const balance = {
    title: say(language, wording.summary),
    figures: [
      entry(wording.openingBalance, movement.opening),
      entry(wording.chargesOnBehalf, movement.charges),
      entry(wording.earlierPeriods, movement.earlierPeriods),
      entry(wording.credits, -movement.credits),
      entry(wording.paymentsReceived, -movement.payments),
      entry(wording.closingBalance, movement.closing, 'grand'),
    ],
  };
  if (!netting) return figures([balance]);
  const net = {
    title: say(language, wording.netting),
    figures: [
      entry(wording.grossDue, netting.due),
      entry(wording.grossReceivable, -netting.receivable),
      entry(wording.netAmount, netting.net, 'grand'),
      figure(language, wording.paymentDirection, netting.payer),
    ],
  };
  return figures([balance, net]);
}

const lineColumns: readonly ColumnInput[] = [
  { label: wording.date, align: 'start' },
  { label: wording.account, align: 'start', wraps: true },
  { label: wording.description, align: 'start', wraps: true },
  { label: wording.documentNumber, align: 'start', wraps: true },
  { label: wording.charge, align: 'end', carry: 'sum' },
  { label: wording.creditColumn, align: 'end', carry: 'sum' },
  { label: wording.balance, align: 'end', carry: 'last' },
];

function linesTable(facts: StatementFacts): SetTable {
  const { language } = facts.stamp;
  const { movement } = facts;
  const dispute = sayOnLine(language, wording.dispute);
  return setTable({
    language,
    currency: facts.currency,
    columns: lineColumns,
    rows: facts.lines.map((line) => ({
      kind: 'row',
      cells: [
        [{ text: dayLabel(line.date, 'screen') }],
        [{ text: line.account }, { text: `${line.provider} ${line.accountId}`.trim(), tone: 'soft' as const }].filter(
          ({ text }) => text !== '',
        ),
        [{ text: line.description }, ...(line.disputed ? [{ text: `▲ ${dispute}`, tone: 'strong' as const }] : [])],
        [{ text: line.document }, { text: line.invoice, tone: 'soft' as const }].filter(({ text }) => text !== ''),
        line.charge,
        line.credit,
        line.balance,
      ],
    })),
    total: {
      label: wording.closingBalance,
      cells: [
        null,
        null,
        null,
        null,
        movement.charges + movement.earlierPeriods,
        movement.credits + movement.payments,
        movement.closing,
      ],
    },
  });
}

function ageingItems(facts: StatementFacts): FlowItem[] {
  const { ageing } = facts;
  if (!ageing) return [];
  const columns = [wording.current, days('1–30'), days('31–60'), days('61–90'), days('90+')];
  const cells: CellInput[] = [ageing.current, ageing.upTo30, ageing.upTo60, ageing.upTo90, ageing.over90];
  const table = setTable({
    language: facts.stamp.language,
    currency: facts.currency,
    columns: columns.map((label) => ({ label, align: 'end' })),
    rows: [{ kind: 'row', cells }],
    total: null,
  });
  return [{ kind: 'table', table, heading: heading(facts.stamp.language, wording.ageing, facts.currency) }];
}

function days(range: string): Label {
  return { en: `${range} days`, zh: `${range} 天` };
}

function attachmentItems(facts: StatementFacts): FlowItem[] {
  if (facts.attachments.length === 0) return [];
  const { language } = facts.stamp;
  const list = facts.attachments.map(({ name, count }) => ({
    en: `${name} (${count})`,
    zh: `${name}（附单据 ${count} 张）`,
  }));
  return [{ kind: 'block', block: notes(language, list), heading: heading(language, wording.attachments) }];
}

function confirmation(facts: StatementFacts): Block {
  const fields = [wording.confirmed, wording.differencesExplained, wording.signature, wording.date];
  return signatures(
    facts.stamp.language,
    fields.map((label) => ({ label, value: '' })),
    wording.seal,
  );
}

function remittance(facts: StatementFacts): Block {
  const { creditor, movement, currency, stamp } = facts;
  const { language } = stamp;
  const capitals = language === 'en' ? undefined : namedCapitalAmount(movement.closing, currency);
  const given: readonly (readonly [Label, string | undefined])[] = [
    [wording.payTo, namesOf(creditor, language).join(' ')],
    [wording.bank, creditor.bank],
    [wording.bankAccount, creditor.bankAccount],
    [wording.swift, facts.swift],
    [wording.amount, formatMoney(movement.closing, currency, figureLanguage(language))],
    [wording.amountInCapitals, capitals],
    [wording.paymentReference, stamp.number ?? ''],
  ];
  const entries: Entry[] = given
    .filter(([, value]) => value)
    .map(([label, value]) => ({ label: say(language, label), value: plain(value!) }));
  const due = facts.due === null ? [] : [{ label: say(language, wording.dueDate), value: sayDay(language, facts.due) }];
  return slip(language, wording.remittance, [...entries, ...due]);
}

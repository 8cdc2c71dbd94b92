// The documents of a month that was run, as draft PDFs: a consolidated bill a desk, a request an account with something
// invoiceable, a statement a pair of entities. Nothing is issued: drafts have no numbers.
import { join } from 'node:path';
import { type Day, type Month, formatMonth, lastDay, parseDay } from '../../shared/calendar/day.ts';
import type { Stamp } from '../../shared/documents/facts.ts';
import { consolidatedBill } from '../../shared/documents/consolidated-bill.ts';
import { invoiceRequest } from '../../shared/documents/invoice-request.ts';
import type { PrintableDocument } from '../../shared/documents/page.ts';
import { statement } from '../../shared/documents/statement.ts';
import { chargeableBuckets } from '../../shared/book/exceptions.ts';
import { billDesks, consolidatedBillOf } from '../../shared/reports/document-facts/consolidated-bill-of.ts';
import type { MonthWork } from '../../shared/reports/document-facts/month-work.ts';
import { kindOfRequest, requestOf, requestScopes } from '../../shared/reports/document-facts/request-of.ts';
import { statementOf, statementScopes } from '../../shared/reports/document-facts/statement-of.ts';
import { workOf } from '../../shared/rules/charge.ts';
import { entityOn } from '../../shared/rules/link.ts';
import { type AccountKey, accountKey, idOf } from '../../shared/rules/names.ts';
import { gatherPeriod, importsOf } from '../book/gather.ts';
import type { OpenBook } from '../book/open-book.ts';
import type { NameParts } from './file-name.ts';
import type { Printer } from './printer.ts';
import { documentFolder } from './save.ts';
import { verificationCode } from './verification.ts';

export interface MonthDocumentsOptions {
  readonly folder: string;
  readonly printer: Printer;
  /** ISO 8601, UTC. */
  readonly now: string;
}

interface Draft {
  readonly folder: 'consolidated' | 'invoices' | 'statements';
  readonly name: Omit<NameParts, 'period'>;
  readonly printable: PrintableDocument;
}

/** Prints and saves every document of the month; answers the paths. */
export async function makeMonthDocuments(
  open: OpenBook,
  period: Month,
  options: MonthDocumentsOptions,
): Promise<readonly string[]> {
  const folders = { consolidated: 'consolidated', invoices: 'invoices', statements: 'statements' } as const;
  const saving = new Map(Object.values(folders).map((name) => [name, documentFolder(join(options.folder, name))]));
  const paths: string[] = [];
  for (const draft of drafts(open, period, options.now, await monthWork(open, period))) {
    const bytes = await options.printer.print(draft.printable);
    paths.push(await saving.get(draft.folder)!.save({ ...draft.name, period: formatMonth(period) }, bytes));
  }
  return paths;
}

function* drafts(open: OpenBook, period: Month, now: string, work: MonthWork): Generator<Draft> {
  const { book } = open;
  const { structure } = book;
  const issued = parseDay(now.slice(0, 10)) as Day;
  const stampFor = (language: Stamp['language'], content: unknown): Stamp => {
    const printedAt = `${now.slice(0, 16).replace('T', ' ')} UTC`;
    return {
      language,
      bookName: book.title.name,
      period,
      number: null,
      version: 1,
      mark: null,
      printedAt,
      verification: verificationCode([formatMonth(period), content]),
    };
  };
  for (const scope of billDesks(book, period)) {
    const facts = consolidatedBillOf(book, scope, work, stampFor('both', scope));
    const entity = entityOn(structure, scope.desk, lastDay(period));
    yield {
      folder: 'consolidated',
      name: { entity, type: 'consolidated-bill', number: idOf(scope.desk) },
      printable: consolidatedBill(facts),
    };
  }
  for (const scope of requestScopes(book, period)) {
    const kind = kindOfRequest(book, scope, period);
    const facts = requestOf(book, scope, stampFor(kind === 'fapiao-request' ? 'zh' : 'both', scope), issued);
    const entity = entityOn(structure, scope.account, lastDay(period));
    yield {
      folder: 'invoices',
      name: { entity, type: kind, number: idOf(scope.account) },
      printable: invoiceRequest(facts),
    };
  }
  for (const scope of statementScopes(book, period)) {
    const facts = statementOf(book, scope, stampFor('both', scope), issued);
    yield {
      folder: 'statements',
      name: { entity: scope.debtor, type: 'statement', number: `to-${scope.creditor}-${scope.currency}` },
      printable: statement(facts),
    };
  }
}

/** The work of the month's lines, and the bill files that each owner's lines come from. */
async function monthWork(open: OpenBook, period: Month): Promise<MonthWork> {
  const { book, lines } = open;
  const { buckets = [] } = await gatherPeriod(book, lines, formatMonth(period), '');
  const sources = new Map<AccountKey, string[]>();
  for (const fact of importsOf(book, period))
    for (const party of (await lines.of(fact)).parties) {
      const owner = accountKey(party.provider, party.owner);
      const names = sources.get(owner) ?? [];
      sources.set(owner, names);
      if (party.month === period && !names.includes(fact.name)) names.push(fact.name);
    }
  return { works: workOf(book.structure, chargeableBuckets(book, buckets)), sources };
}

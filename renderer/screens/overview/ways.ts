// Where the lines behind each headline figure are: a screen, or the drafts of the month where there is no screen yet.
import type { FigureName } from '../../../shared/reports/overview-figures.ts';
import { type DraftKind, hasDrafts, previewDrafts } from '../../state/month-papers.ts';
import { session } from '../../state/session.svelte.ts';

/** Leads to the lines of a figure; undefined where nothing shows them now. */
export function wayTo(name: FigureName, period: string): (() => void) | undefined {
  switch (name) {
    case 'charges':
    case 'paidOnBehalf':
      return () => session.go({ screen: 'bills', tab: 'accounts' });
    case 'balance':
      return () => session.go({ screen: 'balances' });
    case 'allocatedUnspent':
    case 'recoverable':
      return () => session.go({ screen: 'balances', filter: `${name}>0` });
    case 'unissuedInvoices':
      return draftsWay(requestKinds, period);
    case 'intercompany':
      return draftsWay(['statement'], period);
  }
}

/** The drafts that ask for an invoice, or stand for one. */
export const requestKinds = [
  'invoice-request',
  'fapiao-request',
  'charge-note',
] as const satisfies readonly DraftKind[];

/** Shows the drafts of some kinds; undefined where the month has none, or another desk than the book's asks. */
export function draftsWay(kinds: readonly DraftKind[], period: string): (() => void) | undefined {
  return hasDrafts(period) ? () => void previewDrafts(period, kinds) : undefined;
}

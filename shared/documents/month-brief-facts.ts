// What the month brief is made from: the overview of a month in amounts, with the names that it says.
import type { Month } from '../calendar/day.ts';
import type { Minor } from '../money/minor.ts';
import type { Label } from './words.ts';

/** A figure of the month and of the month before; `change` is null as long as there is none to speak of. */
export interface BriefFigure {
  readonly amount: Minor;
  readonly previous: Minor;
  readonly change: Minor | null;
}

/** The headline figures in one currency, in the order of their titles. */
export interface BriefCurrency {
  readonly currency: string;
  readonly figures: readonly BriefFigure[];
}

/** An entity in one currency. */
export interface BriefEntity {
  readonly entity: string;
  readonly name: string;
  readonly currency: string;
  readonly accounts: string;
  /** Received of expected; '' where none are. */
  readonly bills: string;
  readonly charges: BriefFigure;
  readonly balance: Minor;
  readonly runwayDays: string;
  readonly exceptions: string;
  /** Issued of those to be; '' where there are none. */
  readonly invoices: string;
  readonly closeState: string;
}

/** Charges by month in one currency: each month's parts in the order of the series, the last of them all others. */
export interface BriefHistory {
  readonly currency: string;
  readonly series: readonly string[];
  readonly months: readonly { readonly period: string; readonly total: Minor; readonly parts: readonly Minor[] }[];
}

/** The largest changes, from the month before to this one; `others` is null where these are all. */
export interface BriefMovers {
  readonly currency: string;
  readonly previous: Minor;
  readonly rows: readonly { readonly name: string; readonly change: Minor }[];
  readonly others: Minor | null;
  readonly total: Minor;
}

export interface MonthBriefFacts {
  readonly language: 'en' | 'zh';
  readonly bookName: string;
  readonly period: Month;
  readonly state: Label;
  readonly provisional: boolean;
  readonly printedAt: string;
  readonly figureTitles: readonly Label[];
  readonly figures: readonly BriefCurrency[];
  readonly entities: readonly BriefEntity[];
  readonly work: readonly { readonly what: Label; readonly count: number }[];
  readonly history: BriefHistory;
  /** null where the month was not run. */
  readonly movers: BriefMovers | null;
  /** Accounts that run dry, shortest first. */
  readonly runway: readonly {
    readonly account: string;
    readonly currency: string;
    readonly days: string;
    readonly available: Minor;
  }[];
}

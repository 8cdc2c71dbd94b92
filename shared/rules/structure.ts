// The structure of a group (rules S1–S4): entities, accounts, links, offers, vouchers, as dated facts.
import type { DatedRange, DatedValue } from '../calendar/dated.ts';
import type { Day } from '../calendar/day.ts';
import type { Decimal } from '../money/decimal.ts';
import type { Minor } from '../money/minor.ts';
import type { AccountKey, EntityCode, PaymentMode, Permission, Provider, Role } from './names.ts';
import type { Policies } from './profile.ts';

/** A legal entity of the group; absent text is ''. The group's parent company has no parent. */
export interface Entity {
  readonly code: EntityCode;
  readonly name: string;
  readonly nameZh: string;
  readonly country: string;
  readonly currency: string;
  readonly taxId: string;
  readonly address: string;
  readonly phone: string;
  readonly bank: string;
  readonly bankAccount: string;
  readonly parent: EntityCode | null;
}

export interface Account {
  readonly key: AccountKey;
  readonly provider: Provider;
  /** The vendor's own number: text, never a number. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly currency: string;
  readonly opened: Day | null;
  readonly closed: Day | null;
  readonly entity: DatedValue<EntityCode>;
  /** null: no limit stated (rule S5 says what that means). */
  readonly creditLimit: DatedValue<Minor | null>;
}

/** A dated relation account → admin (rule S4); never overwritten, only ended. */
export interface Link extends DatedRange {
  readonly account: AccountKey;
  readonly admin: AccountKey;
  readonly mode: PaymentMode;
  readonly permissions: ReadonlySet<Permission>;
  readonly crossEntityFunds: boolean;
}

/** One step of a tiers offer: list cost from `above` on costs `multiplier`. */
export interface Tier {
  readonly above: Decimal;
  readonly multiplier: Decimal;
}

/** An offer of a holder account (rule D1); `product` may be `*`. */
export interface Offer extends DatedRange {
  readonly holder: AccountKey;
  readonly product: string;
  readonly terms:
    | { readonly kind: 'multiplier'; readonly multiplier: Decimal }
    | { readonly kind: 'unit-price'; readonly unitPrice: Decimal }
    | { readonly kind: 'tiers'; readonly tiers: readonly Tier[] };
  /** Its place in the order of entry: of equals the later one counts. */
  readonly entry: number;
}

/** A voucher (rule F6); no products means all. */
export interface Voucher extends DatedRange {
  readonly key: string;
  readonly account: AccountKey;
  readonly amount: Minor;
  readonly currency: string;
  readonly products: readonly string[];
  readonly priced: boolean;
}

/** Everything the rules know of a group apart from its money. */
export interface Structure {
  readonly policies: Policies;
  readonly entities: ReadonlyMap<EntityCode, Entity>;
  readonly accounts: ReadonlyMap<AccountKey, Account>;
  /** Links by account, in order of entry. */
  readonly links: ReadonlyMap<AccountKey, readonly Link[]>;
  /** Offers by holder, in order of entry. */
  readonly offers: ReadonlyMap<AccountKey, readonly Offer[]>;
  /** Products by holder that members keep their own offers for (rule D3). */
  readonly blocked: ReadonlyMap<AccountKey, ReadonlySet<string>>;
  /** Vouchers by account, in order of entry. */
  readonly vouchers: ReadonlyMap<AccountKey, readonly Voucher[]>;
}

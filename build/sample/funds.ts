// The sample's funds movements, planned month by month from what the bills come to, so that no account is overdrawn but
// where that is the story, and every movement obeys the guardrails (rule P4).
import { type Day, type Month, firstDay, formatMonth, lastDay } from '../../shared/calendar/day.ts';
import type { MovementKind } from '../../shared/rules/names.ts';
import { profiles } from '../../shared/rules/profile.ts';
import type { Planted } from './planted.ts';
import type { Random } from './random.ts';
import { type SampleAccount, type SampleChange, type SampleFamily, payerOn } from './structure.ts';
import { type Tally, wholeAmount } from './tally.ts';

/** One row of funds.csv, before it has its key. */
export interface SampleMovement {
  readonly date: Day;
  readonly kind: MovementKind;
  readonly account: SampleAccount;
  readonly to?: SampleAccount;
  /** Whole units of the account's currency. */
  readonly amount: bigint;
  readonly origin?: string;
  /** The movement that a recovery takes back. */
  readonly takesBack?: SampleMovement;
  readonly reference?: string;
}

export interface FundsPlan {
  readonly random: Random;
  readonly months: readonly Month[];
  readonly tally: Tally;
  readonly eventful: boolean;
}

export interface PlannedFunds {
  readonly movements: readonly SampleMovement[];
  readonly changes: readonly SampleChange[];
  readonly planted: readonly Planted[];
}

/** What stays on an account beyond its need, so that small differences never overdraw it. */
const reserve = 1000n;
const smallestTransfer = 100n;

const dayOf = (month: Month, day: number) => (firstDay(month) + day - 1) as Day;
const withMargin = (need: bigint) => (need * 105n) / 100n + reserve;

/** Plans the funds of one organisation at Tencent; `cash` is the least that each account holds, never more than it does. */
class OrganisationFunds {
  readonly movements: SampleMovement[] = [];
  private readonly cash = new Map<SampleAccount, bigint>();
  private readonly plan: FundsPlan;
  private readonly family: SampleFamily;
  private readonly starved: ReadonlySet<SampleAccount>;

  constructor(plan: FundsPlan, family: SampleFamily, starved: ReadonlySet<SampleAccount>) {
    this.plan = plan;
    this.family = family;
    this.starved = starved;
  }

  private change(account: SampleAccount, amount: bigint): void {
    this.cash.set(account, (this.cash.get(account) ?? 0n) + amount);
  }

  private move(movement: SampleMovement): SampleMovement {
    this.movements.push(movement);
    return movement;
  }

  /** What has to arrive so that the account covers its need of the month. */
  private missing(account: SampleAccount, month: Month): bigint {
    if (this.starved.has(account) && month === this.plan.months.at(-1)) return 0n;
    const need = this.plan.tally.need(account, month);
    const missing = need === 0n ? 0n : withMargin(need) - (this.cash.get(account) ?? 0n);
    return missing < smallestTransfer ? 0n : missing;
  }

  /** The first day from the 4th on which the member pays for itself; null where it does not this month. */
  private fundingDay(member: SampleAccount, month: Month): Day | null {
    for (let day = dayOf(month, 4); day <= lastDay(month); day++)
      if (payerOn(member, day) === member) return day as Day;
    return null;
  }

  private allocate(from: SampleAccount, to: SampleAccount, amount: bigint, date: Day): SampleMovement | undefined {
    if (amount === 0n) return undefined;
    this.change(from, -amount);
    this.change(to, amount);
    return this.move({ date, kind: 'allocation', account: from, to, amount });
  }

  private fundMembers(admin: SampleAccount, month: Month): bigint {
    let total = 0n;
    for (const member of this.family.accounts) {
      if (member.role !== 'member' || member.funder !== admin) continue;
      const [amount, day] = [this.missing(member, month), this.fundingDay(member, month)];
      if (day === null || amount === 0n) continue;
      this.allocate(admin, member, amount, day);
      total += amount;
    }
    return total;
  }

  /** The admin gets what it and its members need, and gives part of the rest back at the end of the month. */
  private fundAdmin(admin: SampleAccount, month: Month): void {
    const { random, tally } = this.plan;
    const head = this.family.head;
    const own = this.missing(admin, month);
    const forMembers = this.fundMembers(admin, month);
    const allocation = this.allocate(head, admin, own + forMembers, dayOf(month, 3));
    if (random.chance(150)) {
      const amount = BigInt(random.integer(1, 4) * 500);
      this.move({ date: dayOf(month, 7), kind: 'top-up', account: admin, amount, reference: reference('BANK', month) });
      this.change(admin, amount);
    }
    if (random.chance(150)) this.give(admin, month);
    const spare = (this.cash.get(admin) ?? 0n) - tally.need(admin, month);
    const recovered = spare / 3n < own / 2n ? spare / 3n : own / 2n;
    if (!allocation || recovered < smallestTransfer || !random.chance(300)) return;
    const date = dayOf(month, 28);
    this.move({ date, kind: 'recovery', account: admin, to: head, amount: recovered, takesBack: allocation });
    this.change(admin, -recovered);
    this.change(head, recovered);
  }

  private give(admin: SampleAccount, month: Month): void {
    const { random, eventful } = this.plan;
    const amount = BigInt(random.integer(1, 10) * 50);
    this.move({ date: dayOf(month, 7), kind: 'gift', account: admin, amount });
    if (eventful && random.chance(300))
      this.move({ date: dayOf(month, 20), kind: 'gift-expiry', account: admin, amount: amount / 2n });
  }

  month(month: Month): void {
    const head = this.family.head;
    const { tally } = this.plan;
    const direct = this.fundMembers(head, month);
    for (const account of this.family.accounts) if (account.role === 'entity-admin') this.fundAdmin(account, month);
    // What the allocations took shows as cash below zero: the top-up of the day before brings it back.
    const missing = withMargin(tally.need(head, month)) + reserve - (this.cash.get(head) ?? 0n);
    if (missing > 0n || direct > 0n) {
      const amount = missing > 0n ? ((missing + 999n) / 1000n) * 1000n : 1000n;
      this.move({ date: dayOf(month, 2), kind: 'top-up', account: head, amount, reference: reference('BANK', month) });
      this.change(head, amount);
    }
    for (const account of this.family.accounts) this.change(account, -tally.need(account, month));
  }

  /** Rare events: opening cash, a sum frozen over a month's end, a withdrawal. */
  events(): void {
    const { months } = this.plan;
    const [first, third] = [months[0]!, months[Math.min(2, months.length - 1)]!];
    const head = this.family.head;
    this.move({
      date: firstDay(first),
      kind: 'opening-cash',
      account: head,
      amount: 20_000n,
      origin: head.entity.code,
    });
    const frozen = { account: head, amount: 300n };
    this.move({ date: dayOf(third, 10), kind: 'freeze', ...frozen });
    this.move({ date: (lastDay(third) + 5) as Day, kind: 'unfreeze', ...frozen });
    this.move({ date: dayOf(third, 27), kind: 'withdrawal', account: head, amount: 500n });
    this.change(head, -500n);
  }
}

function reference(kind: string, month: Month): string {
  return `${kind}-${formatMonth(month)}`;
}

/** Head of a family that pays in advance: topped up before each month's end. Afterwards: last month's charges are paid. */
function familyFunds(plan: FundsPlan, family: SampleFamily): SampleMovement[] {
  const { months, random, tally } = plan;
  const head = family.head;
  const afterwards = profiles[head.provider].paidAfterwards;
  const opening = { date: firstDay(months[0]!), kind: 'opening-owed', account: head, amount: 1500n } as const;
  const monthly = months.flatMap((month): SampleMovement[] => {
    const due = tally.need(head, afterwards ? ((month - 1) as Month) : month);
    if (due === 0n && afterwards) return [];
    const amount = afterwards ? due : withMargin(due);
    const foreign = random.chance(150) ? family.accounts.at(-1)!.entity.code : undefined;
    const movement = { kind: 'top-up', account: head, amount, reference: reference('WIRE', month) } as const;
    return [{ ...movement, date: dayOf(month, afterwards ? 9 : 5), ...(foreign ? { origin: foreign } : {}) }];
  });
  return plan.eventful && afterwards ? [opening, ...monthly] : monthly;
}

/** Who is left short in the last month: in an eventful sample the admin with the largest need, else one member. */
function pickStarved(plan: FundsPlan, family: SampleFamily): SampleAccount | undefined {
  const last = plan.months.at(-1)!;
  const role = plan.eventful ? 'entity-admin' : 'member';
  const candidates = family.accounts.filter((account) => account.role === role && account.phases.length === 1);
  return candidates
    .filter((account) => payerOn(account, lastDay(last)) === account)
    .reduce<SampleAccount | undefined>(
      (most, account) => (most && plan.tally.need(most, last) >= plan.tally.need(account, last) ? most : account),
      undefined,
    );
}

/** All movements in order of date; those of one day in the order in which they were planned. */
export function planFunds(plan: FundsPlan, families: readonly SampleFamily[]): PlannedFunds {
  const main = families[0]!;
  const starved = main.head.provider === 'tencent' ? pickStarved(plan, main) : undefined;
  const movements = families.flatMap((family) => {
    if (family.head.provider !== 'tencent') return familyFunds(plan, family);
    const funds = new OrganisationFunds(plan, family, new Set(starved ? [starved] : []));
    if (plan.eventful && family === main) funds.events();
    for (const month of plan.months) funds.month(month);
    return funds.movements;
  });
  movements.sort((left, right) => left.date - right.date);
  if (!starved || !plan.eventful) return { movements, changes: [], planted: [] };
  const from = firstDay(plan.months.at(-1)!);
  return {
    movements,
    changes: [{ account: starved, from, entity: '', creditLimit: wholeAmount(100n, starved.currency) }],
    planted: [{ kind: 'blast-radius', about: starved.id, lines: 0 }],
  };
}

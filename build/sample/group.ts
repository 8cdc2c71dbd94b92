// Makes a whole sample group as a setup folder (formats.md §1), from a seed alone: the same size and seed give the same
// bytes on every machine. Never reads a clock.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../shared/calendar/day.ts';
import { firstDay } from '../../shared/calendar/day.ts';
import { makeAccountIds } from './account-ids.ts';
import { writeBills } from './bills.ts';
import { makeEntities } from './entities.ts';
import { makeFamily } from './family.ts';
import { planFunds } from './funds.ts';
import { makeOffers, makePriceBook } from './offers.ts';
import { makeOrganisation } from './organisation.ts';
import type { Planted } from './planted.ts';
import { type Random, seededRandom } from './random.ts';
import { planReimbursements } from './reimbursements.ts';
import { setupTables } from './setup-tables.ts';
import type { FamilySize, Size } from './sizes.ts';
import type { SampleEntity, SampleFamily } from './structure.ts';
import { makeTally } from './tally.ts';
import { makeVouchers } from './vouchers.ts';

/** Links and offers hold since so many days before the first month. */
const daysBefore = 200;

function entitiesFor(plan: FamilySize, entities: readonly SampleEntity[]): SampleEntity[] {
  if (plan.entities === 'all') return [...entities];
  return entities.filter((entity) => (entity.country === 'CN') === (plan.entities === 'domestic'));
}

function makeFamilies(
  random: Random,
  size: Size,
  entities: readonly SampleEntity[],
  since: Day,
  idFor: ReturnType<typeof makeAccountIds>,
) {
  return size.families.map((plan, index): SampleFamily => {
    const stream = random.fork(`family ${index}`);
    const own = { ...plan, entities: entitiesFor(plan, entities), since };
    if (plan.provider !== 'tencent') return makeFamily(stream, own, idFor);
    return makeOrganisation(stream, { ...own, months: size.months, eventful: size.eventful && index === 0 }, idFor);
  });
}

/** Writes the group into `folder`, which it makes; answers what was planted for the rules to find. */
export function writeGroup(size: Size, seed: number, folder: string): readonly Planted[] {
  const random = seededRandom(String(seed));
  const since = (firstDay(size.months[0]!) - daysBefore) as Day;
  const entities = makeEntities(random.fork('entities'), size.subsidiaries, size.abroad);
  const idFor = makeAccountIds(random.fork('account ids'));
  const families = makeFamilies(random, size, entities, since, idFor);
  const main = families[0]!;
  const { offers, blocked } = makeOffers(random.fork('offers'), families, since, size.months, size.eventful);
  const tally = makeTally();
  const bills = { size, families, random: random.fork('bills'), price: makePriceBook(offers, blocked), tally };
  const planted = writeBills({ ...bills, unknownId: () => idFor('tencent') }, join(folder, 'bills'));
  const fundsPlan = { random: random.fork('funds'), months: size.months, tally, eventful: size.eventful };
  const funds = planFunds(fundsPlan, families);
  const paidBack = random.fork('reimbursements');
  const reimbursements = planReimbursements(paidBack, main, size.months, funds.movements, tally, size.eventful);
  const vouchers = makeVouchers(random.fork('vouchers'), main, size.months);
  mkdirSync(folder, { recursive: true });
  const group = { size, entities, families, offers, blocked, vouchers, funds, reimbursements };
  for (const [name, text] of setupTables(group)) writeFileSync(join(folder, name), text);
  return [...planted, ...funds.planted];
}

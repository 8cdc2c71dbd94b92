// Puts a whole shaken group together as the files of a setup folder (formats.md §1), the same for the same seed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { adoptOwners } from '../adopt.ts';
import { readBills } from '../bills.ts';
import { readSetup } from '../setup.ts';
import { Dice } from './dice.ts';
import { inventEdges } from './edges.ts';
import { writeLines } from './files.ts';
import { inventLines, knownOwners } from './lines.ts';
import { inventMovements } from './movements.ts';
import { inventBlocks, inventOffers, inventReimbursements, inventVouchers } from './rights.ts';
import { inventStrangers } from './strangers.ts';
import { inventStructure } from './structure.ts';
import type { Row } from '../table.ts';
import type { Files } from './files.ts';
import type { Structure } from './structure.ts';

/** Which months of the group are to be run, and whether it holds owners to adopt. */
export interface Shaken {
  from: string;
  to: string;
  adopt: boolean;
}

const columns: Record<string, string> = {
  entities: 'code,name,name_zh,country,currency,tax_id,address,phone,bank,bank_account,parent',
  accounts: 'provider,id,name,entity,role,currency,opened,closed,credit_limit',
  account_changes: 'provider,account,from,entity,credit_limit',
  links: 'provider,account,admin,mode,permissions,cross_entity_funds,from,to',
  offers: 'provider,holder,product,kind,value,from,to',
  blocklist: 'provider,holder,product',
  vouchers: 'key,provider,account,amount,currency,from,to,products,priced',
  funds: 'key,date,kind,provider,account,to,amount,currency,origin,reference,note',
  reimbursements: 'key,date,kind,debtor,creditor,amount,currency,reference',
};

/** Writes the group of a seed into a folder that is empty or absent. */
export function shake(seed: number, folder: string): Shaken {
  const dice = new Dice(seed);
  const structure = inventStructure(dice.fork('structure'));
  const rights = dice.fork('rights');
  const tables: Record<string, Row[]> = {
    entities: entityRows(structure),
    accounts: structure.accounts,
    account_changes: structure.changes,
    links: structure.links,
    offers: inventOffers(rights, structure),
    blocklist: inventBlocks(rights, structure),
    vouchers: inventVouchers(rights, structure),
    reimbursements: inventReimbursements(rights, structure),
  };
  const { files, adopt } = inventBills(dice.fork('bills'), structure);
  const book = { name: `Shaken ${seed}`, base_currency: structure.families[0]!.currency, policies: structure.policies };
  files.set('book.json', new TextEncoder().encode(JSON.stringify(book, null, 1)));
  const ink = dice.fork('ink');
  for (const [name, rows] of Object.entries(tables)) addTable(ink, files, name, rows);
  write(folder, files);
  const setup = readSetup(folder);
  const lines = readBills(setup);
  adoptOwners(setup, lines);
  const funds: Files = new Map();
  addTable(ink, funds, 'funds', inventMovements(dice.fork('funds'), structure, setup, lines));
  write(folder, funds);
  return { from: structure.from, to: structure.to, adopt };
}

function entityRows({ entities, families }: Structure): Row[] {
  return entities.map((code, at) => ({
    code,
    name: `${code} Ltd, Group`,
    name_zh: `${code}有限公司`,
    country: 'CN',
    currency: families[0]!.currency,
    parent: at === 0 ? '' : entities[0]!,
  }));
}

function inventBills(dice: Dice, structure: Structure): { files: Files; adopt: boolean } {
  const files: Files = new Map();
  const adopt = dice.chance(0.25);
  for (const family of structure.families) {
    const strangers = adopt && dice.chance(0.7) ? inventStrangers(dice, family) : [];
    const known = knownOwners(dice, family);
    const dialects = family.provider !== 'tencent' ? [true] : dice.chance(0.3) ? [false, true] : [false];
    for (const isFocus of dialects) {
      const source = { structure, family, isFocus, owners: [...known, ...strangers] };
      const lines = [...inventLines(dice, source, dice.whole(15, 160)), ...inventEdges(dice, source)];
      writeLines(dice, files, source, dice.shuffled(lines));
    }
  }
  return { files, adopt };
}

function addTable(dice: Dice, files: Files, name: string, rows: Row[]): void {
  if (rows.length === 0 && dice.chance(0.5)) return;
  const header = [...columns[name]!.split(','), ...(dice.chance(0.1) ? ['our_own_remark'] : [])];
  const shuffled = dice.chance(0.2) ? dice.shuffled(header) : header;
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [shuffled, ...rows.map((row) => shuffled.map((column) => row[column] ?? ''))].map((cells) =>
    cells.map(cell).join(','),
  );
  const text = lines.join(dice.chance(0.2) ? '\r\n' : '\n') + '\n';
  files.set(`${name}.csv`, new TextEncoder().encode(dice.chance(0.2) ? `\ufeff${text}` : text));
}

function write(folder: string, files: Files): void {
  for (const [path, bytes] of files) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, bytes);
  }
}

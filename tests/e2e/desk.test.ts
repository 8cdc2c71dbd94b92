// Working at the desk of an admin account (rule P3), through the real program: what the desk may not do or see, no key,
// screen or message of the page does or shows, and the frame says whose desk it is.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from './flows/flow.ts';
import { type SampleWindow, goTo, openSampleWindow, screenNames, settled } from './sample-window.ts';

interface Row {
  readonly id: string;
  readonly [column: string]: string;
}
interface List {
  readonly rows: readonly Row[];
  readonly total: number;
}
type Answer = { readonly done: boolean; readonly refusals?: readonly { readonly code: string }[] };

let sample: SampleWindow;
let everyAccount: readonly Row[];
let admin: Row;
beforeAll(async () => {
  sample = await openSampleWindow();
  everyAccount = (await ask<List>(sample.app, 'accounts', {})).rows;
  admin = everyAccount.find(({ role }) => role === 'entity-admin')!;
}, 120_000);
afterAll(async () => sample.close());

const desk = () => sample.app.page.locator('header button[title^="Desk: "]');
const message = async (name: string, input: object, more: object = {}): Promise<Answer> =>
  (await sample.app.send('purser:command', { name, input, ...more })) as Answer;
const codes = ({ refusals = [] }: Answer): readonly string[] => refusals.map(({ code }) => code);

test('a desk is chosen by keys, and the frame says whose it is', async () => {
  const { page } = sample.app;
  await goTo(sample.app, 'Overview');
  expect(await desk().innerText()).toContain('Book desk');
  await page.keyboard.press('Control+Shift+d');
  const choices = page.getByRole('menuitemcheckbox');
  await choices.first().waitFor();
  const place = (await choices.allInnerTexts()).findIndex((text) => text.includes(admin['name']!));
  for (let step = 0; step < place; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText(`At the desk of ${admin['name']}`).waitFor();
  expect(await desk().innerText()).toContain(admin['name']);
});

test('lists and totals hold what the desk may see, and nothing else', async () => {
  const balances = await ask<List>(sample.app, 'balances', {});
  expect(balances.total).toBeGreaterThan(0);
  expect(balances.total).toBeLessThan(everyAccount.length);
  const charges = await ask<List>(sample.app, 'charges', { period: '2026-09', groupBy: ['entity'] });
  expect(charges.rows.map(({ entity }) => entity)).not.toContain('');
  for (const screen of screenNames) {
    await goTo(sample.app, screen);
    await settled(sample.app.page);
    const shown = await sample.app.page.locator('main').innerText();
    const hidden = everyAccount.filter(({ id }) => balances.rows.every((row) => row.id !== id));
    if (screen === 'Balances') expect(hidden.filter(({ account }) => shown.includes(account!))).toEqual([]);
  }
});

test('what is for the book desk is refused, whatever the page sends', async () => {
  const before = await ask<{ records: number }>(sample.app, 'book', {});
  expect(codes(await message('runCharges', { period: '2026-10' }))).toEqual(['bookDeskOnly']);
  expect(codes(await message('setPolicy', { provider: 'aws', policy: {} }))).toEqual(['bookDeskOnly']);
  for (const name of ['runCharges', 'takeDesk'])
    expect(codes(await message(name, { period: '2026-10' }, { desk: '' }))).toEqual(['notUnderstood']);
  const journal = (await sample.app.send('purser:query', { name: 'journal', input: {} })) as Answer;
  expect(codes(journal)).toEqual(['bookDeskOnly']);
  const claimed = (await sample.app.send('purser:query', { name: 'journal', input: {}, desk: '' })) as Answer;
  expect(codes(claimed)).toEqual(['notUnderstood']);
  expect((await ask<{ records: number }>(sample.app, 'book', {})).records).toBe(before.records);
});

test('no member and no stranger has a desk', async () => {
  const member = everyAccount.find(({ role }) => role === 'member')!;
  for (const one of [member.id, 'aws:999999999999'])
    expect(codes(await message('takeDesk', { desk: one }))).toEqual(['notADesk']);
  expect(await ask<{ desk: string }>(sample.app, 'book', {})).toMatchObject({ desk: admin.id });
});

test('funds move where the desk may move them, and its record says so', async () => {
  const own = {
    provider: admin['provider'],
    account: admin['account'],
    currency: admin['currency'],
    date: '2026-10-15',
  };
  const other = everyAccount.find((row) => row['role'] === 'entity-admin' && row['entity'] !== admin['entity'])!;
  const strange = { ...own, provider: other['provider'], account: other['account'], currency: other['currency'] };
  expect(codes(await message('topUp', { ...strange, amount: '10.00' }))).toEqual(['notPermitted']);
  expect(await message('topUp', { ...own, amount: '10.00' })).toMatchObject({ done: true });
});

test('an action that the desk may not do says why, and a refusal stands where it belongs', async () => {
  const { page } = sample.app;
  await goTo(sample.app, 'Bills');
  const run = page.getByRole('button', { name: 'Run charges' }).first();
  expect(await run.getAttribute('aria-disabled')).toBe('true');
  expect(await run.getAttribute('title')).toBe('For the book desk alone');
  await goTo(sample.app, 'Balances');
  await page.locator('[role=gridcell][tabindex="0"]').first().focus();
  await page.keyboard.press('Control+Shift+h');
  await page.locator('.inspector').getByText('is for the book desk').waitFor();
});

test('back at the book desk everything is there again, with the desk in the record', async () => {
  const { page } = sample.app;
  await page.getByRole('button', { name: 'Back to the book desk' }).click();
  await page.getByText('At the desk of').waitFor({ state: 'detached' });
  expect((await ask<List>(sample.app, 'balances', {})).total).toBe(everyAccount.length);
  const { records } = await ask<{ records: number }>(sample.app, 'book', {});
  const journal = await ask<{ rows: readonly { desk: string }[] }>(sample.app, 'journal', { from: records });
  expect(journal.rows.at(-1)).toMatchObject({ desk: admin.id });
});

test('an admin account of a large group has a desk too, beyond the first page of a list', async () => {
  const columns = 'provider,id,name,entity,role,currency';
  const rows = Array.from({ length: 220 }, (_, place) => `other,m${place},m${place},${admin['entity']},member,CNY`);
  const text = [columns, ...rows, `other,last,last-admin,${admin['entity']},entity-admin,CNY`, ''].join('\n');
  const files = { 'accounts.csv': text };
  expect(await message('importDirectory', { files })).toMatchObject({ done: true });
  const { page } = sample.app;
  await page.keyboard.press('Control+Shift+d');
  await page.getByRole('menuitemcheckbox', { name: 'last-admin' }).press('Enter');
  await page.getByText('At the desk of last-admin').waitFor();
  expect((await ask<List>(sample.app, 'balances', {})).rows.map(({ id }) => id)).toEqual(['other:last']);
});

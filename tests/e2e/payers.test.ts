// Payers in the window: one whose money runs out puts the accounts that it pays for at risk (F7), in both languages; and
// one that the vendor bills instead of the book's is taken over from a day on, where the rules allow it (F02).
import { expect, test } from 'vitest';
import { BookWindows } from './book-windows.ts';
import { Flow, ask } from './flows/flow.ts';
import { goTo, settled } from './sample-window.ts';
import { makeBookBy, openBookOf } from './small-books.ts';

const patience = { timeout: 30_000 };
const windows = new BookWindows();
const [payer, other, ...members] = ['100000000001', '100000000002', '100000000003', '100000000004'] as const;
const provider = 'tencent' as const;
const period = '2026-10';

interface Made {
  /** What the payer can pay with. */
  readonly cash: string;
  /** Whom the vendor bills for the last member. */
  readonly billed: string;
}

/** A group of one entity with two payers, the first of which pays for two members; October is charged. */
function makeBook({ cash, billed }: Made): Promise<void> {
  return makeBookBy(windows.book, async ({ enter, importBill }) => {
    await enter('addEntity', { code: 'A', name: 'Harbour', currency: 'CNY' });
    const account = { provider, entity: 'A', currency: 'CNY', creditLimit: '20' } as const;
    await enter('addAccount', { ...account, id: payer, name: 'root', role: 'group-admin' });
    await enter('addAccount', { ...account, id: other, name: 'deputy', role: 'entity-admin' });
    const link = { provider, admin: payer, mode: 'pay-on-behalf', from: '2026-01-01' } as const;
    for (const [place, id] of members.entries()) {
      await enter('addAccount', { ...account, id, name: `member-${place + 1}`, role: 'member' });
      await enter('startLink', { ...link, account: id, permissions: ['view-bills', 'view-balance'] });
    }
    await enter('topUp', { provider, account: payer, currency: 'CNY', date: '2026-10-02', amount: cash });
    const heading =
      'Payer Account ID,Owner Account ID,Product Code,Transaction Time,Total Amount After Discount (Excluding Tax),Currency,Bill Month';
    const line = (from: string, owner: string): string =>
      `${from},${owner},p_cvm,2026-10-30 10:59:08,40.00,CNY,${period}`;
    await importBill([heading, line(payer, members[0]!), line(billed, members[1]!), ''].join('\n'));
    await enter('runCharges', { period });
  });
}

test('F7: a payer whose money ran out says how many accounts are at risk, in the list and in its details', async () => {
  await makeBook({ cash: '10', billed: payer });
  const app = await windows.open();
  await openBookOf(app);
  const { page } = app;
  await page.setViewportSize({ width: 2400, height: 900 });
  await goTo(app, 'Balances');
  const chip = page.locator('[role=gridcell] .chip', { hasText: '2 accounts at risk' });
  await chip.waitFor(patience);
  expect(await chip.count(), 'of the payer alone').toBe(1);
  const row = page.getByRole('row').filter({ has: chip });
  expect(await row.innerText()).toContain('root');
  await row.getByRole('gridcell').first().click();
  await page.keyboard.press('Control+Backslash');
  const heading = page.locator('.inspector h3.risk');
  await heading.waitFor(patience);
  expect(await heading.innerText()).toBe('2 accounts at risk');
  expect(await page.locator('.inspector h3.risk + ul button').allInnerTexts()).toEqual(['member-1', 'member-2']);

  await page.evaluate(() => window.purser.command('setSettings', { language: 'zh-CN' }));
  await expect.poll(() => heading.innerText(), patience).toBe('牵连 2 个账号');
  await page.locator('[role=gridcell] .chip', { hasText: '牵连 2 个账号' }).waitFor(patience);

  // Money enough, and nothing is at risk any more.
  const rescue = { provider, account: payer, currency: 'CNY', date: '2026-10-31', amount: '100' } as const;
  await page.evaluate((input) => window.purser.command('topUp', input), rescue);
  await expect.poll(() => page.getByText('牵连 2 个账号').count(), patience).toBe(0);
  await expect.poll(() => page.locator('.inspector h3').allInnerTexts(), patience).toContain('代付 2 个账号');
});

type Rows = readonly Readonly<Record<string, string>>[];

test('F02: the payer that the vendor bills is taken over from a day on; once the month is run again all is well', async () => {
  await makeBook({ cash: '500', billed: other });
  const app = await windows.open();
  await openBookOf(app);
  const { page } = app;
  const found = async (): Promise<Rows> => {
    const filter = [{ column: 'kind', test: 'is', value: 'payer-differs' }];
    return (await ask<{ rows: Rows }>(app, 'findings', { period, filter })).rows;
  };
  expect(await found()).toMatchObject([{ account: members[1], payer, beside: other }]);
  await goTo(app, 'Bills');
  await page.getByRole('tab', { name: /^Exceptions/ }).click();
  await page.locator('.groups [aria-current=true]').waitFor(patience);
  const flow = await Flow.begin(app);
  await settled(page);
  expect(await page.locator('.groups [aria-current=true] .code').innerText()).toBe('F02');
  await page.locator('.groups [aria-current=true]').focus();
  await flow.press('ArrowRight', 'ArrowRight', 'Mod+Enter');
  await flow.sees('Change the payer of 1 account');
  await flow.hasFocusIn('dialog input');
  await flow.press('Mod+Enter');
  await page.locator('dialog[open]').waitFor({ state: 'detached', ...patience });
  const relations = await ask<{ rows: Rows }>(app, 'relations', { asOf: '2026-10-31' });
  const paying = relations.rows.filter(({ account, mode }) => account === members[1] && mode === 'pay-on-behalf');
  expect(paying.map(({ admin }) => admin)).toEqual([`tencent:${other}`]);
  const { rows: journal } = await ask<{ rows: Rows }>(app, 'journal', {});
  expect(journal.at(-1)).toMatchObject({ kind: 'paymentModeSwitched' });
  await flow.sees('1 link changed; run the charges again to see what it does');
  expect(await found(), 'what the run found stands until the next').toHaveLength(1);
  await flow.press('Mod+Shift+R');
  await flow.canUse(/^Post/);
  await flow.press('Mod+Enter');
  await page.locator('dialog[open]').waitFor({ state: 'detached', ...patience });
  expect(await found()).toEqual([]);
  const charges = await ask<{ rows: Rows }>(app, 'charges', { period });
  const charged = charges.rows.filter(({ owner }) => owner === members[1]);
  expect(charged.map((row) => row['payer'])).toEqual([other]);
  await flow.done(8);
});

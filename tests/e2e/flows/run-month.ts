// The month run of flow A as far as the program goes today (A1 to A4 of ux/flows.md): bills imported, what holds them up
// decided, charges run, by keyboard alone, each step held to its budget.
import type { RunningApp } from '../../../build/launch-app.ts';
import type { Flow } from './flow.ts';

/** Imports the bill files of a month of the sample, decides and runs the charges. */
export async function runMonth(
  app: RunningApp,
  flow: Flow,
  { period, bills }: { readonly period: string; readonly bills: readonly string[] },
): Promise<void> {
  const files = `${bills.length} files`;
  await flow.step('A1 import', 2, async () => {
    await flow.pressForDialog('Mod+I', bills);
    await flow.canUse(new RegExp(`^Check ${files}`));
  });
  await flow.step('A2 dry run and commit', 2, async () => {
    await flow.press('Mod+Enter');
    await flow.canUse(new RegExp(`^Import ${files}`));
    await flow.press('Mod+Enter');
    await flow.hasFocusIn('.groups');
  });
  await flow.step('A3 one group: what is expected is missing', 3, async () => {
    await flow.sees('These accounts had a bill the month before');
    await flow.press('ArrowRight', 'Mod+Enter');
    await flow.sees(`Nothing holds up ${period}`);
  });
  await flow.step('A4 run charges', 2, async () => {
    await flow.press('Mod+Shift+R');
    await flow.canUse(/^Post \d+ charges/);
    await flow.press('Mod+Enter');
    await app.page.locator('dialog[open]').waitFor({ state: 'detached' });
  });
}

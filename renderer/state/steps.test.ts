// Whatever is done to a draft can be undone to the beginning and redone to the end (measure U29).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PlanDraft, forDays, planFor, withAll, withCells, without } from './plan-draft.ts';
import { did, noSteps, redone, undone, without as withoutDraft } from './steps.ts';

const accounts = ['tencent:1', 'tencent:2', 'tencent:3'];
const first = planFor('allocation', accounts);

const cell = fc.record({
  row: fc.nat(3),
  column: fc.constantFrom('amount', 'targetDays'),
  value: fc.constantFrom('', '12.50', '7'),
});
const edit = fc.oneof(
  fc.array(cell, { maxLength: 4 }).map((cells) => (draft: PlanDraft) => withCells(draft, accounts, cells)),
  fc.nat(60).map((days) => (draft: PlanDraft) => withAll(draft, () => forDays(days))),
  fc.constantFrom(...accounts).map((account) => (draft: PlanDraft) => without(draft, account)),
  fc.constantFrom('undo' as const, 'redo' as const),
);

test('random edits of a plan, then undo all, are the plan as it was; redo all is the last one', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), (steps) => {
      let now = first;
      let done = noSteps;
      for (const step of steps) {
        if (step === 'undo') done = undone(done);
        else if (step === 'redo') done = redone(done);
        else {
          const [before, after] = [now, step(now)];
          now = after;
          done = did(done, { label: 'step', of: 'plan', undo: () => (now = before), redo: () => (now = after) });
        }
      }
      const last = done.past.length + done.future.length;
      while (done.future.length > 0) done = redone(done);
      const end = now;
      for (let step = 0; step < last; step++) done = undone(done);
      expect([now, done.past]).toEqual([first, []]);
      for (let step = 0; step < last; step++) done = redone(done);
      expect([now, done.future]).toEqual([end, []]);
    }),
    { numRuns: 200 },
  );
});

test('typing into the row of an admin that is passed money on to makes it a row of the plan', () => {
  const draft = withCells(first, ['tencent:9', ...accounts], [{ row: 0, column: 'amount', value: '500' }]);
  expect(draft.rows.at(-1)).toEqual({ account: 'tencent:9', written: '500' });
  expect(withCells(first, accounts, [{ row: 1, column: 'targetDays', value: '14' }]).rows[1]!.written).toBe('=14d');
});

test('the steps of a draft that is no more are forgotten, those of others stay', () => {
  const step = (of: string) => ({ of, label: of, undo: () => undefined, redo: () => undefined });
  const steps = undone(did(did(did(noSteps, step('plan')), step('views')), step('plan')));
  expect(withoutDraft(steps, 'plan')).toEqual({ past: [expect.objectContaining({ of: 'views' })], future: [] });
});

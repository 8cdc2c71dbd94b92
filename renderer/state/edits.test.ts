// Whatever is done to a draft can be undone to the beginning and redone to the end (measure U29).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edited, editsOf, redone, undone } from './edits.ts';
import { type PlanDraft, forDays, planFor, withAll, withCells, without } from './plan-draft.ts';

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
      let edits = editsOf(first);
      for (const step of steps)
        edits =
          step === 'undo' ? undone(edits) : step === 'redo' ? redone(edits) : edited(edits, step(edits.now), 'step');
      const last = edits.past.length + edits.future.length;
      while (edits.future.length > 0) edits = redone(edits);
      const end = edits.now;
      for (let step = 0; step < last; step++) edits = undone(edits);
      expect([edits.now, edits.past]).toEqual([first, []]);
      for (let step = 0; step < last; step++) edits = redone(edits);
      expect([edits.now, edits.future]).toEqual([end, []]);
    }),
    { numRuns: 200 },
  );
});

test('typing into the row of an admin that is passed money on to makes it a row of the plan', () => {
  const draft = withCells(first, ['tencent:9', ...accounts], [{ row: 0, column: 'amount', value: '500' }]);
  expect(draft.rows.at(-1)).toEqual({ account: 'tencent:9', written: '500' });
  expect(withCells(first, accounts, [{ row: 1, column: 'targetDays', value: '14' }]).rows[1]!.written).toBe('=14d');
});

// What is being done to a whole book when the disk fails: commands as people give them, through the program's own way of
// opening, importing, charging and keeping a state.
import assert from 'node:assert/strict';
import { keepState } from '../../electron/book/book-snapshot.ts';
import { openBookFolder } from '../../electron/book/book-folder.ts';
import type { Command } from '../../electron/book/open-book.ts';
import type { Disk } from '../../electron/ledger/disk.ts';
import { type Course, checkRealBook } from './check-real-book.ts';
import { commands, give, makeRealBook, withOpenBook } from './real-book.ts';
import type { Scenario } from './scenario.ts';
import { SimulatedDisk } from './simulated-disk.ts';
import { book } from './small-book.ts';
import type { Told } from './witness.ts';

interface Outline {
  readonly name: string;
  readonly fineness: number;
  /** Carried out before the work begins. */
  readonly before: readonly Command[];
  readonly work: readonly Command[];
  readonly idle?: readonly Command[];
}

const foldVersion = 'laboratory';
const importAgain = { ...commands.importBoth, id: 'import-again' };

export const bookScenarios: readonly Scenario[] = [
  scenarioOf({
    name: 'import of bills',
    fineness: 0.015,
    before: [],
    work: [commands.importBoth],
    idle: [importAgain],
  }),
  scenarioOf({
    name: 'import replaced and undone',
    fineness: 0.015,
    before: [commands.importFirst],
    work: [commands.importInItsPlace, commands.undoSecond],
  }),
  scenarioOf({
    name: 'run of charges',
    fineness: 0.3,
    before: [commands.importFirst],
    work: [{ ...commands.run, dryRun: true }, commands.run, commands.topUp],
    idle: [{ ...commands.run, id: 'run-again' }],
  }),
  keeping({ name: 'state kept', fineness: 0.015, before: [commands.importFirst], work: [commands.run] }),
];

/** The commands given one after another. */
function scenarioOf(outline: Outline): Scenario {
  const { name, fineness, before } = outline;
  const course = courseOf(outline);
  return {
    name,
    fineness,
    prepare: (disk) => makeRealBook(disk, before),
    run: async (disk, witness) => void (await carryOut(disk, outline, witness)),
    recover: (disk) => withOpenBook(disk, () => undefined, foldVersion),
    check: async (disk, promised) => checkRealBook(disk, promised, await course()),
  };
}

async function carryOut(disk: Disk, { work }: Outline, witness?: Told): Promise<string> {
  return withOpenBook(disk, async (open) => {
    for (const command of work) await give(open, command, witness);
    return open.head;
  });
}

/** How it goes where nothing disturbs it, found once. */
function courseOf({ before, work, idle = [] }: Outline): () => Promise<Course> {
  let course: Promise<Course> | undefined;
  return () => (course ??= undisturbed());

  async function undisturbed(): Promise<Course> {
    const disk = new SimulatedDisk();
    await makeRealBook(disk, before);
    return { work, idle, ending: await carryOut(disk, { name: '', fineness: 1, before, work }), foldVersion };
  }
}

/** The state kept after each command: a state that is taken from what a crash left is the one that the records give. */
function keeping(outline: Outline): Scenario {
  return {
    ...scenarioOf(outline),
    run: async (disk, witness) => {
      for (const command of outline.work) {
        await withOpenBook(
          disk,
          async (open) => {
            await give(open, command, witness);
            keepState(disk, book, foldVersion, { book: open.book, position: open.journal.position });
          },
          foldVersion,
        );
      }
    },
    check: async (disk, promised) => {
      assert.deepEqual(
        stateOf(disk, foldVersion),
        stateOf(disk, ''),
        'the state that was kept is not that of the records',
      );
      await scenarioOf(outline).check(disk, promised);
    },
  };
}

function stateOf(disk: Disk, version: string): unknown {
  const { open, close } = openBookFolder(book, { disk, foldVersion: version });
  close();
  return structuredClone(open.book);
}

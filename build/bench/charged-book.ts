// Books as the command line makes them of a sample group, every month charged, kept between runs of the bench.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formatMonth } from '../../shared/calendar/day.ts';
import { writeGroup } from '../sample/group.ts';
import type { Size } from '../sample/sizes.ts';
import { keptInput } from './kept-input.ts';
import { timedProgram } from './timed-program.ts';

const program = fileURLToPath(new URL('../../out/cli/cli.js', import.meta.url));
const seed = 1;
/** Raised when the generator, or the journal's form, gives another book for the same seed. */
const generation = 4;

/** The book of a group, named after its accounts, months and lines. */
export async function chargedBook(size: Size): Promise<string> {
  const accounts = size.families.reduce((sum, family) => sum + family.accounts, 0);
  const name = `${accounts}-${size.months.length}-${size.lines}-${seed}-${generation}`;
  return keptInput(`book-${name}`, async (book) => {
    const setup = await keptInput(`group-${name}`, (folder) => void writeGroup(size, seed, folder));
    const out = `${book}-out`;
    const [first, last] = [size.months[0]!, size.months.at(-1)!].map(formatMonth);
    const choices = ['--period', `${first}..${last}`, '--adopt', '--duplicates', 'keep', '--no-documents'];
    await timedProgram([program, 'month', setup, ...choices, '--book', book, '--out', out]);
    rmSync(out, { recursive: true });
  });
}

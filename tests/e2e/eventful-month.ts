// A month in which every kind of exception and finding occurs: the book of a large group up to the month before, and the
// month's bill files, made by the sample's generator and the command line.
import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { writeGroup } from '../../build/sample/group.ts';
import { budget } from '../../build/sample/sizes.ts';
import { formatMonth } from '../../shared/calendar/day.ts';
import { purser } from '../command-line/purser.ts';

export interface EventfulMonth {
  /** The folder of the book, with the month before charged. */
  readonly book: string;
  readonly period: string;
  /** The month's bill files. */
  readonly bills: readonly string[];
}

/** Makes the book and the files in a folder. */
export async function makeEventfulMonth(folder: string): Promise<EventfulMonth> {
  const months = budget.months.slice(-4);
  const [first, before, period] = [months[0]!, months.at(-2)!, months.at(-1)!].map(formatMonth) as [
    string,
    string,
    string,
  ];
  const [setup, book] = [join(folder, 'setup'), join(folder, 'book')];
  mkdirSync(setup, { recursive: true });
  writeGroup({ ...budget, months, lines: 1600 }, 1, setup);
  // What lies in the setup folder is imported with it.
  const later = join(folder, 'later');
  renameSync(join(setup, 'bills', period), later);
  const choices = ['--period', `${first}..${before}`, '--book', book, '--out', join(folder, 'out'), '--no-documents'];
  const { status, error } = await purser('month', setup, ...choices);
  if (status !== 0) throw new Error(error);
  const bills = readdirSync(later).map((name) => join(later, name));
  return { book, period, bills };
}

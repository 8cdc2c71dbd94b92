// What the status bar says of a selection: the extent at once, the sums when the main process has added them up.
import type { QueryName } from '../../shared/contract/queries.ts';
import { bridge } from '../bridge.ts';
import type { GridColumn } from '../components/grid/column.ts';
import { isFigure } from '../components/grid/column.ts';
import { type Rectangle, sizeOf } from '../components/grid/selection.ts';
import { draftOf } from './figure-drafts.svelte.ts';
import { session } from './session.svelte.ts';

interface Source {
  readonly query: QueryName;
  readonly input: object;
  /** The ids of the rows, where the window puts them in order. */
  readonly rows?: readonly string[];
}

const settleMs = 30;
let timer: ReturnType<typeof setTimeout> | undefined;
let latest = 0;

/** Shows a selection; without a source only its extent. One cell alone is no selection. */
export function selecting(source: Source | null, rectangle: Rectangle, columns: readonly GridColumn[]): void {
  const asking = ++latest;
  clearTimeout(timer);
  if (sizeOf(rectangle) < 2) {
    session.selected = null;
    return;
  }
  const { top, bottom } = rectangle;
  session.selected = { rows: bottom - top + 1, columns: columns.length, statistics: null, question: null };
  const summed = columns.filter(({ kind }) => isFigure(kind)).map(({ id }) => id);
  if (!source || summed.length === 0) return;
  timer = setTimeout(() => void ask(), settleMs);

  async function ask(): Promise<void> {
    const { query, input, rows } = source!;
    const marked = rows && { rows: [...rows] };
    const question = { query, input: plain(input), columns: summed, fromRow: top, toRow: bottom, ...marked };
    const draft = draftOf(query);
    const statistics = await bridge.query('selectionSum', { ...question, ...(draft && { draft }) }).catch(() => null);
    if (asking === latest && session.selected) session.selected = { ...session.selected, statistics, question };
  }
}

function plain(input: object): Record<string, never> {
  return JSON.parse(JSON.stringify(input)) as Record<string, never>;
}

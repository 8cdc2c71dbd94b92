// The plan of an allocation: a draft of this session, undone and redone step by step; nothing of it is in the book.
import type { GridRow } from '../components/grid/column.ts';
import type { PastedCell } from '../components/grid/paste.ts';
import { changedRows } from './changed-rows.ts';

class Plan {
  rows = $state.raw<readonly GridRow[]>([]);
  #past: (readonly GridRow[])[] = [];
  #future: (readonly GridRow[])[] = [];

  /** Begins anew with these targets; the former plan can be undone back to. */
  begin(rows: readonly GridRow[]): void {
    this.#step(rows);
  }

  change(cells: readonly PastedCell[]): void {
    this.#step(changedRows(this.rows, cells));
  }

  /** Forgets the plan once it is posted. */
  clear(): void {
    this.rows = [];
    this.#past = [];
    this.#future = [];
  }

  undo(): void {
    const former = this.#past.pop();
    if (!former) return;
    this.#future.push(this.rows);
    this.rows = former;
  }

  redo(): void {
    const next = this.#future.pop();
    if (!next) return;
    this.#past.push(this.rows);
    this.rows = next;
  }

  #step(rows: readonly GridRow[]): void {
    this.#past.push(this.rows);
    this.#future = [];
    this.rows = rows;
  }
}

export const plan = new Plan();

// Puts blocks and tables on pages, one after the other. A heading stays with what it heads; tables divide among pages.
import type { Block } from './page.ts';
import { paginate } from './paginate.ts';
import type { SetTable } from './table.ts';

/** What follows in a document; `heading` stays with it. */
export type FlowItem =
  | { readonly kind: 'block'; readonly block: Block; readonly heading?: Block }
  | { readonly kind: 'table'; readonly table: SetTable; readonly heading?: Block }
  | { readonly kind: 'new-page' };

/** Height for blocks on the first page and on each that follows, in millimetres. */
export interface Rooms {
  readonly first: number;
  readonly next: number;
}

/** The blocks of each page. Throws a RangeError where something does not fit on a page at all. */
export function layOut(items: readonly FlowItem[], rooms: Rooms): Block[][] {
  const pages: Block[][] = [[]];
  let left = rooms.first;
  const newPage = () => {
    pages.push([]);
    left = rooms.next;
  };
  const place = (block: Block) => {
    pages.at(-1)!.push(block);
    left -= block.height;
  };
  const placeTable = (table: SetTable, heading: Block | undefined) => {
    const above = heading?.height ?? 0;
    const metrics = { nextRoom: rooms.next, header: table.header, carry: table.carry, total: table.total };
    let slices = paginate(table.rows, { ...metrics, firstRoom: left - above });
    if (slices[0]!.freshPage) {
      newPage();
      slices = paginate(table.rows, { ...metrics, firstRoom: left - above });
    }
    if (heading) place(heading);
    for (const slice of slices) {
      if (slice.freshPage) newPage();
      place(table.slice(slice));
    }
  };
  for (const item of items) {
    if (item.kind === 'new-page') {
      if (pages.at(-1)!.length > 0) newPage();
    } else if (item.kind === 'table') {
      placeTable(item.table, item.heading);
    } else {
      const height = item.block.height + (item.heading?.height ?? 0);
      if (height > left && pages.at(-1)!.length > 0) newPage();
      if (height > left) throw new RangeError(`a block of ${height} mm does not fit on a page`);
      if (item.heading) place(item.heading);
      place(item.block);
    }
  }
  return pages;
}

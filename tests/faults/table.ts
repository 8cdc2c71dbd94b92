// Prints what the laboratory checked as a table: one row per scenario, one column per kind of fault.

/** Lines of a table with aligned columns; the first column is the row's name, the last the row's sum. */
export function tableOf(title: string, rows: ReadonlyMap<string, ReadonlyMap<string, number>>): string {
  const columns = [...new Set([...rows.values()].flatMap((row) => [...row.keys()]))];
  const sumOf = (row: ReadonlyMap<string, number>): number => [...row.values()].reduce((sum, count) => sum + count, 0);
  const cells = [
    [title, ...columns, 'together'],
    ...[...rows].map(([name, row]) => [name, ...columns.map((column) => row.get(column) ?? 0), sumOf(row)].map(String)),
    [
      'together',
      ...columns.map((column) => [...rows.values()].reduce((sum, row) => sum + (row.get(column) ?? 0), 0)).map(String),
      String([...rows.values()].reduce((sum, row) => sum + sumOf(row), 0)),
    ],
  ];
  const widths = cells[0]!.map((_, index) => Math.max(...cells.map((line) => line[index]!.length)));
  return cells
    .map((line) =>
      line.map((cell, index) => (index === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[index]!))).join('  '),
    )
    .join('\n');
}

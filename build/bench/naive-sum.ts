// The peer that anybody would write first: reads a bill line by line, splits at commas, and adds one column up exactly.
// Prints the sum. It understands quotes only as far as the measured files have them.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { add, formatDecimal, parseDecimal, zero } from '../../shared/money/decimal.ts';

const [path, column] = process.argv.slice(2) as [string, string];

function cellsOf(line: string): readonly string[] {
  if (!line.includes('"')) return line.split(',');
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

let place = -1;
let sum = zero;
for await (const line of createInterface({ input: createReadStream(path) })) {
  const cells = cellsOf(line);
  if (place < 0) place = cells.indexOf(column);
  else sum = add(sum, parseDecimal(cells[place]!)!);
}
console.log(formatDecimal(sum));

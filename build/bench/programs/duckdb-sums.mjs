// The peer of reading a bill: DuckDB adds up a FOCUS file exactly, by payer, owner and currency. `FOLDER FILE`, where
// FOLDER has DuckDB installed; prints a line for each sum.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, file] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(join(folder, 'package.json'))('@duckdb/node-api');
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const reader = await connection.runAndReadAll(
  `select BillingAccountId, SubAccountId, BillingCurrency, sum(BilledCost::decimal(38, 12))::varchar, count(*)::varchar
   from read_csv($file, header = true, all_varchar = true) group by all`,
  { file },
);
for (const [payer, owner, currency, sum, lines] of reader.getRows())
  console.log([payer, owner, currency, sum.replace(/\.?0+$/, ''), lines].join(' '));
connection.closeSync();

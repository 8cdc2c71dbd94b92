// Reads a bill with the product's reader, which the first argument names, and prints its sums by payer, owner and currency.
// The fingerprint is left out: it is no part of reading, and the row of stored imports has it.
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';

const [module, file] = process.argv.slice(2);
const { readBill } = await import(pathToFileURL(module).href);
const facts = { sha256: '', size: statSync(file).size };
const { parties } = await readBill({ name: basename(file), path: file }, { facts });
for (const { vendorPayer, owner, currency, billed, lines } of parties) {
  const digits = String(billed.coefficient < 0n ? -billed.coefficient : billed.coefficient);
  const padded = digits.padStart(billed.scale + 1, '0');
  const whole = padded.slice(0, padded.length - billed.scale);
  const part = padded.slice(padded.length - billed.scale).replace(/0+$/, '');
  const sum = `${billed.coefficient < 0n ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`;
  console.log([vendorPayer, owner, currency, sum, lines].join(' '));
}

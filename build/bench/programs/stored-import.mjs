// Makes a book and imports a bill into it with the product's own book, which the first argument names: `MODULE BOOK FILE`.
// Prints how many lines were kept, and their sums.
import { pathToFileURL } from 'node:url';

const [module, folder, file] = process.argv.slice(2);
const { makeBookFolder, openBookFolder } = await import(pathToFileURL(module).href);
const now = '2026-11-02T00:00:00.000Z';
const by = { by: 'the bench', desk: '', now };
makeBookFolder(folder, { id: 'bench', name: 'Bench' });
const { open, close } = openBookFolder(folder, { holder: { holder: 'the bench', since: now } });
const give = async (name, input, id) => {
  const answer = await open.execute({ name, input, id, ...by });
  if (!answer.done) throw new Error(answer.refusals.map(({ what }) => what).join('\n'));
};
await give('createBook', { name: 'Bench', baseCurrency: 'USD' }, 'book');
await give('importBills', { paths: [file], final: true }, 'bills');
for (const { fact } of open.book.imports.values())
  console.log(`${fact.kept} lines, ${fact.sums.map(({ currency, kept }) => `${kept} ${currency}`).join(', ')}`);
close();

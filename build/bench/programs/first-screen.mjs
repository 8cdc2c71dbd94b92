// Opens a book as the window's main process does, on a thread of its own, asks for the overview of a month, and prints it.
// Called with the built module of the book's thread, the book and the month.
import { pathToFileURL } from 'node:url';

const [module, book, period] = process.argv.slice(2);
const { BookThread } = await import(pathToFileURL(module).href);
const thread = new BookThread();
await thread.open(book, { holder: 'the bench', since: '' });
console.log(JSON.stringify(await thread.call('ask', { name: 'overview', input: { period }, desk: '' })));
await thread.end();

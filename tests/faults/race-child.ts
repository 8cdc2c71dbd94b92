// One of several programs that open the same book at once, again and again: on each word from standard input it tries
// to take the lock, and where it has it, appends a record. It tells what came of it, and whether another was inside too.
import { createInterface } from 'node:readline';
import { openJournal } from '../../electron/ledger/journal.ts';
import { isBookLock, lockBook } from '../../electron/ledger/lock.ts';
import { rootedDisk } from './rooted-disk.ts';
import { book, topUp } from './small-book.ts';

const [root = '', name = ''] = process.argv.slice(2);
const disk = rootedDisk(root);
const inside = '/inside';

function race(): string {
  const lock = lockBook(disk, book, { holder: name, since: '' });
  if (!isBookLock(lock)) return 'lost';
  try {
    if (disk.facts(inside)) return 'both';
    disk.close(disk.open(inside, 'create'));
    const journal = openJournal(disk, book, { lock });
    journal.append(topUp(journal.position.seq + 1, 1_000));
    journal.close();
    disk.unlink(inside);
    return 'won';
  } finally {
    lock.release();
  }
}

createInterface({ input: process.stdin }).on('line', () => process.stdout.write(`${race()}\n`));

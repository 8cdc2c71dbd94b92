// What the operating system would not do (a full disk, a missing right), told as a refusal.
import type { Refusal } from '../../shared/rules/refusal.ts';

type Told = Pick<Refusal, 'what' | 'next'>;

/** The reasons that people can do something about, by the system's code for them. */
function told(code: string, where: string): Told {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { what: `The disk is full: ${where}.`, next: 'Free some space on the disk, then try again.' };
    case 'EROFS':
      return {
        what: `The disk or folder is read-only: ${where}.`,
        next: 'Allow writing to it, or choose another folder, then try again.',
      };
    case 'EACCES':
    case 'EPERM':
      return {
        what: `The system gives no right to this file or folder: ${where}.`,
        next: 'Correct its rights, or close the program that has it open, then try again.',
      };
    case 'ENOENT':
      return {
        what: `The file or folder is not there (any more): ${where}.`,
        next: 'Put it back, or connect its disk again, then try again.',
      };
    case 'ESTALE':
      return {
        what: `Another program has changed this file: ${where}.`,
        next: 'Open the book again: it is verified then.',
      };
    case 'EMFILE':
    case 'ENFILE':
      return { what: `Too many files are open: ${where}.`, next: 'Close other programs, then try again.' };
    default:
      return {
        what: `The system reports an error: ${where}.`,
        next: 'Check the disk and its connection, then try again.',
      };
  }
}

/** What a system's own message (`ENOSPC: no space left on device, write '/path'`) says, in plain words. */
export function plainWords(message: string): string {
  const [, code = '', call = ''] = /^([A-Z]+): .*?, (.*)$/s.exec(message) ?? [];
  return told(code, code === '' ? message : `${code} ${call.replaceAll("'", '')}`).what;
}

/** A system error as a refusal; undefined for anything else, which is a defect. */
export function systemRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  const code = String(error.code);
  const path = 'path' in error ? ` ${String(error.path)}` : '';
  return {
    code: 'systemError',
    unchanged: 'What was acknowledged before is kept; this call has changed nothing else.',
    ...told(code, `${code} ${String(error.syscall)}${path}`),
  };
}

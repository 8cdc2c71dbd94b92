// Where the command line writes: results to standard output, progress to standard error. Nothing else prints.

export interface Streams {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Standard error is a terminal: progress may live on one line. */
  readonly isTerminal: boolean;
}

/** A line of progress that replaces itself on a terminal and is said at most every tenth elsewhere. */
export class Progress {
  readonly #streams: Streams;
  #said = '';

  constructor(streams: Streams) {
    this.#streams = streams;
  }

  /** Something is done. */
  say(text: string): void {
    this.#streams.error(this.#streams.isTerminal ? `\r\u001b[2K${text}\n` : `${text}\n`);
    this.#said = '';
  }

  /** Something goes on: `done` of `of`. */
  going(what: string, done: number, of: number): void {
    const share = of === 0 ? 100 : Math.min(100, Math.floor((100 * done) / of));
    const tenth = `${what} ${Math.floor(share / 10)}`;
    if (tenth === this.#said) return;
    this.#said = tenth;
    if (this.#streams.isTerminal) this.#streams.error(`\r\u001b[2K${what} ${share} %`);
    else if (share % 50 < 10) this.#streams.error(`${what} ${share} %\n`);
  }
}

// A clerk at the keyboard of the real program, whose keys are counted as ux/flows.md counts them: a chord is one, the
// system's dialog is one, typed data are counted apart. The pointer is blocked. It waits for what a clerk waits to see,
// never for time.
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import type { RunningApp } from '../../../build/launch-app.ts';

/** The machine may be busy. */
const patience = { timeout: 30_000 };

export class Flow {
  readonly #app: RunningApp;
  #keys = 0;
  #data = 0;

  constructor(app: RunningApp) {
    this.#app = app;
  }

  /** Takes the clerk's hand off the pointer: any press of it from now on fails `done`. */
  static async begin(app: RunningApp): Promise<Flow> {
    await app.page.evaluate(() => {
      const touched: string[] = [];
      Object.assign(window, { touched });
      for (const kind of ['pointerdown', 'mousedown', 'click', 'dblclick', 'wheel'] as const)
        window.addEventListener(
          kind,
          (event) => {
            const isOfKeys = kind === 'click' && (event as MouseEvent).detail === 0;
            if (isOfKeys) return;
            touched.push(kind);
            event.preventDefault();
            event.stopImmediatePropagation();
          },
          { capture: true, passive: false },
        );
    });
    return new Flow(app);
  }

  get page(): Page {
    return this.#app.page;
  }

  /** Chords and other keys since the flow began. */
  get keys(): number {
    return this.#keys;
  }

  /** Characters of data typed since the flow began. */
  get data(): number {
    return this.#data;
  }

  /** Presses chords such as `Mod+Shift+R`, one after the other. */
  async press(...chords: readonly string[]): Promise<void> {
    for (const chord of chords) {
      this.#keys += 1;
      await this.page.keyboard.press(chord.replace('Mod', 'Control'));
    }
  }

  /** Types data: an amount, a date, a name. */
  async type(text: string): Promise<void> {
    this.#data += text.length;
    await this.page.keyboard.type(text);
  }

  /** Presses a chord that opens the system's dialog, where the clerk chooses these files. */
  async pressForDialog(chord: string, files: readonly string[]): Promise<void> {
    await this.#app.answerDialog(files);
    await this.press(chord);
    this.#keys += 1;
  }

  /** Waits until a text stands on the screen. */
  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor(patience);
  }

  /** Waits until the element that has the focus is, or stands in, one that the selector finds. */
  async hasFocusIn(selector: string): Promise<void> {
    const within = (asked: string): boolean => document.activeElement?.closest(asked) != null;
    await this.page.waitForFunction(within, selector, patience);
  }

  /** Waits until a button may be used. */
  async canUse(name: string | RegExp): Promise<void> {
    const usable = this.page.locator('button:not([aria-disabled=true])');
    await this.page.getByRole('button', { name }).and(usable).first().waitFor(patience);
  }

  /** A part of the flow with its budget of keys; answers what it took. */
  async step(name: string, budget: number, work: () => Promise<void>): Promise<number> {
    const before = this.#keys;
    await work();
    const took = this.#keys - before;
    expect(took, `${name}: keys`).toBeLessThanOrEqual(budget);
    return took;
  }

  /** Holds the whole flow to its budget, and to the keyboard. */
  async done(budget: number): Promise<void> {
    expect(this.#keys, 'keys of the whole flow').toBeLessThanOrEqual(budget);
    expect(await this.page.evaluate(() => (window as unknown as { touched: string[] }).touched)).toEqual([]);
  }
}

/** Opens the sample book on a fresh start, and waits until its first screen may be worked on. */
export async function openSample(app: RunningApp): Promise<void> {
  await app.page.locator('.card:focus, button:focus').first().waitFor(patience);
  await app.page.keyboard.press('Enter');
  await app.page.locator('main.host h1, main.host h2').first().waitFor(patience);
}

/** A query of the book, asked as a page asks it. */
export async function ask<T>(app: RunningApp, name: string, input: object): Promise<T> {
  const asked = { name, input };
  return app.page.evaluate(
    (query) => window.purser.query(query.name as never, query.input as never) as Promise<unknown>,
    asked,
  ) as Promise<T>;
}

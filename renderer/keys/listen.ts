// Which action a key event means: chords at once, `G O` sequences within a second. It knows no screen and does nothing.
import { type ActionId, type Scope, actions } from '../../shared/contract/actions.ts';
import { type KeyPress, type Platform, type Press, isComposing, isPress, parseChord } from './chord.ts';

/** Where the focus is: in a text field bare keys are text, and the clipboard and undo are the field's own. */
export interface Focus {
  readonly scopes: readonly Scope[];
  readonly inText: boolean;
}

interface Binding {
  readonly action: ActionId;
  readonly scope: Scope;
  readonly presses: readonly Press[];
}

const sequenceMs = 1000;

const fieldsOwn: readonly ActionId[] = ['undo', 'redo', 'copy', 'paste', 'selectAll', 'correct'];

/** The chords of an action on a platform, those chosen by the clerk first. */
export function chordsOf(
  action: ActionId,
  platform: Platform,
  chosen: Readonly<Record<string, string>> = {},
): readonly string[] {
  const row: (typeof actions)[ActionId] & { readonly macChords?: readonly string[] } = actions[action];
  const own = chosen[action];
  if (own !== undefined) return own === '' ? [] : [own];
  return platform === 'mac' && row.macChords ? row.macChords : row.chords;
}

/** All chords as presses. */
export function bindingsOf(platform: Platform, chosen: Readonly<Record<string, string>> = {}): readonly Binding[] {
  return (Object.keys(actions) as ActionId[]).flatMap((action) =>
    chordsOf(action, platform, chosen).map((chord) => {
      return { action, scope: actions[action].scope, presses: parseChord(chord, platform) };
    }),
  );
}

/** Hears keys one by one and remembers the beginning of a sequence. */
export class Listener {
  readonly #bindings: readonly Binding[];
  #begun: { readonly press: KeyPress; readonly at: number } | null = null;

  constructor(bindings: readonly Binding[]) {
    this.#bindings = bindings;
  }

  /** The action that this key completes at `nowMs`, if any. */
  hear(event: KeyPress, focus: Focus, nowMs: number): ActionId | undefined {
    if (isComposing(event)) return undefined;
    const begun = this.#begun;
    this.#begun = null;
    const heard = this.#bindings.filter((binding) => focus.scopes.includes(binding.scope));
    if (begun && nowMs - begun.at <= sequenceMs) {
      const found = heard.find(
        ({ presses }) => presses.length === 2 && isPress(presses[0]!, begun.press) && isPress(presses[1]!, event),
      );
      if (found) return found.action;
    }
    if (!focus.inText && heard.some(({ presses }) => presses.length === 2 && isPress(presses[0]!, event)))
      this.#begun = { press: event, at: nowMs };
    const found = heard.find(({ presses }) => presses.length === 1 && isPress(presses[0]!, event));
    return found && !(focus.inText && fieldsOwn.includes(found.action)) ? found.action : undefined;
  }
}

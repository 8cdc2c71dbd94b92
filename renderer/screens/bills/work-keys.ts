// The keys of the exceptions (ux/screens.md §1.6): between kinds of work, between the choices of one, and the usual one.
// Keys that are meant for a field, a sheet or a grid are left to them.

export type WorkKey = { readonly does: 'move' | 'step'; readonly by: -1 | 1 } | { readonly does: 'usual' };

const moves: Readonly<Partial<Record<string, -1 | 1>>> = { ArrowDown: 1, ArrowUp: -1 };
const steps: Readonly<Partial<Record<string, -1 | 1>>> = { ArrowRight: 1, ArrowLeft: -1 };

/** What a key means to the list of work; undefined where it is none of its keys. */
export function workKey(event: KeyboardEvent): WorkKey | undefined {
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  const target = event.target as HTMLElement;
  if (target.matches('input, textarea') || target.closest('dialog')) return undefined;
  // A choice among words has the keys up and down for itself.
  const inSelect = target.matches('select');
  const inGrid = target.closest('[role=grid], [role=treegrid]') !== null;
  const move = moves[event.code];
  if (move !== undefined) return event.altKey || !(inGrid || inSelect) ? { does: 'move', by: move } : undefined;
  if (inGrid || event.altKey) return undefined;
  const step = steps[event.code];
  if (step !== undefined) return { does: 'step', by: step };
  return event.code === 'Enter' && target.closest('.groups, .choices') ? { does: 'usual' } : undefined;
}

// What a screen is: its name, its place in the sidebar, what it loads, and what draws it.
import type { Component } from 'svelte';
import type { ActionId } from '../../shared/contract/actions.ts';
import type { IconName } from '../components/icons.ts';
import type { PlainKey } from '../i18n/translate.svelte.ts';
import type { ScreenId, View } from '../state/view.ts';

export const sidebarGroups = ['work', 'billing', 'funds', 'control'] as const;
export type SidebarGroup = (typeof sidebarGroups)[number];

interface Definition<Data> {
  readonly id: ScreenId;
  readonly title: PlainKey;
  readonly group: SidebarGroup;
  readonly icon: IconName;
  /** Its action carries its chords. */
  readonly action: ActionId;
  /** What it needs before it is drawn; read again when the book or the view changes. */
  readonly load: (view: View) => Promise<Data>;
  readonly component: Component<{ data: Data }> | Component<Record<string, never>>;
}

export type Screen = Definition<unknown>;

/** A row of the map of the app; what its loader answers is what its component takes. */
export function screen<Data>(definition: Definition<Data>): Screen {
  return definition as unknown as Screen;
}

// The settings of a computer on which nothing was ever set. Beside app.ts, so that the window need not carry its schemas.
import type { Settings } from './app.ts';

/** What holds until anything is set. */
export const usualSettings: Settings = {
  language: 'en',
  theme: 'system',
  density: 'default',
  negatives: 'parentheses',
  privacy: false,
  sidebar: true,
  inspector: false,
  inspectorWidth: 360,
  zoom: 100,
  grids: {},
  views: {},
  chords: {},
};

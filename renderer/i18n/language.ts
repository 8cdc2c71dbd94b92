// The languages of the window, and how its two short names for them meet those of shared/money.
import type { languages } from '../../shared/contract/setting-names.ts';

export type Language = (typeof languages)[number];

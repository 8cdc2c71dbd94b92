// How high the rows of all lists are, as items of a menu.
import { densities } from '../../shared/contract/setting-names.ts';
import type { ColumnMenuItem } from '../components/grid/column-menu.ts';
import { t } from '../i18n/translate.svelte.ts';
import { changeSettings, settings } from '../state/settings.svelte.ts';

/** The densities with a tick at the one in use. */
export function densityChoice(): readonly ColumnMenuItem[] {
  return densities.map((density, place) => ({
    id: `density-${density}`,
    text: t('list.density', { density: t(`density.${density}`) }),
    checked: settings().density === density,
    stays: true,
    first: place === 0,
    run: () => changeSettings({ density }),
  }));
}

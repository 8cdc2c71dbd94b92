// Where the palette leads: from something found to its screens, and the settings that it changes by name.
import { languages, themes } from '../../shared/contract/setting-names.ts';
import type { Found } from '../../shared/reports/search.ts';
import { type PlainKey, t } from '../i18n/translate.svelte.ts';
import { session } from '../state/session.svelte.ts';
import { changeSettings, settings } from '../state/settings.svelte.ts';
import type { View } from '../state/view.ts';

/** A place that something found has, by the name of its screen. */
export interface Place {
  readonly id: string;
  readonly title: PlainKey;
  readonly go: () => void;
}

/** The places of something found; the first is where Enter leads. Filter and scope are those of the find alone. */
export function placesOf({ type, object, figure }: Found): readonly Place[] {
  const number = object.replace(/^[a-z]+:/, '');
  const scope = { entity: type === 'entity' ? object : '', account: '' };
  const at = (title: PlainKey, view: Partial<View>): Place => {
    return { id: title, title, go: () => session.go({ tab: '', filter: '', scope, ...view }) };
  };
  const explained: Place = { id: 'explain', title: 'inspector.explain', go: () => session.explain(figure) };
  switch (type) {
    case 'entity':
      return [
        at('overview.title', { screen: 'overview' }),
        at('bills.title', { screen: 'bills', tab: 'accounts' }),
        at('balances.title', { screen: 'balances' }),
        at('allocations.title', { screen: 'allocations' }),
      ];
    case 'account':
      return [
        at('balances.title', { screen: 'balances', filter: `account:${number}` }),
        at('bills.lines', { screen: 'bills', tab: 'lines', filter: `owner=${object}` }),
        at('allocations.title', { screen: 'allocations', filter: `account=${object}` }),
      ];
    case 'movement':
      return [at('allocations.title', { screen: 'allocations', filter: `movement=${object}` }), explained];
    case 'import':
      return [at('import.title', { screen: 'import' })];
    case 'charge':
      return [explained];
  }
}

/** A setting that the palette changes: found by the words of either language. */
export interface SettingEntry {
  readonly id: string;
  readonly text: string;
  readonly words: string;
  readonly run: () => void;
}

/** The settings that are not in force already. */
export function settingEntries(): readonly SettingEntry[] {
  const names = { en: 'English', 'zh-CN': '中文' };
  return [
    ...languages
      .filter((language) => language !== settings().language)
      .map((language) => ({
        id: `language ${language}`,
        text: `${t('settings.language')}: ${names[language]}`,
        words: `language lang 语言 yuyan ${names[language]}`.toLowerCase(),
        run: () => changeSettings({ language }),
      })),
    ...themes
      .filter((theme) => theme !== settings().theme)
      .map((theme) => ({
        id: `theme ${theme}`,
        text: `${t('settings.theme')}: ${t(`theme.${theme}`)}`,
        words: `theme 主题 ${theme} ${t(`theme.${theme}`)}`.toLowerCase(),
        run: () => changeSettings({ theme }),
      })),
  ];
}

// Where the palette leads: from something found to its screens, and the settings that it changes by name.
import type { Settings } from '../../shared/contract/app.ts';
import { densities, languages, themes } from '../../shared/contract/setting-names.ts';
import type { Found } from '../../shared/reports/search.ts';
import { type PlainKey, t, word } from '../i18n/translate.svelte.ts';
import { session } from '../state/session.svelte.ts';
import { changeSettings, settings } from '../state/settings.svelte.ts';
import { wishedPolicies } from '../state/wished-policies.svelte.ts';
import { openView, savedViews } from '../state/views.svelte.ts';
import type { View } from '../state/view.ts';

/** A place that something found has, by the name of its screen. */
export interface Place {
  readonly id: string;
  readonly title: PlainKey;
  /** What it shows, where that is a view: another window can show it as well. */
  readonly view?: Partial<View>;
  readonly go: () => void;
}

/** The places of something found; the first is where Enter leads. Filter and scope are those of the find alone. */
export function placesOf({ type, object, figure }: Found): readonly Place[] {
  const number = object.replace(/^[a-z]+:/, '');
  const scope = { entity: type === 'entity' ? object : '', account: '' };
  const at = (title: PlainKey, view: Partial<View>): Place => {
    const whole = { tab: '', filter: '', scope, ...view };
    return { id: title, title, view: whole, go: () => session.go(whole) };
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
        at('balances.title', { screen: 'balances', filter: `accountId:${number}` }),
        at('bills.lines', { screen: 'bills', tab: 'lines', filter: `owner=${object}` }),
        at('allocations.title', { screen: 'allocations', filter: `account=${object}` }),
      ];
    case 'movement':
      return [at('allocations.title', { screen: 'allocations', filter: `movement=${object}` }), explained];
    case 'import':
      return [at('import.title', { screen: 'import' })];
    case 'charge':
      return [explained];
    case 'record': {
      const go = (): void => session.go({ filter: '', journal: { title: `#${object}`, records: [Number(object)] } });
      return [{ id: 'journal', title: 'journal.ofRecord', go }];
    }
    case 'run':
      return [at('bills.accounts', { screen: 'bills', tab: 'accounts', period: object })];
  }
}

/** What tells something found from the others, codes in words and accounts by their names. */
export function detailOf({ type, detail }: Found): string {
  const [first = '', code = '', from = '', arrow, to = ''] = detail.split(' ');
  if (type === 'charge') return `${first} ${word('category', code)}`;
  if (type !== 'movement') return detail;
  const moved =
    arrow === undefined ? session.accountName(from) : `${session.accountName(from)} → ${session.accountName(to)}`;
  return `${first} ${word('movement', code)} ${moved}`;
}

/** A setting that the palette changes: found by the words of either language. */
export interface SettingEntry {
  readonly id: string;
  readonly text: string;
  readonly words: string;
  readonly run: () => void;
}

type Choice = readonly [change: Partial<Settings>, text: string];

/** What each setting of the computer can be set to, with the words by which it is found in either language. */
function choices(): readonly { readonly title: string; readonly words: string; readonly of: readonly Choice[] }[] {
  const names = { en: 'English', 'zh-CN': '中文' };
  return [
    {
      title: t('settings.language'),
      words: 'language lang 语言 yuyan',
      of: languages.map((language): Choice => [{ language }, names[language]]),
    },
    {
      title: t('settings.theme'),
      words: 'theme colours 主题 颜色',
      of: themes.map((theme): Choice => [{ theme }, t(`theme.${theme}`)]),
    },
    {
      title: t('settings.density'),
      words: 'density row height 行高 密度',
      of: densities.map((density): Choice => [{ density }, t(`density.${density}`)]),
    },
    {
      title: t('settings.negatives'),
      words: 'negative amounts 负数',
      of: [
        [{ negatives: 'parentheses' }, '(1,234.50)'],
        [{ negatives: 'minus' }, '-1,234.50'],
      ],
    },
  ];
}

/** The settings that are not in force already; those of the book lead to where they are changed. */
export function settingEntries(): readonly SettingEntry[] {
  const ofComputer = choices().flatMap(({ title, words, of }) =>
    of
      .filter(([change]) => Object.entries(change).some(([name, value]) => settings()[name as 'theme'] !== value))
      .map(([change, text]) => ({
        id: JSON.stringify(change),
        text: `${title}: ${text}`,
        words: `${words} ${Object.values(change).join(' ')} ${text}`.toLowerCase(),
        run: () => changeSettings(change),
      })),
  );
  const providers = [...new Set(session.accounts.map(({ provider = '' }) => provider))];
  const ofBook = providers.map((provider) => ({
    id: `policies ${provider}`,
    text: t('policies.search', { provider: word('provider', provider) }),
    words: `policies policy 策略 celve ${provider} ${word('provider', provider)}`.toLowerCase(),
    run: () => {
      wishedPolicies.provider = provider;
      session.go({ screen: 'settings' });
    },
  }));
  return [...ofComputer, ...ofBook];
}

/** The saved views, each of its screen. */
export function viewEntries(): readonly SettingEntry[] {
  return savedViews().map((view) => ({
    id: `view ${view.screen} ${view.name}`,
    text: view.name,
    words: `${view.name} view 视图 ${view.filter}`.toLowerCase(),
    run: () => openView(view),
  }));
}

// Days and months as documents say them, in the document's languages.
import type { Day, Month } from '../calendar/day.ts';
import { dayLabel, monthLabel } from '../calendar/label.ts';
import { type DocumentLanguage, type Words, say } from './words.ts';

/** `31 October 2026`, `2026年10月31日`. */
export function sayDay(language: DocumentLanguage, day: Day): Words {
  return say(language, { en: dayLabel(day, 'en'), zh: dayLabel(day, 'zh') });
}

/** `October 2026`, `2026年10月`. */
export function sayMonth(language: DocumentLanguage, month: Month): Words {
  return say(language, { en: monthLabel(month, 'en'), zh: monthLabel(month, 'zh') });
}

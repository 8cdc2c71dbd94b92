// Anything that went wrong, as the three sentences and the code that people are told.
import type { Refusal } from '../../shared/rules/refusal.ts';
import { t } from '../i18n/translate.svelte.ts';

/** A refusal as it came, or one made of an error. */
export function problemOf(problem: unknown): Refusal {
  if (isRefused(problem)) return problem.refusals[0]!;
  const what = problem instanceof Error ? problem.message : String(problem);
  return { code: 'askingFailed', what, unchanged: t('problem.unchanged'), next: t('problem.next') };
}

function isRefused(problem: unknown): problem is { readonly refusals: readonly Refusal[] } {
  if (typeof problem !== 'object' || problem === null || !('refusals' in problem)) return false;
  return Array.isArray(problem.refusals) && problem.refusals.length > 0;
}

// All scenarios of the laboratory, from the bare journal to whole commands on a book.
import { bookScenarios } from './book-scenarios.ts';
import { journalScenarios } from './journal-scenarios.ts';
import type { Scenario } from './scenario.ts';

export const scenarios: readonly Scenario[] = [...journalScenarios, ...bookScenarios];

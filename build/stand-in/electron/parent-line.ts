// The main process's way to the parent half. What the parent asks is answered where `answerParent` says.
import { type Answers, type Call, type MainCalls, type ParentCalls, connect } from '../wire.ts';

let answers: Partial<Answers<MainCalls>> = {};

/** Names who answers the parent; to be called once. */
export function answerParent(given: Answers<MainCalls>): void {
  answers = given;
}

const toAnswers = new Proxy({} as Answers<MainCalls>, {
  get: (_target, name) => answers[name as keyof MainCalls],
});

/** Asks something of the parent. */
export const callParent: Call<ParentCalls> = connect<ParentCalls, MainCalls>(process, toAnswers);

// Without its parent the main process has no windows and nobody to serve.
process.on('disconnect', () => process.exit(1));

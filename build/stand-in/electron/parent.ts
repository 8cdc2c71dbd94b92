// The main process's end of the line to the parent half.
import { type Answers, type Call, type MainCalls, type ParentCalls, connect } from '../wire.ts';
import { answerRequest } from './session.ts';
import { windowClosed } from './window-list.ts';

const answers: Answers<MainCalls> = { fetch: answerRequest, windowClosed: ({ window }) => windowClosed(window) };

/** Asks something of the parent. */
export const callParent: Call<ParentCalls> = connect<ParentCalls, MainCalls>(process, answers);

// Without its parent the main process has no windows and nobody to serve.
process.on('disconnect', () => process.exit(1));

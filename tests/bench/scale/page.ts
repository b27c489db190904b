import browser from 'webextension-polyfill';
import { answerFor } from '../../../lib/app/register';
import type { Answer, Question } from './question';

/** A page of the extension, as the popup is one: it looks up by itself, and can ask the background to. */
const bench = {
  ask: (question: Question): Promise<Answer> => browser.runtime.sendMessage(question) as Promise<Answer>,
  lookUpHere: async (address: string): Promise<number> => {
    const start = performance.now();
    const { state } = await answerFor(address);
    if (state === 'damaged') throw new Error(`${address} could not be read`);
    return performance.now() - start;
  },
};

Object.assign(globalThis, { bench });
export type Bench = typeof bench;

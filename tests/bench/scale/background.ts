import browser from 'webextension-polyfill';
import { answerFor } from '../../../lib/app/register';
import { listenForUpdates } from '../../../lib/app/update';
import { type Answer, isQuestion } from './question';

/**
 * A background with the product's own look-up and update, which answers how long they took. The product has no such question,
 * and should not have one: what a page may ask of it is short.
 */
listenForUpdates();
const ready = performance.now();

browser.runtime.onMessage.addListener((message: unknown) => (isQuestion(message) ? answer(message.lookUp) : undefined));

async function answer(addresses: string[]): Promise<Answer> {
  const heard = performance.now();
  const times: number[] = [];
  let listed = 0;
  for (const address of addresses) {
    const start = performance.now();
    const found = await answerFor(address);
    times.push(performance.now() - start);
    if (found.state === 'listed') listed += 1;
  }
  return { ready, heard, times, listed };
}

import { describe, expect, it } from 'vitest';
import { chainOf } from '../../../lib/core/chain';
import type { Claim } from '../../../lib/core/register';
import { chainSteps } from '../../../lib/words/chain-text';
import { plainText, wordsIn } from '../../../lib/words/words';
import { claim, entity, slice } from '../support/register';

const minister = { words: 'de minister', lang: 'nl', en: 'the minister' };

function steps(claims: Claim[], language: 'nl' | 'en' = 'nl'): string[] {
  const words = wordsIn(language);
  const chain = chainOf(slice([entity('outlet', 'De Omroep')], claims), 'de-omroep', '2026-11-23');
  return chainSteps(chain, words, 'full').steps.map(({ text }) => plainText(text));
}

describe('a holder without a name', () => {
  it('who owns it is called the owner', () => {
    expect(steps([claim('De Omroep', 'owned-by', minister)])).toEqual(['De Omroep (eigenaar: de minister)']);
  });

  it('who appoints the board or has the say is not', () => {
    expect(steps([claim('De Omroep', 'governance-appointed-by', minister)])).toEqual([
      'De Omroep (bestuur of toezicht benoemd door: de minister; wie eigenaar is, weten we niet)',
    ]);
    expect(steps([claim('De Omroep', 'controlled-by', minister)], 'en')).toEqual(['De Omroep (control: the minister)']);
  });
});

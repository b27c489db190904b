import { describe, expect, it } from 'vitest';
import { chainOf } from '../../../lib/core/chain';
import type { Claim } from '../../../lib/core/register';
import { chainNotes, chainSteps } from '../../../lib/words/chain-text';
import { plainText, wordsIn } from '../../../lib/words/words';
import { claim, entity, slice } from '../support/register';

const minister = { words: 'de minister', lang: 'nl', en: 'the minister' };

function steps(claims: Claim[], language: 'nl' | 'en' = 'nl'): string[] {
  const words = wordsIn(language);
  const chain = chainOf(
    slice([entity('outlet', 'De Omroep'), entity('person', 'Anna'), entity('person', 'Bram')], claims),
    'de-omroep',
    '2026-11-23',
  );
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

describe('a disputed fact', () => {
  const disputed = { status: 'disputed' } as const;

  it('is called so in the steps, whoever it is about', () => {
    expect(steps([claim('De Omroep', 'owned-by', 'Anna', disputed)])).toEqual(['De Omroep', 'Anna (wordt betwist)']);
    expect(steps([claim('De Omroep', 'controlled-by', 'Anna', disputed)])).toEqual([
      'De Omroep',
      'Anna (heeft de zeggenschap, wordt betwist)',
    ]);
    expect(steps([claim('De Omroep', 'owned-by', minister, disputed)])).toEqual(['De Omroep (eigenaar: de minister, wordt betwist)']);
    expect(steps([claim('De Omroep', 'owned-by', { unspecified: 'no-owner' }, disputed)])).toEqual([
      'De Omroep (niemand is eigenaar, wordt betwist)',
    ]);
  });

  it('does not make the rest disputed', () => {
    expect(steps([claim('De Omroep', 'owned-by', 'Anna'), claim('De Omroep', 'owned-by', minister, disputed)])).toEqual([
      'De Omroep (eigenaar: de minister, wordt betwist)',
      'Anna',
    ]);
  });
});

it('does not make two shares of one that two hold together', () => {
  const share = (other: string) => ({
    interests: [{ instrument: 'ordinary-share' as const, capital: { exact: 40 }, scope: 'group' as const, jointly: [other] }],
  });
  expect(steps([claim('De Omroep', 'owned-by', 'Anna', share('bram')), claim('De Omroep', 'owned-by', 'Bram', share('anna'))])).toEqual([
    'De Omroep',
    'Anna (40%, samen) en Bram (40%, samen)',
  ]);
});

describe('the notes of a popup that leaves holders out', () => {
  const shares = { interests: [{ instrument: 'certificate' as const, scope: 'group' as const }] };
  const chain = chainOf(
    slice(
      [entity('outlet', 'De Omroep'), entity('foundation', 'Stichting Steun')],
      [claim('De Omroep', 'owned-by', 'Stichting Steun', shares)],
    ),
    'de-omroep',
    '2026-11-23',
  );
  const notes = (more: boolean): string[] => chainNotes(chain, 'brief', wordsIn('nl'), more).map(plainText);

  it('leave what is not known of their boards to the panel as well', () => {
    expect(notes(false)).toEqual(['Wie het bestuur van de stichting benoemt, weten we niet.']);
    expect(notes(true)).toEqual([]);
  });
});

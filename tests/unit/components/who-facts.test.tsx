// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { WhoFacts } from '../../../components/panel/WhoSection';
import { profileOf } from '../../../lib/core/card';
import { wordsIn } from '../../../lib/words/words';
import { draw, texts } from '../support/draw';
import { claim, entity, slice, TODAY } from '../support/register';

it('shows everything that sources say an outlet is, and was', () => {
  const claims = [
    claim('De Krant', 'has-form', { form: 'magazine' }),
    claim('De Krant', 'has-form', { form: 'radio-station' }),
    claim('De Krant', 'has-form', { form: 'website' }, { valid: { to: '2020' } }),
  ];
  const who = profileOf(slice([entity('outlet', 'De Krant')], claims), 'de-krant', TODAY);
  if (who === null) throw new Error('not in the slice');
  const said = texts(draw(<WhoFacts who={who} words={wordsIn('nl')} />).at, '.statements li > p:first-child');
  expect(said.map((text) => text.trim())).toEqual([
    'De Krant is een tijdschrift.',
    'De Krant is een radiozender.',
    'De Krant was een website. Tot 2020.',
  ]);
});

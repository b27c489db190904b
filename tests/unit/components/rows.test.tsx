// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { AccessChoices } from '../../../components/AccessChoices';
import { CardRows } from '../../../components/CardRows';
import { PracticeBar } from '../../../components/PracticeBar';
import { Runs } from '../../../components/Runs';
import { Statements } from '../../../components/Statements';
import { makeCard } from '../../../lib/core/card';
import { cardText } from '../../../lib/words/card-text';
import { wordsIn } from '../../../lib/words/words';
import { draw, press, texts } from '../support/draw';
import { dated, found, observation } from '../support/observation';
import { claim, entity, NOW, shares, slice, source } from '../support/register';

const nl = wordsIn('nl');

describe('Runs', () => {
  it('makes a link of a web address, which tells the site nothing', () => {
    const { at } = draw(<Runs runs={[{ text: 'bron', href: 'https://bron.example/' }]} />);
    const link = at.querySelector('a');
    expect([link?.getAttribute('href'), link?.target, link?.rel]).toEqual(['https://bron.example/', '_blank', 'noreferrer noopener']);
  });

  it.each([
    'javascript:alert(1)',
    ' https://bron.example/',
    'data:text/html,x',
    '//bron.example/',
    '/pad',
    '',
    'blob:https://bron.example/1',
    'java\nscript:x',
  ])('leaves %j text', (href) => {
    const { at } = draw(<Runs runs={[{ text: 'bron', href }]} />);
    expect([at.querySelector('a'), at.textContent]).toEqual([null, 'bron']);
  });

  it('shows HTML as the text it is', () => {
    const { at } = draw(
      <Runs
        runs={[
          { text: '<img src=x onerror=alert(1)>', strong: true },
          { text: '<script>', muted: true },
        ]}
      />,
    );
    expect(at.textContent).toBe('<img src=x onerror=alert(1)><script>');
    expect(at.querySelector('img, script')).toBeNull();
    expect(texts(at, 'strong')).toEqual(['<img src=x onerror=alert(1)>']);
  });
});

describe('CardRows', () => {
  const slices = slice([entity('outlet', 'De Krant'), entity('organisation', 'Uitgever')], [claim('De Krant', 'published-by', 'Uitgever')]);
  const page = observation({
    published: dated('2021-05-03'),
    corrections: [found({ kind: 'correction', day: null }), found({ kind: 'correction', day: null })],
  });
  const card = makeCard({ state: 'read', observation: page }, { state: 'listed', entity: 'de-krant', slice: slices }, NOW);

  it('draws four questions, each with its state and its answer', () => {
    const { at } = draw(<CardRows text={cardText(card, nl)} />);
    expect(texts(at, 'dt')).toEqual(['Van wie?', 'Van wanneer?', 'Is dit reclame?', 'Hoe is dit gemaakt?']);
    expect([...at.querySelectorAll('[data-fact]')].map((row) => row.getAttribute('data-state'))).toEqual([
      'known',
      'known',
      'absent',
      'known',
    ]);
    expect(texts(at, '.chain li')).toEqual(['De Krant', 'Uitgever (wie eigenaar is, weten we niet)']);
    expect(at.querySelectorAll('.chain li.end')).toHaveLength(1);
  });

  it('follows when the next page is read', () => {
    const { at, again } = draw(<CardRows text={cardText(card, nl)} />);
    const next = makeCard({ state: 'unread', why: 'pdf', address: null }, { state: 'damaged' }, NOW);
    again(<CardRows text={cardText(next, nl)} />);
    expect(texts(at, 'dd')).toEqual(Array(4).fill('Dit is een pdf. Die kan Colofon niet lezen.'));
  });
});

describe('Statements', () => {
  const names = slice([entity('outlet', 'De Krant'), entity('person', 'Anna')], []);
  const whole = {
    claim: claim('De Krant', 'owned-by', 'Anna', { ...shares(100), checked: '2026-10-01' }),
    sources: [source('een'), source('twee')],
  };
  const part = {
    claim: claim('De Krant', 'owned-by', 'Anna', { ...shares(10), asOf: '2020', checked: '2026-09-01' }),
    sources: [source('drie')],
  };

  it('puts every source below the claim that rests on it', () => {
    const { at } = draw(<Statements statements={[whole, part]} names={names} words={nl} />);
    const [first, second] = at.querySelectorAll('li');
    expect(first && texts(first, 'a')).toEqual(['Stuk een, Archief', 'Stuk twee, Archief']);
    expect(second && texts(second, 'a')).toEqual(['Stuk drie, Archief']);
  });

  it('names a share once', () => {
    const { at } = draw(<Statements statements={[whole, part]} names={names} words={nl} />);
    expect(texts(at, 'li > p:first-child')).toEqual([
      'Anna is eigenaar van De Krant (alle aandelen).',
      'Anna heeft een belang in De Krant: 10%. Stand: 2020.',
    ]);
  });

  it('draws a source without a web address as text', () => {
    const statement = { ...whole, sources: [source('een', { url: 'javascript:alert(1)' })] };
    expect(draw(<Statements statements={[statement]} names={names} words={nl} />).at.querySelector('a')).toBeNull();
  });

  it('says of each claim when it was last compared with its sources', () => {
    const { at } = draw(<Statements statements={[whole, part]} names={names} words={nl} />);
    const [first, second] = at.querySelectorAll('li');
    expect(first?.textContent).toContain('1 oktober 2026');
    expect(second?.textContent).toContain('1 september 2026');
  });

  it('puts the answer of the party beside the fact, in their words and as text', () => {
    const response = { by: 'Anna', words: '<b>Zo is het niet.</b>', lang: 'nl', date: '2026-11-01', sources: ['vier'] };
    const answered = { ...whole, claim: { ...whole.claim, response }, responseSources: [source('vier')] };
    const { at } = draw(<Statements statements={[answered, part]} names={names} words={nl} />);
    expect(texts(at, '.response > p:first-child')).toEqual(['Reactie van Anna, 1 november 2026, in eigen woorden:']);
    expect(texts(at, '.response blockquote')).toEqual(['<b>Zo is het niet.</b>']);
    expect(texts(at, '.response a')).toEqual(['Stuk vier, Archief']);
  });
});

describe('AccessChoices', () => {
  it('asks for one group at a time, and does not tick a box before the browser agrees', async () => {
    const onChange = vi.fn();
    const { at } = draw(<AccessChoices words={nl} on={['news']} onChange={onChange} />);
    const [news, social] = at.querySelectorAll('input');
    expect([...at.querySelectorAll('input')].map((box) => box.checked)).toEqual([true, false, false]);
    await press(social);
    await press(news);
    expect(onChange.mock.calls).toEqual([
      ['social', true],
      ['news', false],
    ]);
    expect([...at.querySelectorAll('input')].map((box) => box.checked)).toEqual([true, false, false]);
  });

  it('says first that clicking always works', () => {
    expect(texts(draw(<AccessChoices words={nl} on={[]} onChange={vi.fn()} />).at, 'strong')[0]).toBe('Alleen als ik klik');
  });
});

describe('PracticeBar', () => {
  it('says that all is made up, and what a link of it does', async () => {
    const [onPrint, onReset] = [vi.fn(), vi.fn()];
    const bar = (followed: boolean) => (
      <PracticeBar words={nl} overview="/welcome.html" followed={followed} onPrint={onPrint} onReset={onReset} />
    );
    const { at, again } = draw(bar(false));
    expect(at.textContent).toContain('verzonnen');
    again(bar(true));
    expect(texts(at, '[role=status]')[0]).toContain('Deze link is verzonnen');
    for (const button of at.querySelectorAll('button')) await press(button);
    expect([onPrint, onReset].map((call) => call.mock.calls.length)).toEqual([1, 1]);
  });
});

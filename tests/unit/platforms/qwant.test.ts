// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { qwant } from '../../../lib/platforms/qwant';
import { pageOf, postsIn, postsOf } from './support';

describe('results of Qwant', () => {
  const posts = () => postsIn(qwant, 'qwant/web.html', 'https://www.qwant.com/?q=dijk');

  it('give their own address, from the attribute made for it or from the link', () => {
    expect(posts().map(({ links }) => links)).toEqual([
      ['https://zandzakken.example/'],
      ['https://www.dagblad.example/dijk'],
      ['https://weekblad.example/dijk'],
    ]);
  });

  it('are advertisements by the name of their box, with its word, and left alone where only a title names somebody', () => {
    expect(posts().map(({ labels }) => labels)).toEqual([[{ kind: 'ad', text: 'Annonce', by: 'platform' }], [], []]);
  });

  it('that lead through Qwant still give the address of the attribute', () => {
    const html = '<div data-testid="webResult" domain="https://krant.example/a"><a href="/redirect/1">Kop</a></div>';
    expect(postsOf(qwant, html, 'https://www.qwant.com/')[0]?.links).toEqual(['https://krant.example/a']);
  });

  it('quote no address and no choice of two for the word of an advertisement', () => {
    const ad = (cites: string) =>
      postsOf(qwant, `<div data-testid="adResult"><a href="https://pompen.example/">Pompen</a>${cites}</div>`, 'https://www.qwant.com/');
    for (const cites of ['<cite>pompen.example</cite>', '<cite>Annonce</cite><cite>Nieuw</cite>'])
      expect(ad(cites)[0]?.labels).toEqual([{ kind: 'ad', text: null, by: 'platform' }]);
  });

  it('have the chip behind a title that is a heading, and no place among links in columns', () => {
    const places = [...pageOf('qwant/web.html').querySelectorAll('[data-testid="webResult"]')].map((unit) => qwant.chipAfter(unit));
    expect(places.map((place) => place?.textContent ?? null).slice(0, 2)).toEqual([null, 'Zonder het attribuut']);
  });
});

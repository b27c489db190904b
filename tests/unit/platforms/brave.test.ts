// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { brave } from '../../../lib/platforms/brave';
import { pageOf, postsIn, postsOf } from './support';

describe('results of Brave', () => {
  const posts = () => postsIn(brave, 'brave/web.html', 'https://search.brave.com/search?q=dijk');

  it('give their own address; links to other pages of the same site are no results', () => {
    expect(posts().map(({ links }) => links)).toEqual([
      ['https://zandzakken.example/'],
      ['https://www.dagblad.example/dijk'],
      ['https://krant.example/dijk'],
    ]);
  });

  it('are advertisements by the kind that the page gives them', () => {
    expect(posts().map(({ labels }) => labels.map(({ kind, text }) => [kind, text]))).toEqual([[['ad', null]], [], []]);
  });

  it('have no place for a chip: title and source lie in one link', () => {
    const unit = pageOf('brave/web.html').querySelector('[data-type="web"]');
    expect(unit && brave.read(unit)).not.toBeNull();
    expect(unit && brave.chipAfter(unit)).toBeNull();
  });

  it('lead where their own link leads, not the links to other pages of that site within them', () => {
    const html = (title: string) =>
      `<div class="snippet" data-type="web"><a href="https://krant.example/a">${title}</a><div class="snippet"><a href="https://krant.example/weer">Weer</a></div></div>`;
    for (const title of ['Kop', '<cite>krant.example</cite>Kop'])
      expect(postsOf(brave, html(title), 'https://search.brave.com/search').map(({ links }) => links)).toEqual([
        ['https://krant.example/a'],
      ]);
  });
});

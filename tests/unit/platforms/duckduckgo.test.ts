// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { duckduckgo } from '../../../lib/platforms/duckduckgo';
import { pageOf, postsIn } from './support';

const read = (file: string) => postsIn(duckduckgo, file, 'https://duckduckgo.com/?q=dijk');

describe('results of DuckDuckGo', () => {
  it('give their own address, web and news', () => {
    expect(read('duckduckgo/web.html').map(({ links }) => links)).toEqual([
      ['https://zandzakken.example/'],
      ['https://www.dagblad.example/dijk'],
      ['https://krant.example/dijk'],
    ]);
  });

  it('are advertisements by their mark, with the word of its button and the domain that the link names', () => {
    expect(read('duckduckgo/web.html').map(({ labels }) => labels)).toEqual([
      [{ kind: 'ad', text: 'Advertentie', by: 'platform' }],
      [],
      [],
    ]);
  });

  it('on the page without scripts are opened, and an advertisement there is known by its link', () => {
    expect(read('duckduckgo/plain.html').map(({ links, labels }) => [links[0], labels.length])).toEqual([
      ['https://www.dagblad.example/dijk', 0],
      ['https://zandzakken.example/', 1],
    ]);
  });

  it('have the chip behind their title; news has none', () => {
    const page = pageOf('duckduckgo/web.html');
    const result = page.querySelector('article[data-testid="result"]');
    expect(result && duckduckgo.chipAfter(result)?.getAttribute('data-testid')).toBe('result-title-a');
    const news = page.querySelector('[data-testid="news-vertical"] article');
    expect(news && duckduckgo.chipAfter(news)).toBeNull();
  });
});

// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { bing } from '../../../lib/platforms/bing';
import { pageOf, postsIn, postsOf } from './support';

const SEARCH = 'https://www.bing.com/search?q=dijk';
const web = () => postsIn(bing, 'bing/web.html', SEARCH);

describe('results of Bing', () => {
  it('give the address they lead to, opened from the link that carries it', () => {
    expect(web().map(({ links }) => links)).toEqual([
      ['https://www.zandzakken.example/'],
      ['https://www.dagblad.example/dijk/hoger'],
      ['https://weekblad.example/dijk'],
      ['https://omroep.example/'],
      ['https://pompen.example/'],
      ['https://m.regio.example/dijk'],
      ['https://krant.example/nieuws/dijk'],
    ]);
  });

  it('are advertisements by their place or by the link of an advertisement, with the word the page shows', () => {
    expect(web().map(({ labels }) => labels.map(({ kind, text }) => [kind, text]))).toEqual([
      [['ad', 'Advertentie']],
      [],
      [],
      [],
      [['ad', null]],
      [],
      [],
    ]);
  });

  it('in the box of advertisements are so whatever their link', () => {
    const html =
      '<ol id="b_results"><li class="b_ad"><div class="sb_add"><h2><a href="https://pompen.example/">Pompen</a></h2></div></li></ol>';
    expect(postsOf(bing, html, SEARCH)[0]?.labels).toEqual([{ kind: 'ad', text: null, by: 'platform' }]);
  });

  it('on Bing itself are results too', () => {
    const html = '<ol id="b_results"><li class="b_algo"><h2><a href="https://www.bing.com/about">Bing</a></h2></li></ol>';
    expect(postsOf(bing, html, SEARCH)[0]?.links).toEqual(['https://www.bing.com/about']);
  });

  it('are not found outside the list of results', () => {
    expect(postsOf(bing, '<li class="b_algo"><h2><a href="https://krant.example/">Kop</a></h2></li>', SEARCH)).toEqual([]);
  });

  it('have the chip behind their title, and none where the title is part of a larger link', () => {
    const units = [...pageOf('bing/web.html').querySelectorAll(bing.unit)];
    const places = units.map((unit) => bing.chipAfter(unit));
    expect(places.filter((place) => place !== null).every((place) => place.parentElement?.localName === 'h2')).toBe(true);
    expect(places[2]?.textContent).toBe('Dijk wordt hoger');
    const phone = pageOf('bing/web.html').querySelector('li:has(> .b_algoheader)');
    expect(phone && bing.chipAfter(phone)).toBeNull();
  });

  it('have no place where the offer to translate follows the title', () => {
    const item = (after: string): Element | null =>
      new DOMParser()
        .parseFromString(
          `<ol id="b_results"><li class="b_algo"><div class="b_title"><h2><a href="https://krant.example/">Kop</a></h2>${after}</div></li></ol>`,
          'text/html',
        )
        .querySelector(bing.unit);
    const [plain, translated] = [item(''), item('<span><a href="/translate">Vertaal</a></span>')];
    expect(plain && bing.chipAfter(plain)?.textContent).toBe('Kop');
    expect(translated && bing.chipAfter(translated)).toBeNull();
  });
});

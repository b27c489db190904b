// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { x } from '../../../lib/platforms/x';
import { pageOf, postsIn, postsOf } from './support';

const HOME = 'https://x.com/home';
const posts = postsIn(x, 'x/feed.html', HOME);
const of = (handle: string) => posts.find(({ author }) => author?.handle === handle);
const html = (): string => pageOf('x/feed.html').documentElement.outerHTML;

describe('posts on X', () => {
  it('reads who, when and where', () => {
    expect(of('dekrant')).toMatchObject({
      author: { handle: 'dekrant', name: 'De Krant' },
      published: { at: '2026-01-27T08:00:00.000Z', from: 'shown' },
      permalink: 'https://x.com/dekrant/status/2016058596782670275',
      labels: [],
    });
  });

  it('takes a shortened link for what it shows: a host where it is cut off, and of a card the host, not its title', () => {
    expect(of('dekrant')?.links).toEqual(['https://krant.example/', 'https://waterschap.example/nieuws/dijk', 'https://gemeente.example/']);
  });

  it('leaves out a shortened link that shows no address, and a card of which only the title is one', () => {
    expect(of('grappenmaker')?.links).toEqual([]);
    const [first] = postsOf(x, html().replace('Van krant.example', 'Lees meer'), HOME);
    expect(first?.links).toEqual(['https://waterschap.example/nieuws/dijk', 'https://gemeente.example/']);
  });

  it('calls a post an ad by the box around it, never by the box around its video', () => {
    expect(of('zender')?.labels).toEqual([]);
    expect(of('webwinkel')?.labels).toEqual([{ kind: 'ad', text: 'Advertentie', by: 'platform' }]);
  });

  it('does not call a post with a time an ad, whatever is around it or in its text', () => {
    expect(of('gewoon')?.labels).toEqual([]);
  });

  it('dates an ad, which shows no time, by its number', () => {
    expect(of('webwinkel')).toMatchObject({
      published: { at: '2026-01-27T08:00:00.687Z', from: 'id' },
      permalink: 'https://x.com/webwinkel/status/2016058596782670275',
      links: ['https://winkel.example/actie'],
    });
  });

  it('quotes the word for a political ad', () => {
    expect(of('partijvoorbeeld')?.labels).toEqual([{ kind: 'political-ad', text: 'Promoted (politiek)', by: 'platform' }]);
  });

  it('takes the outer author, time and links of a post that quotes another', () => {
    expect(of('lezeres')).toMatchObject({ published: { at: '2020-01-30T15:39:44.000Z' }, links: [], labels: [] });
    expect(posts.filter(({ author }) => author?.handle === 'zender')).toHaveLength(1);
  });

  it('quotes what an account declares itself to be', () => {
    expect(of('weerbericht')?.labels).toEqual([{ kind: 'automated', text: 'Automated by @weerman', by: 'account' }]);
    expect(of('nietdekrant')?.labels).toEqual([{ kind: 'parody', text: 'Parodie-account', by: 'account' }]);
  });

  it('reads no label from a name, a text, a title, a poll or a community', () => {
    expect(of('grappenmaker')?.labels).toEqual([]);
  });

  it('reads neither an empty shell nor a page behind a dialogue', () => {
    expect(posts).toHaveLength(9);
    expect(of('verborgen')).toBeUndefined();
  });

  it('gives no date or address of somebody else', () => {
    const other = html().replaceAll('href="/dekrant/status/', 'href="/iemand/status/');
    const [first] = postsOf(x, other, HOME);
    expect(first).toMatchObject({ author: { handle: 'dekrant' }, published: null, permalink: null });
  });

  it('keeps to the same answer when every class is another and the words are in another language', () => {
    const scrambled = html().replaceAll('<div', '<div class="css-x r-y"');
    expect(postsOf(x, scrambled, HOME)).toEqual(posts);
    const translated = html().replaceAll('Advertentie', 'Реклама');
    expect(postsOf(x, translated, HOME).find(({ author }) => author?.handle === 'webwinkel')?.labels).toEqual([
      { kind: 'ad', text: null, by: 'platform' },
    ]);
  });

  it('puts the chip behind the time in a feed, behind the handle of an opened post and of an ad', () => {
    const units = [...pageOf('x/feed.html').querySelectorAll(x.unit)];
    const places = new Map(units.map((unit) => [x.read(unit)?.author?.handle ?? null, x.chipAfter(unit)]));
    expect(places.get('dekrant')?.textContent).toBe('27 jan.');
    expect(places.get('zender')?.textContent).toBe('@zender·27 jan. 2018');
    expect(places.get('webwinkel')?.textContent).toBe('@webwinkel');
    // Beside the boxes of the line, which are columns: a chip within them would fall below.
    expect(places.get('zender')?.parentElement?.parentElement?.getAttribute('data-testid')).toBe('User-Name');
  });
});

// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { PostObservation } from '../../../lib/core/post';
import { readPosts } from '../../../lib/page/posts';
import { youtube } from '../../../lib/platforms/youtube';
import { NOW, pageOf, postsIn, postsOf } from './support';

const WATCH = 'https://www.youtube.com/watch?v=DDDDDDDDDD1';
const HOME = 'https://www.youtube.com/';
const watchHtml = (): string => pageOf('youtube/watch.html').documentElement.outerHTML;
const changed = (from: string | RegExp, to: string): PostObservation | undefined =>
  postsOf(youtube, watchHtml().replace(from, to), WATCH)[0];
const named = (posts: readonly PostObservation[], name: string) => posts.find(({ author }) => author?.name === name);

describe('lists of videos on YouTube', () => {
  const home = postsIn(youtube, 'youtube/home.html', HOME);
  const search = postsIn(youtube, 'youtube/search.html', `${HOME}results`);

  it('reads the channel and the address, and takes "3 hours ago" for no date', () => {
    expect(named(home, 'Voorbeeldnieuws')).toMatchObject({
      author: { handle: 'voorbeeldnieuws', name: 'Voorbeeldnieuws', id: null },
      published: null,
      permalink: 'https://www.youtube.com/watch?v=AAAAAAAAAA1',
      labels: [],
    });
  });

  it('keeps the number of a channel as its number, and an old name apart from a handle', () => {
    expect(named(home, 'Kattenkanaal')?.author).toEqual({ handle: null, name: 'Kattenkanaal', id: 'UCaaaaaaaaaaaaaaaaaaaaaa' });
    expect(named(search, 'Voorbeeldnieuws')?.author).toEqual({ handle: 'c/Voorbeeldnieuws', name: 'Voorbeeldnieuws', id: null });
  });

  it('quotes the mark for AI from its own element, not from a title', () => {
    expect(named(home, 'Kattenkanaal')?.labels).toEqual([{ kind: 'ai', text: 'AI', by: 'platform' }]);
    expect(named(home, 'Voorbeeldnieuws')?.labels).toEqual([]);
  });

  it('leaves a mix alone, and an element that is not filled', () => {
    expect(home.map(({ author }) => author?.name)).toEqual(['Voorbeeldnieuws', 'Kattenkanaal', 'Webwinkel', 'Merkfilm']);
  });

  it('knows an ad by its element, once, and quotes its word', () => {
    expect(named(home, 'Webwinkel')).toMatchObject({
      links: ['https://winkel.example/actie'],
      labels: [{ kind: 'ad', text: 'Gesponsord', by: 'platform' }],
    });
    expect(named(home, 'Merkfilm')).toMatchObject({ author: { handle: 'merkfilm' }, labels: [{ kind: 'ad', text: 'Gesponsord' }] });
    expect(named(search, 'Merkfilm')).toMatchObject({
      author: { id: 'UCbbbbbbbbbbbbbbbbbbbbbb' },
      labels: [{ kind: 'ad', text: 'Advertentie' }],
    });
  });

  it('reads nothing of a page that is kept but hidden, nor of a result that is', () => {
    expect(home.filter(({ author }) => /Oude/.test(author?.name ?? ''))).toEqual([]);
    expect(search.map(({ author }) => author?.name)).toEqual(['Merkfilm', 'Voorbeeldnieuws', 'Alleen een naam']);
  });

  it('gives the same answer when all classes are others, but for the words of a mark', () => {
    const scrambled = pageOf('youtube/home.html').documentElement.outerHTML.replaceAll(/class="[^"]*"/g, 'class="q"');
    const without = (posts: PostObservation[]) => posts.map((post) => ({ ...post, labels: post.labels.map(({ kind }) => kind) }));
    expect(without(postsOf(youtube, scrambled, HOME))).toEqual(without(home));
  });

  it('finds the channel of an ad whose link within a link came apart in a saved page', () => {
    const saved =
      '<ytd-search-pyv-renderer><ytd-promoted-video-renderer><ytd-channel-name></ytd-channel-name><a href="/@merkfilm">Merkfilm</a></ytd-promoted-video-renderer></ytd-search-pyv-renderer>';
    expect(postsOf(youtube, saved, HOME)).toMatchObject([{ author: { handle: 'merkfilm' }, labels: [{ kind: 'ad', text: null }] }]);
  });
});

describe('the page of a video on YouTube', () => {
  const [video, ...beside] = postsIn(youtube, 'youtube/watch.html', WATCH);

  it('reads the owner that is shown, the date that is declared for this video, and the links of its description', () => {
    expect(video).toMatchObject({
      author: { handle: 'omroepvoorbeeld', name: 'Omroep Voorbeeld' },
      published: { at: '2026-03-02T06:00:12-08:00', from: 'shown' },
      permalink: WATCH,
      links: ['https://omroep.example/dijk'],
    });
  });

  it('reads videos beside it on their own, and none whose channel is only a line of text', () => {
    expect(beside.map(({ author, permalink }) => [author?.name, permalink])).toEqual([
      ['Naast Zender', 'https://www.youtube.com/watch?v=DDDDDDDDDD3'],
    ]);
  });

  it('quotes that it was made with AI', () => {
    expect(video?.labels[0]).toEqual({ kind: 'ai', text: 'Made with AI', by: 'platform' });
  });

  it('knows the mark for AI by its help page, in any language, and a dubbed voice is none', () => {
    expect(changed('<span>Made with AI</span>', '<span>Создано с помощью ИИ</span>')?.labels[0]).toMatchObject({ kind: 'ai' });
    expect(changed(/answer\/15447836\?hl=nl/, 'answer/15569972?hl=nl')?.labels.filter(({ kind }) => kind === 'ai')).toEqual([]);
    expect(changed('<how-this-was', '<how-this-was-x')?.labels.filter(({ kind }) => kind === 'ai')).toEqual([]);
  });

  it('quotes the note about the publisher, and no note about a subject', () => {
    expect(video?.labels[1]).toEqual({ kind: 'publisher-context', text: 'Omroep Voorbeeld is een publieke omroep.', by: 'platform' });
    expect(changed('Omroep Voorbeeld is een publieke omroep.', 'De maanlanding was in 1969.')?.labels).toHaveLength(1);
    expect(changed('?wprov=yicw1', '')?.labels).toHaveLength(1);
  });

  it('reads no mark that is hidden', () => {
    const page = pageOf('youtube/watch.html');
    for (const mark of page.querySelectorAll('ytd-info-panel-content-renderer, how-this-was-made-section-view-model'))
      mark.parentElement?.insertBefore(Object.assign(page.createElement('div'), { hidden: true }), mark).append(mark);
    expect(readPosts(youtube, page, WATCH, NOW)[0]?.labels).toEqual([]);
  });

  it('gives no date that is declared for another video, nor one that is broken', () => {
    expect(changed('/embed/DDDDDDDDDD1', '/embed/BBBBBBBBBB1')?.published).toBeNull();
    expect(changed('{"@context"', '"@context"')?.published).toBeNull();
  });

  it('prefers the date in the head of the page where that is of this video', () => {
    expect(changed('content="BBBBBBBBBB1"', 'content="DDDDDDDDDD1"')?.published?.at).toBe('2011-11-11');
  });

  it('reads nothing while another page is shown, or where the address is of another video', () => {
    expect(changed('<ytd-browse hidden=""', '<ytd-browse')?.author?.name).toBe('Naast Zender');
    const page = pageOf('youtube/watch.html');
    const unit = page.querySelector('ytd-watch-flexy');
    Object.defineProperty(page, 'URL', { configurable: true, value: 'https://www.youtube.com/watch?v=EEEEEEEEEE1' });
    expect(unit && youtube.read(unit)).toBeNull();
    Object.defineProperty(page, 'URL', { configurable: true, value: WATCH });
    expect(unit && youtube.read(unit)).not.toBeNull();
  });

  it('puts the chip behind the name of the channel and its mark, in their row, and never in a link', () => {
    const unit = pageOf('youtube/watch.html').querySelector(youtube.unit);
    expect(unit && youtube.chipAfter(unit)?.localName).toBe('ytd-badge-supported-renderer');
    const inLink = new DOMParser().parseFromString('<div><ytd-video-renderer></ytd-video-renderer></div>', 'text/html');
    const item = inLink.querySelector('ytd-video-renderer');
    const link = inLink.createElement('a');
    link.append(inLink.createElement('ytd-channel-name'));
    link.firstElementChild?.append(Object.assign(inLink.createElement('yt-formatted-string'), { textContent: 'Kanaal' }));
    item?.append(link);
    expect(item && youtube.chipAfter(item)).toBeNull();
  });
});

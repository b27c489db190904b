// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readOwnPost } from '../../../lib/page/read-posts';

const NOW = new Date('2026-11-23T12:00:00Z');
const page = (file: string): Document =>
  new DOMParser().parseFromString(readFileSync(`tests/fixtures/platforms/${file}`, 'utf8'), 'text/html');

it('a tile behind an opened video is not that video', () => {
  const address = 'https://www.tiktok.com/@profiel.voorbeeld/video/7437176835944795424';
  expect(readOwnPost(page('tiktok/search.html'), address, NOW)).toBeNull();
});

it('a video with its author line is its own post', () => {
  const address = 'https://www.tiktok.com/@kok.voorbeeld/video/7571863205253778710';
  expect(readOwnPost(page('tiktok/feed.html'), address, NOW)?.labels[0]?.kind).toBe('paid-partnership');
});

it('on Instagram a post is the same with and without the name of its account', () => {
  const found =
    /href="(?:https:\/\/www\.instagram\.com)?\/(?:[\w.]+\/)?(p\/[\w-]+)\//.exec(page('instagram/post.html').body.innerHTML)?.[1] ?? '';
  for (const path of [found, `iemand.voorbeeld/${found}`])
    expect(readOwnPost(page('instagram/post.html'), `https://www.instagram.com/${path}/`, NOW)).not.toBeNull();
});

// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { startpage } from '../../../lib/platforms/startpage';
import { pageOf, postsIn } from './support';

describe('results of Startpage', () => {
  it('give their own address, not that of the proxy, and only inside the list', () => {
    const posts = postsIn(startpage, 'startpage/web.html', 'https://www.startpage.com/sp/search');
    expect(posts.map(({ links, labels }) => [links, labels])).toEqual([[['https://www.dagblad.example/dijk'], []]]);
  });

  it('have the chip behind the column with name and address, which cuts off what is too long', () => {
    const unit = pageOf('startpage/web.html').querySelector(startpage.unit);
    expect(unit && startpage.chipAfter(unit)?.className).toBe('wgl-title-link-container');
  });
});

// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { ecosia } from '../../../lib/platforms/ecosia';
import { pageOf, postsIn } from './support';

describe('results of Ecosia', () => {
  const posts = () => postsIn(ecosia, 'ecosia/web.html', 'https://www.ecosia.org/search?q=dijk');

  it('give their own address once; the help link and empty or hidden boxes are none', () => {
    expect(posts().map(({ links }) => links)).toEqual([
      ['https://www.zandzakken.example/'],
      ['https://www.dagblad.example/dijk'],
      ['https://krant.example/dijk'],
    ]);
  });

  it('are advertisements by the name of their box, and left alone where the advertiser is hidden', () => {
    expect(posts().map(({ labels }) => labels.map(({ kind }) => kind))).toEqual([['ad'], [], []]);
  });

  it('have the chip at the end of the row with the source', () => {
    const unit = pageOf('ecosia/web.html').querySelector('[data-test-id="mainline-result-web"]');
    expect(unit && ecosia.chipAfter(unit)?.className).toBe('result-info__link-container-end');
  });
});

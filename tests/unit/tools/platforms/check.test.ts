// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { x } from '../../../../lib/platforms/x';
import { parseCheckArgs } from '../../../../tools/platforms/check-args';
import { checkSavedPage, checkWith } from '../../../../tools/platforms/check-page';
import { checkText } from '../../../../tools/platforms/check-text';
import { NOW, pageOf } from '../../platforms/support';

const check = () => checkWith(x, pageOf('x/feed.html'), 'https://x.com/home', NOW);

describe('the check of a saved page', () => {
  it('counts what is recognised, what that lacks, and why the rest was left alone', () => {
    expect(check()).toMatchObject({
      platform: 'x',
      units: 11,
      read: 9,
      without: { author: 0, date: 1, permalink: 1 },
      chips: 9,
      labels: { ad: 1, 'political-ad': 1, automated: 1, parody: 1 },
      left: { hidden: 1, empty: 1, inside: 0, other: 0 },
    });
  });

  it('says so in plain words, with no name or text of the page', () => {
    const text = checkText(check());
    expect(text).toContain('Platform: X.');
    expect(text).toContain('Recognised: 9.');
    expect(text).toContain('when: 8 of 9');
    expect(text).toContain('a place for the chip: all 9');
    expect(text).toContain('still empty: 1');
    for (const word of ['krant', 'Zender', 'webwinkel', 'dijk']) expect(text).not.toContain(word);
  });

  it('names the shape of what was not understood', () => {
    const page = new DOMParser().parseFromString('<article data-testid="tweet" role="article" class="c">Zomaar</article>', 'text/html');
    const found = checkWith(x, page, 'https://x.com/home', NOW);
    expect(found).toMatchObject({ read: 0, left: { other: 1 }, shapes: ['<article data-testid role>'] });
    expect(checkText(found)).toContain('the platform has changed');
  });

  it('takes the adapter of the address, of the person, or the one that recognises most', () => {
    const page = pageOf('x/feed.html');
    expect(checkSavedPage(page, 'https://x.com/home', NOW, null)?.platform).toBe('x');
    expect(checkSavedPage(page, 'https://page.invalid/', NOW, null)?.platform).toBe('x');
    expect(checkSavedPage(page, 'https://page.invalid/', NOW, 'bing')?.read).toBe(0);
    expect(checkSavedPage(page, 'https://krant.example/', NOW, null)).toBeNull();
    expect(checkText(null)).toContain('No platform was recognised');
  });

  it('shows of a result only what a result can have', () => {
    const page = pageOf('bing/web.html');
    const text = checkText(checkSavedPage(page, 'https://www.bing.com/search', NOW, null));
    expect(text).toContain('where it leads: all');
    expect(text).not.toContain('who published it');
  });
});

describe('its command line', () => {
  it('takes one file, a platform and an address', () => {
    expect(parseCheckArgs(['--platform', 'x', '--url', 'https://x.com/home', 'a.html'])).toEqual({
      file: 'a.html',
      platform: 'x',
      url: 'https://x.com/home',
    });
    expect(parseCheckArgs(['a.html', '--help'])).toBeNull();
  });

  it.each([[[]], [['a.html', 'b.html']], [['--platform', 'hyves', 'a.html']], [['--url', 'x', 'a.html']], [['--wat', 'a.html']]])(
    'says what is wrong with %j',
    (args) => {
      expect(() => parseCheckArgs(args)).toThrow(/\w/);
    },
  );
});

// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { PostObservation } from '../../../lib/core/post';
import { linkedin } from '../../../lib/platforms/linkedin';
import { pageOf, postsIn } from './support';

const posts = postsIn(linkedin, 'linkedin/feed.html', 'https://www.linkedin.com/feed/');
const of = (name: string): PostObservation | undefined => posts.find(({ author }) => author?.name === name);

describe('the feed of LinkedIn', () => {
  it('gives the posts with whose they are, and not those of which that is unclear', () => {
    expect(posts.map(({ author }) => author?.handle)).toEqual([
      'in/ana-voorbeeld',
      'company/merk-voorbeeld',
      'showcase/winkel-voorbeeld',
      'in/dana-voorbeeld',
      'school/uni-voorbeeld',
    ]);
  });

  it('takes "Promoted" as a job title, a text or a picture’s description for no label', () => {
    expect(of('Ana Voorbeeld')).toMatchObject({
      labels: [],
      links: ['https://www.dorpskrant.example/brug'],
      published: null,
      permalink: null,
    });
  });

  it('names the advertiser, not who follows it', () => {
    expect(of('Merk Voorbeeld')).toMatchObject({
      labels: [{ kind: 'ad', text: 'Promoted', by: 'platform' }],
      links: ['https://merk.example/'],
    });
  });

  it('reads the Dutch word', () => {
    expect(of('Winkel')?.labels).toEqual([{ kind: 'ad', text: 'Gepromoot', by: 'platform' }]);
  });

  it('names the author of what somebody reacted to', () => {
    expect(of('Dana Voorbeeld')?.labels).toEqual([]);
    expect(of('Liker heeft gereageerd')).toBeUndefined();
  });

  it('reads an attribute of advertising without a word', () => {
    expect(of('Uni')?.labels).toEqual([{ kind: 'ad', text: null, by: 'platform' }]);
  });

  it('puts the chip at the end of the author’s block, in the line that is in no link', () => {
    const page = pageOf('linkedin/feed.html');
    const chip = (name: string): Element | null => {
      const unit = page.querySelector(`[data-case="${name}"]`);
      return unit && linkedin.chipAfter(unit);
    };
    expect(chip('organic')?.textContent).toBe('2 u • Bewerkt');
    expect(chip('ad in Dutch')?.textContent).toBe('Gepromoot');
    expect(chip('shown because somebody likes it')?.textContent).toBe('3 u');
    expect(chip('marked by attribute')).toBeNull();
    expect(chip('author not painted yet')).toBeNull();
    expect(chip('empty')).toBeNull();
  });

  it('reads no label from a line that is hidden', () => {
    const page = pageOf('linkedin/feed.html');
    const unit = page.querySelector('[data-case="ad in Dutch"]');
    expect(unit && linkedin.read(unit)?.labels).toHaveLength(1);
    for (const line of unit?.querySelectorAll('p') ?? []) if (line.textContent === 'Gepromoot') line.setAttribute('hidden', '');
    expect(unit && linkedin.read(unit)?.labels).toEqual([]);
  });
});

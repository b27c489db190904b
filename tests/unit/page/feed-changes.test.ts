// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FeedChanges, gatherChanges } from '../../../lib/page/feed-changes';

let told: { units: string[]; touched: string[] | 'all' }[];
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<main><article id="a"><p>Een</p></article></main>';
  told = [];
  const ids = (elements: Iterable<Element>): string[] => [...elements].map(({ id }) => id);
  const tell = ({ units, touched }: FeedChanges): number =>
    told.push({ units: ids(units), touched: touched === 'all' ? 'all' : ids(touched) });
  ({ stop } = gatherChanges(document, 'article', tell));
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

async function settled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(150);
}

const main = (): Element => document.querySelector('main') ?? document.body;

describe('what changed in a feed', () => {
  it('is at first everything that is there', () => {
    expect(told).toEqual([{ units: ['a'], touched: 'all' }]);
  });

  it('is told once for many changes in a row', async () => {
    for (let at = 0; at < 30; at++) main().insertAdjacentHTML('beforeend', `<div><article id="n${at}"></article></div>`);
    await settled();
    expect(told).toHaveLength(2);
    expect(told[1]?.units).toHaveLength(30);
  });

  it('names the unit into which something came, or from which something went', async () => {
    document.querySelector('p')?.remove();
    await settled();
    expect(told[1]).toEqual({ units: [], touched: ['a'] });
    document.querySelector('#a')?.append(document.createElement('time'));
    await settled();
    expect(told[2]).toEqual({ units: ['a'], touched: ['a'] });
  });

  it('leaves out what has gone again', async () => {
    const gone = document.createElement('article');
    main().append(gone);
    gone.remove();
    await settled();
    expect(told[1]?.units).toEqual([]);
  });

  it('asks the page as a whole when too much has changed', async () => {
    for (let at = 0; at < 500; at++) main().append(document.createElement('section'));
    await settled();
    expect(told[1]).toEqual({ units: ['a'], touched: 'all' });
  });

  it('ends when it is stopped', async () => {
    stop();
    main().append(document.createElement('article'));
    await settled();
    expect(told).toHaveLength(1);
  });
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PostObservation } from '../../../lib/core/post';
import type { ChipCard } from '../../../lib/messages';
import { type Feed, type FeedActions, watchFeed } from '../../../lib/page/feed';
import type { Adapter } from '../../../lib/platforms/adapter';

type Tell = (entries: { target: Element; isIntersecting: boolean; boundingClientRect: { right: number }; rootBounds: null }[]) => void;

/** As much of it as a feed asks for: it answers for what the test has put in view. */
class FakeObserver {
  targets = new Set<Element>();
  constructor(private readonly tell: Tell) {
    observers.push(this);
  }
  observe(target: Element): void {
    this.targets.add(target);
    if (inView.has(target)) setTimeout(() => this.say(target, true), 5);
  }
  unobserve(target: Element): void {
    this.targets.delete(target);
  }
  disconnect(): void {
    this.targets.clear();
  }
  say(target: Element, isIntersecting: boolean): void {
    if (this.targets.has(target)) this.tell([{ target, isIntersecting, boundingClientRect: { right: 500 }, rootBounds: null }]);
  }
}

const adapter: Adapter = {
  id: 'x',
  version: 1,
  checked: '2026-11-23',
  kind: 'post',
  hosts: ['x.com'],
  unit: 'article',
  read: (unit) => {
    const link = unit.querySelector('a');
    return link === null ? null : { author: { handle: link.getAttribute('href')?.slice(1) ?? null, name: link.textContent }, links: [] };
  },
  chipAfter: (unit) => unit.querySelector('a'),
};

let observers: FakeObserver[];
let inView: Set<Element>;
let roots: ShadowRoot[];
let shown: string[];
let alive: boolean;
let feed: Feed;

beforeEach(() => {
  vi.useFakeTimers();
  observers = [];
  inView = new Set();
  roots = [];
  shown = [];
  alive = true;
  vi.stubGlobal('IntersectionObserver', FakeObserver);
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init);
    roots.push(root);
    return root;
  });
  Object.assign(HTMLElement.prototype, {
    showPopover(this: HTMLElement) {
      shown.push(this.querySelector('.lead')?.textContent ?? '');
    },
    hidePopover: () => undefined,
  });
  document.body.innerHTML = '<article><p><a href="/nos">NOS</a></p></article>';
});
afterEach(() => {
  feed.stop();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const unit = (): Element => document.querySelector('article') ?? document.body;
const chips = (): number => document.querySelectorAll('span').length;

function watch(card: FeedActions['card'] = async () => null, using = adapter): void {
  feed = watchFeed(using, document, 'Van wie?', { card, more: () => undefined, switchOff: () => undefined, alive: () => alive });
}

async function see(on: boolean): Promise<void> {
  if (on) inView.add(unit());
  else inView.delete(unit());
  for (const observer of observers) observer.say(unit(), on);
  await vi.advanceTimersByTimeAsync(400);
}

function clickChip(): void {
  const event = new MouseEvent('click', { bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  roots.at(-1)?.querySelector('button')?.dispatchEvent(event);
}

const cardOf = (post: PostObservation): ChipCard => ({ lead: post.author?.handle ?? '', rows: [], more: '', close: '', switchOff: null });

describe('a feed', () => {
  it('has a chip beside a post in view, and none when it left', async () => {
    watch();
    await see(true);
    expect(chips()).toBe(1);
    await see(false);
    expect(chips()).toBe(0);
  });

  it('gives a post its chip however often somebody scrolls back to it', async () => {
    watch();
    for (let visit = 0; visit < 8; visit++) {
      await see(true);
      expect(chips(), `visit ${visit}`).toBe(1);
      await see(false);
    }
  });

  it('stops putting back a chip that the page takes away', async () => {
    watch();
    await see(true);
    let put = 0;
    for (let turn = 0; turn < 12; turn++) {
      if (chips() > 0) put += 1;
      document.querySelector('span')?.remove();
      unit().append(document.createElement('i'));
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(put).toBeLessThanOrEqual(5);
  });

  it('opens the card of the post that stands there at the click', async () => {
    watch(async (post) => cardOf(post));
    await see(true);
    unit().querySelector('a')?.setAttribute('href', '/ander');
    clickChip();
    await vi.advanceTimersByTimeAsync(50);
    expect(shown).toEqual(['ander']);
  });

  it('opens no card beside a post that came in its place while the answer was on its way', async () => {
    watch(async (post) => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return cardOf(post);
    });
    await see(true);
    clickChip();
    await vi.advanceTimersByTimeAsync(10);
    unit().querySelector('a')?.setAttribute('href', '/ander');
    await vi.advanceTimersByTimeAsync(300);
    expect(shown).toEqual([]);
  });

  it('has recognised a post also where a chip has no place', async () => {
    watch(undefined, { ...adapter, chipAfter: () => null });
    expect(feed.recognised()).toBe(false);
    await see(true);
    expect([feed.recognised(), chips()]).toEqual([true, 0]);
  });

  it('goes without trace when its extension was replaced', async () => {
    watch();
    await see(true);
    alive = false;
    unit().append(document.createElement('i'));
    await vi.advanceTimersByTimeAsync(400);
    expect(chips()).toBe(0);
  });

  it('leaves nothing behind when it is stopped', async () => {
    const before = document.body.innerHTML;
    watch();
    await see(true);
    feed.stop();
    expect(document.body.innerHTML).toBe(before);
  });
});

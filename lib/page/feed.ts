import type { PostObservation } from '../core/post';
import type { ChipCard } from '../messages';
import type { Adapter } from '../platforms/adapter';
import type { Chip } from './chip';
import { keepInRows, placeChipBehind, type Stand, standBehind } from './chip-stand';
import { gatherChanges } from './feed-changes';
import { readPost } from './posts';

/** What a feed asks of its surroundings; the entrypoint answers through the background. */
export interface FeedActions {
  card: (post: PostObservation) => Promise<ChipCard | null>;
  more: (post: PostObservation) => void;
  switchOff: () => void;
  /** False once the extension was replaced: another script stands in for this one. */
  alive: () => boolean;
}

export interface Feed {
  /** Whether any post or result was recognised so far. */
  recognised: () => boolean;
  stop: () => void;
}

/** Chips that stand at one time. A page with more posts than this near view is not made for reading. */
const MOST_CHIPS = 80;
/** How often a chip is put back into a post whose page takes it away. */
const MOST_PLACED = 5;
/** Some way above and below what is seen, also in a part of the page that scrolls by itself. Each chip costs, seen or not. */
const NEAR = '30% 0px';

/** Milliseconds after which posts that came near view get their chips. What is scrolled past in that time gets none. */
const LINGER = 120;

/**
 * Until somebody scrolls, so many posts from the top of the page are watched: the browser looks at each watched one in every frame, and
 * most pages of results are left without a scroll.
 */
const WATCHED_UNSCROLLED = 40;
/** More than this are not held back. */
const MOST_WAITING = 1_000;

interface Placed {
  chip: Chip;
  /** The element that the chip stands behind. */
  anchor: Element;
}

/**
 * Puts a chip beside every post or result near view, and takes it away when that leaves. A post is read when its chip comes, to see
 * whether it can be, and again at the click: what somebody sees then is what counts, whatever the page has done to it since.
 * Nothing is asked of the background before that click.
 */
export function watchFeed(adapter: Adapter, page: Document, label: string, actions: FeedActions): Feed {
  const near = new Map<Element, Placed | null>();
  let known = new WeakSet<Element>();
  const timesPlaced = new WeakMap<Element, number>();
  const rows = keepInRows();
  /** Where units end on the right, when they were last seen. */
  const ends = new WeakMap<Element, number>();
  /** Posts further down than the watched ones, while nobody has scrolled. */
  const waiting = new Set<Element>();
  let isScrolled = false;
  let watched = 0;
  let last: Element | null = null;
  const arrived = new Set<Element>();
  /** Stayed long enough: asked again where they are, they get their chip in the answer, when the page has just been laid out. */
  const stayed = new Set<Element>();
  let arrival: ReturnType<typeof setTimeout> | null = null;
  let found = false;

  const post = (unit: Element): PostObservation | null => readPost(adapter, unit, page.URL, new Date());

  const place = (unit: Element, anchor: Element, stand: Stand): Placed => {
    timesPlaced.set(unit, (timesPlaced.get(unit) ?? 0) + 1);
    const answer = async (): Promise<ChipCard | null> => {
      const read = isRight(unit) ? post(unit) : null;
      const card = read === null ? null : await actions.card(read);
      // In the meantime the page may have put another post in its place.
      if (read === null || card === null || !isRight(unit) || JSON.stringify(post(unit)) !== JSON.stringify(read)) {
        drop(unit);
        return null;
      }
      closeWhenChanged(unit, read);
      return card;
    };
    const more = (): void => {
      const read = post(unit);
      if (read !== null) actions.more(read);
    };
    const end = (anchor.contains(unit) ? null : ends.get(unit)) ?? Number.POSITIVE_INFINITY;
    return { anchor, chip: placeChipBehind(anchor, end, stand, label, { card: answer, more, switchOff: actions.switchOff }, rows) };
  };

  const anchorOf = (unit: Element): Element | null => (unit.isConnected ? quietly(() => adapter.chipAfter(unit)) : null);

  /** Whether the chip of a post stands where it belongs now. */
  const isRight = (unit: Element): boolean => {
    const placed = near.get(unit);
    return placed != null && placed.chip.host.previousElementSibling === placed.anchor && anchorOf(unit) === placed.anchor;
  };

  const drop = (unit: Element): void => {
    near.get(unit)?.chip.remove();
    if (near.has(unit)) near.set(unit, null);
  };

  /** Brings chips in line with what their posts are now. All that is asked of the page is asked before anything is put into it. */
  const settle = (units: readonly Element[]): void => {
    const wrong = units.filter((unit) => near.has(unit) && !isRight(unit));
    const room = MOST_CHIPS - [...near.values()].filter((placed) => placed !== null).length;
    const places = wrong.slice(0, Math.max(0, room)).flatMap((unit) => {
      if (!found || (timesPlaced.get(unit) ?? 0) < MOST_PLACED) {
        if (quietly(() => adapter.read(unit)) === null) return [];
        found = true;
      }
      const anchor = (timesPlaced.get(unit) ?? 0) < MOST_PLACED ? anchorOf(unit) : null;
      const stand = anchor === null ? null : standBehind(anchor, adapter.roomAbove === true);
      return anchor === null || stand === null ? [] : [{ unit, anchor, stand }];
    });
    for (const unit of wrong) drop(unit);
    for (const { unit, anchor, stand } of places) near.set(unit, place(unit, anchor, stand));
  };

  const leave = (unit: Element): void => {
    const placed = near.get(unit);
    // Somebody reads its card or stands on it with the keyboard: it stays as long as the post does.
    if (placed?.chip.inUse() && unit.isConnected) return;
    placed?.chip.remove();
    near.delete(unit);
    // Coming into view again is no putting back.
    timesPlaced.delete(unit);
    if (!unit.isConnected) {
      sight.unobserve(unit);
      known.delete(unit);
    }
  };

  /** A list that uses its elements again must not leave a card open beside another post. */
  const closeWhenChanged = (unit: Element, read: PostObservation): void => {
    const before = JSON.stringify(read);
    const placed = near.get(unit);
    const watch = new MutationObserver(() => {
      const open = placed?.chip.inUse() === true;
      if (open && JSON.stringify(post(unit)) === before) return;
      placed?.chip.close();
      watch.disconnect();
    });
    watch.observe(unit, { attributes: true, characterData: true, childList: true, subtree: true });
  };

  const arrive = (): void => {
    arrival = null;
    for (const unit of arrived) {
      if (!near.has(unit)) continue;
      stayed.add(unit);
      sight.unobserve(unit);
      sight.observe(unit);
    }
    arrived.clear();
  };

  const sight = new IntersectionObserver(
    (entries) => {
      const now: Element[] = [];
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        const hasStayed = stayed.delete(target);
        if (!isIntersecting) {
          leave(target);
          continue;
        }
        ends.set(target, boundingClientRect.right);
        if (!near.has(target)) near.set(target, null);
        if (hasStayed) now.push(target);
        else arrived.add(target);
      }
      settle(now);
      if (arrived.size > 0) arrival ??= setTimeout(arrive, LINGER);
    },
    // Not every browser knows a margin for parts that scroll; those without it see posts there a little later.
    { rootMargin: NEAR, scrollMargin: NEAR } as IntersectionObserverInit,
  );

  const look = (unit: Element): void => {
    if (known.has(unit)) return;
    known.add(unit);
    if (isScrolled || watched < WATCHED_UNSCROLLED || last === null || !follows(unit, last)) watch(unit);
    else waiting.add(unit);
    if (waiting.size > MOST_WAITING) onScroll();
  };

  const watch = (unit: Element): void => {
    sight.observe(unit);
    watched += 1;
    if (last === null || follows(unit, last)) last = unit;
  };

  const onScroll = (): void => {
    isScrolled = true;
    for (const unit of waiting) if (unit.isConnected) sight.observe(unit);
    waiting.clear();
    last = null;
  };
  for (const type of SCROLLS) page.defaultView?.addEventListener(type, onScroll, { capture: true, once: true, passive: true });

  const stop = (): void => {
    changes.stop();
    sight.disconnect();
    waiting.clear();
    for (const type of SCROLLS) page.defaultView?.removeEventListener(type, onScroll, { capture: true });
    rows.stop();
    if (arrival !== null) clearTimeout(arrival);
    for (const placed of near.values()) placed?.chip.remove();
    near.clear();
    known = new WeakSet();
  };

  const changes = gatherChanges(page, adapter.unit, ({ units, touched }) => {
    if (!actions.alive()) {
      stop();
      return;
    }
    for (const unit of units) look(unit);
    for (const [unit, placed] of [...near]) {
      if (!unit.isConnected) leave(unit);
      else if ((touched === 'all' || touched.has(unit) || placed?.chip.host.isConnected === false) && !isRight(unit)) {
        drop(unit);
        arrived.add(unit);
        arrival ??= setTimeout(arrive, LINGER);
      }
    }
  });

  return { recognised: () => found, stop };
}

/** What can bring another part of the page into view. */
const SCROLLS = ['scroll', 'resize'] as const;

/** Stands further down than another element of the page. */
function follows(element: Element, other: Element): boolean {
  return (other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && other.isConnected;
}

/** A page can answer in ways no page should: then nothing was recognised. */
function quietly<T>(ask: () => T | null): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}

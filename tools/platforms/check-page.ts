import type { PlatformId, PostObservation } from '../../lib/core/post';
import { adapterFor, readPost } from '../../lib/page/posts';
import type { Adapter } from '../../lib/platforms/adapter';
import { ADAPTERS } from '../../lib/platforms/all';
import { isPutAway } from '../../lib/platforms/dom';

/** What one adapter makes of a page, in numbers: nothing of what the page says. */
export interface PageCheck {
  platform: PlatformId;
  kind: Adapter['kind'];
  /** Elements that may be a post or result. */
  units: number;
  /** Posts or results that were recognised. */
  read: number;
  without: { author: number; date: number; permalink: number; links: number; labels: number };
  /** Of those recognised, how many have a place for the chip. */
  chips: number;
  labels: Record<string, number>;
  /** Elements that were left alone, by what can be told of them. */
  left: { hidden: number; empty: number; inside: number; other: number };
  /** What those look like that are neither hidden nor empty: name and attributes, without their values. */
  shapes: string[];
}

const MOST = 2_000;

/**
 * Runs in the saved page. Where its address is lost, the adapter that recognises most of it is taken. Null when no adapter knows the page.
 *
 * @param wanted a platform to take regardless of the address
 */
export function checkSavedPage(page: Document, address: string, now: Date, wanted: PlatformId | null): PageCheck | null {
  const host = new URL(address).hostname;
  const known = wanted === null ? adapterFor(ADAPTERS, host, page) : (ADAPTERS.find(({ id }) => id === wanted) ?? null);
  if (known !== null) return checkWith(known, page, address, now);
  if (!host.endsWith('.invalid')) return null;
  const checks = ADAPTERS.map((adapter) => checkWith(adapter, page, `https://${adapter.hosts[0] ?? host}/`, now));
  const [most] = checks.sort((one, other) => other.read - one.read);
  return most === undefined || most.read === 0 ? null : most;
}

export function checkWith(adapter: Adapter, page: Document, address: string, now: Date): PageCheck {
  const units = [...page.querySelectorAll(adapter.unit)].slice(0, MOST);
  const posts = units.map((unit) => readPost(adapter, unit, address, now));
  const read = posts.filter((post) => post !== null);
  const count = (test: (post: PostObservation) => boolean): number => read.filter(test).length;
  const labels: Record<string, number> = {};
  for (const { kind } of read.flatMap((post) => post.labels)) labels[kind] = (labels[kind] ?? 0) + 1;
  const alone = units.filter((_, i) => posts[i] === null);
  const kinds = alone.map((unit) => whyLeft(adapter, unit));
  return {
    platform: adapter.id,
    kind: adapter.kind,
    units: units.length,
    read: read.length,
    without: {
      author: count(({ author }) => author === null),
      date: count(({ published }) => published === null),
      permalink: count(({ permalink }) => permalink === null),
      links: count(({ links }) => links.length === 0),
      labels: count((post) => post.labels.length === 0),
    },
    chips: units.filter((unit, i) => posts[i] !== null && hasPlace(adapter, unit)).length,
    labels,
    left: {
      hidden: kinds.filter((kind) => kind === 'hidden').length,
      empty: kinds.filter((kind) => kind === 'empty').length,
      inside: kinds.filter((kind) => kind === 'inside').length,
      other: kinds.filter((kind) => kind === 'other').length,
    },
    shapes: [...new Set(alone.filter((_, i) => kinds[i] === 'other').map(shapeOf))].slice(0, 5),
  };
}

function hasPlace(adapter: Adapter, unit: Element): boolean {
  try {
    return adapter.chipAfter(unit) !== null;
  } catch {
    // As in a living page: no place.
    return false;
  }
}

function whyLeft(adapter: Adapter, unit: Element): keyof PageCheck['left'] {
  if (isPutAway(unit)) return 'hidden';
  if ((unit.textContent ?? '').trim() === '') return 'empty';
  return unit.parentElement?.closest(adapter.unit) ? 'inside' : 'other';
}

function shapeOf(unit: Element): string {
  const names = [...unit.attributes].map(({ name }) => name).filter((name) => name !== 'class' && name !== 'style');
  return `<${[unit.localName, ...names].slice(0, 8).join(' ')}>`;
}

// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { PostObservation } from '../../../lib/core/post';
import { readPost } from '../../../lib/page/posts';
import type { Adapter } from '../../../lib/platforms/adapter';
import { ADAPTERS } from '../../../lib/platforms/all';
import { addressOf, fixturesOf, NOW, pageOf } from './support';

/** Classes that a platform writes by hand and adapters may therefore rely on; all others are made by a machine and change with it. */
const MEANT =
  /^(?:b_|tgme_|result|web-result|snippet|w-[gb][lg]$|wgl-|status|detailed-status|sb_add|tilk|news-?card|badge-style-type-ad|ad-badge|ytw|thing|author|tagline|search-|md$|promoted|title$|service_message|upper$|paragraph$|ytp-|source$|app-body$|account)/;

const CASES = ADAPTERS.flatMap((adapter) => fixturesOf(adapter.id).map((file) => ({ file, adapter })));

const all = (page: ParentNode, selector = '*'): Element[] => [...page.querySelectorAll(selector)];

/** What is read of each unit of a page, in the order of the units. */
function answers(adapter: Adapter, page: Document, units: readonly Element[]): (PostObservation | null)[] {
  return units.map((unit) => (unit.isConnected || page.contains(unit) ? readPost(adapter, unit, addressOf(adapter), NOW) : null));
}

/** A page and its units, before and after something was done to it. */
function mutated(adapter: Adapter, file: string, change: (page: Document, units: readonly Element[]) => void) {
  const page = pageOf(file);
  const units = all(page, adapter.unit);
  const before = answers(adapter, page, units);
  change(page, units);
  return { page, units, before, after: answers(adapter, page, units) };
}

/** Whom, when, where and labels: what would be said of a post. A field that is gone is no other answer. */
function contradicts(before: PostObservation | null, after: PostObservation | null): string | null {
  if (after === null) return null;
  if (before === null) return 'read where nothing was';
  const { author, published, permalink } = after;
  if (author?.handle && author.handle !== before.author?.handle) return `handle ${author.handle}, not ${before.author?.handle}`;
  if (author?.id && author.id !== before.author?.id) return `number ${author.id}`;
  if (published && published.at !== before.published?.at) return `time ${published.at}, not ${before.published?.at}`;
  if (permalink && permalink !== before.permalink) return `address ${permalink}, not ${before.permalink}`;
  const link = after.links.find((each) => !before.links.includes(each));
  if (link !== undefined) return `link ${link}`;
  // Where the word that says more is not known, a political ad is still an ad.
  const label = after.labels.find(
    ({ kind }) => !before.labels.some((each) => each.kind === kind || (kind === 'ad' && each.kind === 'political-ad')),
  );
  return label === undefined ? null : `label ${label.kind}`;
}

describe.each(CASES)('what is read of $file', ({ file, adapter }) => {
  it('is the same when every generated class is another', () => {
    const { before, after } = mutated(adapter, file, (page) => {
      for (const element of all(page, '[class]')) {
        const kept = [...element.classList].filter((name) => MEANT.test(name));
        element.setAttribute('class', [...kept, `x${Math.abs(element.outerHTML.length)}z`].join(' '));
      }
      for (const element of all(page)) if (!element.hasAttribute('class') && element.localName !== 'span') element.className = 'r-1a2b3c';
    });
    expect(after).toEqual(before);
  });

  it('is the same or nothing when every word is in another language: no other answer, and no word that is not there', () => {
    const { page, before, after } = mutated(adapter, file, (changed) => translate(changed.documentElement));
    const words = page.documentElement.outerHTML;
    after.forEach((post, i) => {
      expect(contradicts(before[i] ?? null, post)).toBeNull();
      for (const { text } of post?.labels ?? []) if (text !== null) expect(words).toContain(text);
    });
  });

  it('is the same or nothing when one name is swapped for the word of a label', () => {
    for (const word of ['Ad', 'Sponsored', 'Gesponsord', 'Promoted', 'AI info', 'Parody account', 'Paid for by X', 'Made with AI', 'Bot']) {
      const { before, after } = mutated(adapter, file, (page) => {
        for (const link of all(page, 'a[href]')) if (link.childElementCount === 0 && link.textContent?.trim()) link.textContent = word;
      });
      after.forEach((post, i) => {
        const label = post?.labels.find(({ kind }) => !before[i]?.labels.some((each) => each.kind === kind));
        expect(label ?? null).toBeNull();
      });
    }
  });

  it('has no label when the labels are put away under hidden', () => {
    const { page, before, after } = mutated(adapter, file, (changed, units) => {
      for (const element of units.flatMap((unit) => marks(adapter, changed, unit))) hide(changed, element);
    });
    after.forEach((post, i) => {
      expect(contradicts(before[i] ?? null, post)).toBeNull();
      for (const { text } of post?.labels ?? []) if (text !== null) expect(isSaid(page, text) ? null : text).toBeNull();
    });
  });

  it('is nothing of a unit that is hidden as a whole', () => {
    const { after } = mutated(adapter, file, (page, units) => {
      for (const unit of units) hide(page, unit);
    });
    expect(after.filter((post) => post !== null)).toEqual([]);
  });

  it('is of one post, never half of another, when the attributes with data are shuffled between units', () => {
    const { page, units, before, after } = mutated(adapter, file, (_, list) => shuffleData(list));
    after.forEach((post, i) => {
      if (post === null) return;
      // The author is then the one in the unit's own words or the one in its attributes; the rest must belong to that one.
      const of = before.filter((each) => each?.author?.handle === post.author?.handle && each?.author?.id === post.author?.id);
      const own = before[i];
      const whole = [...of, own].filter((each) => each !== undefined);
      const fits = whole.some((each) => contradictsAddress(each, post) === null) || post.permalink === null;
      const named =
        post.author?.name == null ||
        whole.some((each) => each?.author?.name === post.author?.name && each?.author?.handle === post.author?.handle);
      expect({ unit: units[i]?.outerHTML.slice(0, 80), fits, named }).toMatchObject({ fits: true, named: true });
    });
    expect(page).toBeDefined();
  });

  it('is the same when the units stand in the opposite order', () => {
    const page = pageOf(file);
    const units = all(page, adapter.unit);
    const before = new Map(units.map((unit) => [unit, JSON.stringify(readPost(adapter, unit, addressOf(adapter), NOW))]));
    for (const parent of new Set(units.map((unit) => unit.parentElement))) {
      const inside = units.filter((unit) => unit.parentElement === parent);
      for (const unit of inside.reverse()) parent?.append(unit);
    }
    for (const unit of units) expect(JSON.stringify(readPost(adapter, unit, addressOf(adapter), NOW))).toBe(before.get(unit));
  });

  it('has no other author, address or link when what is in a unit stands in the opposite order', () => {
    const { before, after } = mutated(adapter, file, (_, units) => {
      for (const unit of units)
        if (unit.parentElement?.closest(adapter.unit) === null) for (const child of [...unit.children].reverse()) unit.append(child);
    });
    after.forEach((post, i) => {
      const own = before[i] ?? null;
      // On Facebook the order alone tells who shares from who is shared.
      if (own !== null && adapter.id !== 'facebook') expect(contradicts(own, post)).toBeNull();
    });
  });

  it('is of the post that is there now when an element is used again for another', () => {
    const page = pageOf(file);
    const units = all(page, adapter.unit).filter((unit) => readPost(adapter, unit, addressOf(adapter), NOW) !== null);
    const [one, other] = units;
    if (one === undefined || other === undefined || one.localName !== other.localName || one.contains(other) || adapter.id === 'google')
      return;
    const expected = JSON.stringify(readPost(adapter, other, addressOf(adapter), NOW));
    const half = one.cloneNode(false) as Element;
    one.parentElement?.insertBefore(half, one);
    expect(
      half.matches(adapter.unit)
        ? contradicts(readPost(adapter, one, addressOf(adapter), NOW), readPost(adapter, half, addressOf(adapter), NOW))
        : null,
    ).toBeNull();
    half.remove();
    for (const { name } of [...one.attributes]) one.removeAttribute(name);
    for (const { name, value } of [...other.attributes]) one.setAttribute(name, value);
    one.replaceChildren(...[...other.childNodes].map((node) => node.cloneNode(true)));
    const around = [one, other].map(
      (unit) => unit.closest('[data-text-ad], #tads, li.b_ad, [data-layout="ad"], [data-testid="placementTracking"]') !== null,
    );
    if (around[0] === around[1]) expect(JSON.stringify(readPost(adapter, one, addressOf(adapter), NOW))).toBe(expected);
  });
});

/** Every word becomes another; addresses, numbers and handles stay what they are, for they are no words of the page's language. */
function translate(root: Element): void {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (/^(?:script|style)$/.test(node.parentElement?.localName ?? '')) continue;
    node.nodeValue = (node.nodeValue ?? '').replace(/[^\s\u202a-\u202e›]+/gu, (word) =>
      /[@:/]|\w\.\w/.test(word) || !/\p{L}{2}/u.test(word) ? word : `ž${[...word].reverse().join('')}`,
    );
  }
  for (const name of ['aria-label', 'title', 'alt', 'data-tooltip'])
    for (const element of all(root, `[${name}]`)) element.setAttribute(name, 'Žzz');
}

/** Elements that hold the words of a label, or are its mark. */
function marks(adapter: Adapter, page: Document, unit: Element): Element[] {
  const said = new Set(readPost(adapter, unit, addressOf(adapter), NOW)?.labels.map(({ text }) => text));
  said.delete(null);
  if (said.size === 0) return [];
  // A text that a label refers to may be hidden already, and is said all the same.
  const shown = all(page.body, '*').filter(
    (element) => element.closest('script, [style*="display: none"]') === null && !/^(?:article|li)$/.test(element.localName),
  );
  return shown.filter((element) => [...said].some((each) => each !== null && saysJust(element, each)));
}

/** The innermost element with these words, and hardly any others. */
function saysJust(element: Element, words: string): boolean {
  const own = folded(element.textContent);
  if (!own.includes(words) || own.length > words.length + 60) return false;
  return ![...element.children].some((child) => folded(child.textContent).includes(words));
}

/** Whether words are still to be seen, or named by a label for who cannot see. */
function isSaid(page: Document, words: string): boolean {
  return all(page.body, '*').some(
    (element) =>
      element.closest('[hidden]') === null &&
      (element.getAttribute('aria-label') === words ||
        (element.querySelector('[hidden]') === null && folded(element.textContent).includes(words))),
  );
}

function folded(text: string | null): string {
  return (text ?? '').replace(/[\s\u200b\u2060]+/g, ' ').trim();
}

function hide(page: Document, element: Element): void {
  const box = page.createElement('div');
  box.hidden = true;
  element.replaceWith(box);
  box.append(element);
}

/** Each unit gets the attributes beginning with `data-` (but test ids and kinds of element) and the id of the next one. */
function shuffleData(units: readonly Element[]): void {
  const names = (unit: Element): string[] =>
    [...unit.attributes]
      // A test id names the kind of element, but on Bluesky the account too.
      .filter(({ name, value }) => /^data-(?!testid|test-id|e2e|type|pressable|text-ad|news)/.test(name) || /-by-/.test(value))
      .map(({ name }) => name);
  const taken = units.map((unit) => new Map(names(unit).map((name) => [name, unit.getAttribute(name) ?? ''])));
  units.forEach((unit, i) => {
    for (const name of names(unit)) unit.removeAttribute(name);
    for (const [name, value] of taken[(i + 1) % units.length] ?? []) unit.setAttribute(name, value);
  });
}

function contradictsAddress(before: PostObservation | null, after: PostObservation): string | null {
  return after.permalink !== null && before?.permalink !== after.permalink ? 'address' : null;
}

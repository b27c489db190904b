/** What changed since the last time: units that came, and units in which something changed. */
export interface FeedChanges {
  units: Iterable<Element>;
  touched: ReadonlySet<Element> | 'all';
}

/** Milliseconds between two looks at what changed: a page may change in every frame. */
const PAUSE = 100;
/** Of more changed places than this the page is asked as a whole. */
const MOST_PLACES = 400;

/**
 * Gathers what a page changes and tells it a few times a second: the units in it, at first all of them.
 *
 * @param selector of what may be one post or result
 */
export function gatherChanges(page: Document, selector: string, tell: (changes: FeedChanges) => void): { stop: () => void } {
  const added = new Set<Element>();
  const targets = new Set<Element>();
  let all = true;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const pass = (): void => {
    timer = null;
    const changes: FeedChanges = all ? { units: page.querySelectorAll(selector), touched: 'all' } : unitsAt(added, targets, selector);
    added.clear();
    targets.clear();
    all = false;
    tell(changes);
  };

  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes, removedNodes } of records) {
      if (all) break;
      if (removedNodes.length > 0 && target instanceof Element) targets.add(target);
      for (const node of addedNodes) if (node instanceof Element) added.add(node);
      all = added.size + targets.size > MOST_PLACES;
    }
    timer ??= setTimeout(pass, PAUSE);
  });
  observer.observe(page, { childList: true, subtree: true });
  pass();
  return {
    stop: () => {
      observer.disconnect();
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/** Units that came, those that became one by what came into them, and those in which something changed; each place is asked about once. */
function unitsAt(added: ReadonlySet<Element>, targets: ReadonlySet<Element>, selector: string): FeedChanges {
  const units = new Set<Element>();
  const touched = new Set<Element>();
  for (const element of added) {
    if (!element.isConnected) continue;
    const around = element.closest(selector);
    if (around !== null) {
      units.add(around);
      touched.add(around);
    }
    if (element.childElementCount > 0) for (const unit of element.querySelectorAll(selector)) units.add(unit);
  }
  for (const element of targets) {
    const around = element.isConnected ? element.closest(selector) : null;
    if (around !== null) touched.add(around);
  }
  return { units, touched };
}

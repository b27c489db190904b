import { isReaderOff } from '../core/access';
import type { PostObservation } from '../core/post';
import type { ChipCard } from '../messages';
import type { Adapter } from '../platforms/adapter';
import { type Feed, watchFeed } from './feed';
import { runPageScript } from './page-script';

/** Milliseconds after which a page on which posts belong should have shown some. */
const PATIENCE = 10_000;

/** The whole script of one platform: chips where it is switched on, and, a while later, a word on whether anything was recognised. */
export function runFeed(adapter: Adapter): void {
  let feed: Feed | null = null;
  let label = '';
  let told = false;
  runPageScript(`colofonFeed-${adapter.id}`, (plan, { ask, alive }) => {
    const wanted =
      plan !== null && !isReaderOff(adapter.id, adapter.version, plan.readersOff) && adapter.recognises?.(document) !== false ? plan : null;
    // What stands right is left alone: a plan is written again whenever any choice changes.
    if (feed !== null && wanted?.label === label) return;
    feed?.stop();
    feed = null;
    if (wanted === null) return;
    label = wanted.label;
    feed = watchFeed(adapter, document, label, {
      card: (post) => ask({ colofon: 'card-for', subject: { kind: 'post', post } }) as Promise<ChipCard | null>,
      more: (post: PostObservation) => void ask({ colofon: 'open-panel', subject: { kind: 'post', post } }),
      alive,
      switchOff: () => void ask({ colofon: 'switch-off', subject: { kind: 'page' } }),
    });
    if (told) return;
    told = true;
    void ask({ colofon: 'page-seen' });
    const path = location.pathname;
    setTimeout(() => {
      const expected = adapter.feedPath?.test(path) === true && location.pathname === path && document.visibilityState === 'visible';
      const recognised = feed?.recognised() === true;
      if (recognised || (expected && feed !== null)) void ask({ colofon: 'feed-seen', subject: { platform: adapter.id, recognised } });
    }, PATIENCE);
  });
}

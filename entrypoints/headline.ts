import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { ChipCard } from '../lib/messages';
import { type Chip, placeChip } from '../lib/page/chip';
import { runPageScript } from '../lib/page/page-script';

/**
 * Only where switched on: marks the page as read and puts the chip beside its headline. Reads nothing until the chip is
 * clicked, and goes without trace when the site is switched off.
 */
export default defineUnlistedScript(() => {
  let chip: Chip | null = null;
  let label = '';
  let again: () => void = () => undefined;
  runPageScript('colofonHeadline', async (plan, { ask, settle }) => {
    again = settle;
    const headline = plan === null ? null : headlineOf(document);
    // What stands right is left alone: a plan is written again whenever any choice changes.
    if (chip !== null && headline !== null && chip.host.parentElement === headline && plan?.label === label) return;
    chip?.remove();
    chip = null;
    if (headline === null || plan === null) return;
    label = plan.label;
    const subject = { kind: 'page' } as const;
    chip = placeChip(headline, plan.label, {
      card: () => ask({ colofon: 'card-for', subject }) as Promise<ChipCard | null>,
      more: () => void ask({ colofon: 'open-panel', subject }),
      switchOff: () => void ask({ colofon: 'switch-off', subject }),
    });
    await ask({ colofon: 'page-seen' });
  });
  // A page that replaces itself without loading; the new headline is drawn a moment after the address changed.
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('navigatesuccess', () => setTimeout(again, 300));
});

/** The one headline of an article: nothing on a front page, where every teaser has one. */
function headlineOf(document: Document): Element | null {
  const headlines = document.querySelectorAll('h1');
  const declared = document.querySelector(
    'meta[property="og:type"][content="article" i], script[type="application/ld+json"], article h1, [itemprop="headline"]',
  );
  return declared === null ? null : (document.querySelector('article h1') ?? (headlines.length === 1 ? (headlines[0] ?? null) : null));
}

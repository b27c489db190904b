import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type AccessPlan, isOn } from '../lib/core/access';
import type { ChipCard, Envelope, MessageName, Reply } from '../lib/messages';
import { type Chip, placeChip } from '../lib/page/chip';

interface Extension {
  runtime: { id?: string; sendMessage: (message: Envelope) => Promise<Reply<unknown>> };
  storage: {
    local: { get: (key: string) => Promise<Record<string, unknown>> };
    onChanged: { addListener: (listen: (changes: object, area: string) => void) => void };
  };
}

/**
 * Only where switched on: marks the page as read and puts the chip beside its headline. Reads nothing until the chip is
 * clicked, and goes without trace when the site is switched off.
 */
export default defineUnlistedScript(() => {
  const scope = globalThis as unknown as { browser?: Extension; chrome?: Extension; colofonHeadline?: true };
  const extension = scope.browser ?? scope.chrome;
  // The isolated world keeps its globals: a second injection into the same page ends here.
  if (extension === undefined || scope.colofonHeadline) return;
  scope.colofonHeadline = true;

  let chip: Chip | null = null;
  let label = '';
  const send = (colofon: MessageName): Promise<Reply<unknown>> =>
    extension.runtime.id === undefined
      ? orphaned()
      : extension.runtime.sendMessage(colofon === 'page-seen' ? { colofon } : { colofon, subject: { kind: 'page' } });
  const orphaned = (): Promise<Reply<never>> => {
    chip?.remove();
    return Promise.resolve({ ok: false, problem: 'failed' });
  };
  const settle = async (): Promise<void> => {
    const plan = (await extension.storage.local.get('plan')).plan as AccessPlan | undefined;
    const headline = plan !== undefined && isOn(location.hostname, plan) ? headlineOf(document) : null;
    // What stands right is left alone: a plan is written again whenever any choice changes.
    if (chip !== null && headline !== null && chip.host.parentElement === headline && plan?.label === label) return;
    chip?.remove();
    chip = null;
    if (headline === null || plan === undefined) return;
    label = plan.label;
    chip = placeChip(headline, plan.label, {
      card: () => send('card-for').then((reply) => (reply.ok ? (reply.value as ChipCard) : null)),
      more: () => void send('open-panel'),
      switchOff: () => void send('switch-off'),
    });
    await send('page-seen');
  };
  extension.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && 'plan' in changes) void settle();
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) void settle();
  });
  // A page that replaces itself without loading; the new headline is drawn a moment after the address changed.
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('navigatesuccess', () => setTimeout(() => void settle(), 300));
  void settle();
});

/** The one headline of an article: nothing on a front page, where every teaser has one. */
function headlineOf(document: Document): Element | null {
  const headlines = document.querySelectorAll('h1');
  const declared = document.querySelector(
    'meta[property="og:type"][content="article" i], script[type="application/ld+json"], article h1, [itemprop="headline"]',
  );
  return declared === null ? null : (document.querySelector('article h1') ?? (headlines.length === 1 ? (headlines[0] ?? null) : null));
}

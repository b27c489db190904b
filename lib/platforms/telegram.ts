import type { Adapter } from './adapter';
import { attribute, endsLine, handleIn, isPutAway, text } from './dom';
import { PLATFORMS } from './hosts';

const POST = /^([a-z]\w{1,31})\/\d{1,10}$/i;
const OWNER = /^https:\/\/t\.me\/([a-z]\w{1,31})\/?$/i;

export const telegram: Adapter = {
  id: 'telegram',
  version: 2,
  checked: '2026-11-23',
  kind: 'post',
  hosts: PLATFORMS.telegram.hosts,
  feedPath: /^\/s\/\w+$/,
  unit: '.tgme_widget_message[data-post], .tgme_page_post .tgme_page_widget',
  read(unit) {
    const post = postOf(unit);
    const handle = handleIn(post, POST);
    if (handle === null) return null;
    return {
      author: { handle, name: text(ownerOf(unit)) || null },
      published: attribute(unit.querySelector('.tgme_widget_message_date time[datetime]'), 'datetime'),
      permalink: `https://t.me/${post}`,
      links: [...unit.querySelectorAll('.tgme_widget_message_text a[href], a.tgme_widget_message_link_preview[href]')]
        .filter((link) => link.closest('.tgme_widget_message_reply') === null)
        .map((link) => attribute(link, 'href')),
    };
  },
  // The name stands alone in its line.
  chipAfter(unit) {
    const owner = postOf(unit) === null ? null : ownerOf(unit);
    return owner?.parentElement && !owner.parentElement.closest('a') && endsLine(owner, owner.parentElement) ? owner : null;
  },
};

/** Channel and number; null for what the service itself says, and in a group, where somebody else than the group may have written it. */
function postOf(unit: Element): string | null {
  if (isPutAway(unit) || unit.classList.contains('service_message')) return null;
  const post = attribute(unit, 'data-post') ?? attribute(unit.querySelector('[data-telegram-post]'), 'data-telegram-post');
  const owner = ownerOf(unit);
  // The link of the time leads to the message itself; a message that is of two addresses is not understood.
  const link = attribute(unit.querySelector('.tgme_widget_message_date[href]'), 'href');
  if (post !== null && link !== null && !link.toLowerCase().endsWith(`/${post.toLowerCase()}`)) return null;
  const isOwn = owner === null || handleIn(attribute(owner, 'href'), OWNER)?.toLowerCase() === handleIn(post, POST)?.toLowerCase();
  return isOwn ? post : null;
}

/** The channel in the line above the text; who a message was forwarded from or answers stands elsewhere. */
function ownerOf(unit: Element): Element | null {
  const names = [...unit.querySelectorAll('.tgme_widget_message_owner_name, .tgme_widget_message_author_name')];
  return names.find((name) => name.closest('.tgme_widget_message_reply') === null) ?? null;
}

import type { PartFor } from './accounts';
import { GENERAL_KEY, type General, NO_GENERAL } from './general';
import { type NoticeAt, noticeAt } from './notice-addresses';
import type { Notice } from './notices';
import type { RegisterPart } from './register';

/** What the register answers for the address of a notice. */
export type NoticeLookup =
  | { state: 'listed'; notice: Notice; slice: RegisterPart }
  /** A notice that we do not have, or a page with many of them (`id` null). That says nothing about the advertisement. */
  | { state: 'unlisted'; at: NoticeAt }
  /** The part in which it would lie cannot be read. */
  | { state: 'damaged'; at: NoticeAt };

/** Elections, addresses of notices and what platforms say. A register of before there were any has none; null when damaged. */
export async function generalFrom(partFor: PartFor): Promise<{ general: General; slice: RegisterPart } | null> {
  const slice = await partFor(GENERAL_KEY);
  return slice === null ? null : { general: slice.general ?? NO_GENERAL, slice };
}

/** One part, whatever the notice. Null when the address is that of no notice. */
export async function lookUpNotice(address: string, { noticeAddresses }: General, partFor: PartFor): Promise<NoticeLookup | null> {
  const at = noticeAt(address, noticeAddresses);
  if (at === null) return null;
  if (at.id === null) return { state: 'unlisted', at };
  const key = `${at.scheme}/${at.id}`;
  const slice = await partFor(key);
  if (slice === null) return { state: 'damaged', at };
  const notice = Object.hasOwn(slice.notices ?? {}, key) ? slice.notices?.[key] : undefined;
  return notice === undefined ? { state: 'unlisted', at } : { state: 'listed', notice, slice };
}

/** Every notice of a register, those with the newest version first: for the explorer, from the merged parts. */
export function noticesIn({ notices }: Pick<RegisterPart, 'notices'>): Notice[] {
  const newest = ({ versions }: Notice): string => versions[0]?.published ?? '';
  return Object.values(notices ?? {}).sort((a, b) => (newest(a) > newest(b) ? -1 : newest(a) < newest(b) ? 1 : a.id < b.id ? -1 : 1));
}

import type { AccountPlatform, ListedAccount } from '../../lib/core/register';

const NAMES: Readonly<Record<AccountPlatform, string>> = {
  bluesky: 'Bluesky',
  facebook: 'Facebook',
  instagram: 'Instagram',
  linkedin: 'LinkedIn',
  mastodon: 'Mastodon',
  reddit: 'Reddit',
  telegram: 'Telegram',
  threads: 'Threads',
  tiktok: 'TikTok',
  x: 'X',
  youtube: 'YouTube',
};

/** `YouTube polderpost (UC…)`, `X polderpost (…–2024)`, for keepers and the change log. */
export function accountText({ platform, stableId, handles }: Pick<ListedAccount, 'platform' | 'stableId' | 'handles'>): string {
  const named = handles.map(({ handle, valid }) => (valid === undefined ? handle : `${handle} (${valid.from ?? '…'}–${valid.to ?? '…'})`));
  const number = stableId === undefined ? '' : named.length === 0 ? ` ${stableId}` : ` (${stableId})`;
  return `${NAMES[platform]}${named.length === 0 ? '' : ` ${named.join(', ')}`}${number}`;
}

export function platformName(platform: AccountPlatform): string {
  return NAMES[platform];
}

import type { Election } from '../core/elections';
import type { NamelessSponsor, Sponsor } from '../core/notice-sums';
import { isStated, type Notice, UNREAD_AD } from '../core/notices';
import { amountText, periodText } from './notice-text';
import { snake } from './snake';
import { plainText, type Words } from './words';

export interface NoticeSummary {
  sponsor: string;
  /** Period and amount. */
  details: string;
  /** Election or subject; null when the notice names none. */
  process: string | null;
}

/** The newest version of a notice in a line or two, for lists. */
export function noticeSummary({ versions }: Notice, words: Words, elections: readonly Election[] = []): NoticeSummary {
  const ad = versions[0]?.ad ?? UNREAD_AD;
  const { sponsor, period, amount, process } = ad;
  const noAmount = words.t(amount === 'not-read' ? 'notices_no_amount_read' : 'notices_no_amount');
  const amounts = isStated(amount) ? plainText(words.list(amount.map((each) => amountText(each, words)))) : noAmount;
  const when = isStated(period) ? periodText(period, words) : words.t('notices_no_period');
  const ours = isStated(process) ? elections.find(({ id }) => id === process.election) : undefined;
  return {
    sponsor:
      isStated(sponsor) && 'name' in sponsor
        ? sponsor.name
        : isStated(sponsor)
          ? words.t('notices_sponsor_one_person')
          : namelessText(sponsor, words),
    details: `${when} · ${amounts}`,
    process: ours?.names[words.language] ?? (isStated(process) ? process.words : null),
  };
}

/** The name that most of the notices write, or why there is none. */
export function sponsorName({ names: [name], nameless }: Sponsor, words: Words): string {
  return name ?? namelessText(nameless ?? 'not-read', words);
}

function namelessText(nameless: NamelessSponsor, words: Words): string {
  return words.t(`notices_sponsor_${snake(nameless)}`);
}

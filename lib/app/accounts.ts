import { lookUpAccount as lookUpAccountIn, lookUpPostIn, type PostLookup } from '../core/accounts';
import type { Lookup } from '../core/card';
import type { Day } from '../core/dates';
import type { Account, PlatformId, PostObservation } from '../core/post';
import { registerToAsk } from './register';

/**
 * Answers from the register on the device for the account that published a post: by its number or handle, never by its name. Null where
 * there is neither.
 */
export async function lookUpAccount(
  { handle, id }: Pick<Account, 'handle' | 'id'>,
  platform: PlatformId,
  today: Day,
): Promise<Lookup | null> {
  const { partFor, signed } = await registerToAsk();
  const answer = await lookUpAccountIn({ platform, handle, id }, today, partFor);
  return answer === null ? null : signed(answer);
}

/** The account of a post and where the post leads, both from the register on the device; nothing is asked of anybody. */
export async function lookUpPost(post: PostObservation, today: Day): Promise<PostLookup> {
  const { partFor, signed } = await registerToAsk();
  const { account, link } = await lookUpPostIn(post, today, partFor);
  return {
    account: account === null ? null : signed(account),
    link: link === null ? null : { ...link, lookup: signed(link.lookup) },
  };
}

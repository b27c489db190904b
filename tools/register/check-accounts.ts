import { handleOn, stableIdOn } from '../../lib/core/account-forms';
import { domainOf, keysOfListed, ownerOfDomain } from '../../lib/core/accounts';
import { compareRough } from '../../lib/core/dates';
import { findHost } from '../../lib/core/hosts';
import type { ListedAccount, Period } from '../../lib/core/register';
import { checkCited, type Known, type Used } from './check-claims';
import { type Compiled, toAccount } from './compile';
import type { Loaded, Registry } from './files';
import type { RegisterProblem } from './problem';
import type { EntityFile } from './schema';

/** The accounts of one file by themselves: their spelling, periods and sources. */
export function checkAccountLines({ file, value, lineOf }: Loaded<EntityFile>, known: Known, used: Used): RegisterProblem[] {
  const problems: RegisterProblem[] = [];
  const add = (path: readonly PropertyKey[], what: string, remedy: string): void => {
    problems.push({ file, line: lineOf(path), what, remedy });
  };
  for (const [index, line] of (value.accounts ?? []).entries()) {
    const at = ['accounts', index];
    const { platform, stableId, handles, proof } = toAccount(line, value.id);
    for (const [place, { handle, valid }] of handles.entries()) {
      const spelled = handleOn(platform, handle);
      if (spelled !== handle)
        add(
          [...at, 'handles', place],
          spelled === null ? `"${handle}" is no handle on ${platform}` : `"${handle}" has another spelling in our list`,
          spelled === null ? FORMS[platform] : `write ${spelled}`,
        );
      if (valid?.from !== undefined && valid.to !== undefined && compareRough(valid.from, valid.to) > 0)
        add([...at, 'handles', place, 'valid'], 'ends before it begins', 'swap the dates');
    }
    if (stableId !== undefined && stableIdOn(platform, stableId) !== stableId)
      add(
        [...at, 'stableId'],
        `"${stableId}" is no fixed number of an account on ${platform}`,
        'copy it from the platform, or take it away',
      );
    const cited = proof.map(({ source }) => source);
    checkCited(cited, [...at, 'proof'], known, used, add);
  }
  return problems;
}

const FORMS: Readonly<Record<ListedAccount['platform'], string>> = {
  bluesky: 'write a domain, such as polderpost.example or polderpost.bsky.social',
  facebook: 'write the name in its address; a number of a page is its stableId',
  instagram: 'write the name in its address, such as polderpost',
  linkedin: 'write the kind with it, such as company/polderpost; people do not belong here',
  mastodon: 'write name and server, such as polderpost@social.example',
  reddit: 'write the name of the user; a subreddit is no account',
  telegram: 'write the name in its address, such as polderpost',
  threads: 'write the name in its address, such as polderpost',
  tiktok: 'write the name in its address, such as polderpost',
  x: 'write the name in its address, such as polderpost',
  youtube: 'write the handle, such as polderpost; a channel number (UC…) is its stableId',
};

/** What shows only beside the others: one account at two outlets, and whether a proof proves anything. */
export function checkAccounts(registry: Registry, { hosts, sources }: Compiled): RegisterProblem[] {
  const problems: RegisterProblem[] = [];
  const taken = new Map<string, { file: string; valid: Period | undefined }[]>();
  const hostsOf = (domain: string) => hosts.get(domain) ?? [];
  for (const { file, value, lineOf } of registry.entities) {
    for (const [index, line] of (value.accounts ?? []).entries()) {
      const add = (path: readonly PropertyKey[], what: string, remedy: string): void => {
        problems.push({ file, line: lineOf(['accounts', index, ...path]), what, remedy });
      };
      const account = toAccount(line, value.id);
      for (const key of keysOfListed(account)) {
        const valid = account.handles.find(({ handle }) => key === `${account.platform}/${handle}`)?.valid;
        const other = (taken.get(key) ?? []).find((each) => overlaps(each.valid, valid));
        if (other !== undefined) add([], `${key} already stands in ${other.file}`, 'keep one, or give each handle its own period');
        taken.set(key, [...(taken.get(key) ?? []), { file, valid }]);
      }
      for (const [at, { kind, source }] of account.proof.entries()) {
        if (kind === 'handle-is-domain') {
          const owned = account.handles.some(({ handle, valid }) => {
            const domain = domainOf({ platform: account.platform, handle });
            return valid?.to === undefined && domain !== null && ownerOfDomain(domain, hostsOf) === value.id;
          });
          if (!owned)
            add(['proof', at], `no handle here is a domain of ${value.id}`, 'only a handle on Bluesky or Mastodon can be one of its hosts');
          continue;
        }
        const cited = sources.get(source);
        const found = cited?.url === undefined ? null : findHost(cited.url, hostsOf);
        if (cited?.kind !== 'self' || found?.kind !== 'entity' || found.entity !== value.id)
          add(
            ['proof', at],
            `"${source}" is no page on a site of ${value.id}`,
            'cite a page (kind: self) below one of its hosts that names the account',
          );
      }
    }
  }
  return problems;
}

/** Without a period an account is somebody's always, so that it overlaps with every other. */
function overlaps(a: Period = {}, b: Period = {}): boolean {
  return !endsBefore(a, b) && !endsBefore(b, a);
}

function endsBefore({ to }: Period, { from }: Period): boolean {
  if (to === undefined || from === undefined) return false;
  const length = Math.min(to.length, from.length);
  return to.slice(0, length) < from.slice(0, length);
}

import { type Election, electionNamed, euSponsorsOnly } from '../../lib/core/elections';
import type { General } from '../../lib/core/general';
import type { NoticeAddress } from '../../lib/core/notice-addresses';
import type { Item, Notice, NoticeAd, NoticeParty } from '../../lib/core/notices';
import type { PlatformPolicy } from '../../lib/core/platform-policies';
import { clean } from './clean-keys';
import type { Registry } from './files';
import type { ElectionFile, NoticeFile } from './schema-notices';

type Filed = Pick<Registry, 'entities' | 'notices' | 'elections' | 'noticeAddresses' | 'platformPolicies'>;

/** Notices by id. Sponsors are joined to organisations by their number alone, elections by a name of theirs, letter for letter. */
export function compileNotices({ entities, notices, elections }: Filed): Map<string, Notice> {
  const byNumber = new Map<string, string[]>();
  for (const { value } of entities) {
    const { kvk } = value.ids ?? {};
    if (kvk !== undefined) byNumber.set(kvk, [...(byNumber.get(kvk) ?? []), value.id]);
  }
  const join = (party: Item<NoticeParty>): Item<NoticeParty> => {
    if (typeof party === 'string' || !('name' in party)) return party;
    const found = byNumber.get(party.numbers?.kvk ?? '') ?? [];
    const [entity] = found;
    // One number on two of ours says which of them it is no better than none.
    return found.length === 1 && entity !== undefined ? { ...party, entity } : party;
  };
  const named = elections.map(({ value }) => clean(value));
  const compiled = notices.map(({ value }) => toNotice(value, join, (words) => electionNamed(words, named)));
  return new Map(compiled.sort((a, b) => (a.id < b.id ? -1 : 1)).map((notice) => [notice.id, notice]));
}

function toNotice(
  { id, address, versions }: NoticeFile,
  join: (party: Item<NoticeParty>) => Item<NoticeParty>,
  electionOf: (words: string) => string | null,
): Notice {
  return {
    id,
    scheme: id.slice(0, id.indexOf('/')),
    address,
    versions: versions.map((version) => {
      const ad: NoticeAd = clean(version.ad);
      const election = typeof ad.process === 'string' ? null : electionOf(ad.process.words);
      return {
        ...version,
        ad: {
          ...ad,
          sponsor: join(ad.sponsor),
          controller: join(ad.controller),
          payer: join(ad.payer),
          publisher: join(ad.publisher),
          ...(typeof ad.process === 'string' || election === null ? {} : { process: { words: ad.process.words, election } }),
        },
      };
    }),
  };
}

/** What is the same for every page; null when there is nothing. */
export function compileGeneral({ elections, noticeAddresses, platformPolicies }: Filed): General | null {
  const general: General = {
    elections: elections.map(({ value }) => toElection(value)).sort((a, b) => (a.id < b.id ? -1 : 1)),
    noticeAddresses: noticeAddresses
      .flatMap(({ value }) => value.addresses)
      .map(({ scheme, host, path }): NoticeAddress => ({ scheme, host, path }))
      .sort((a, b) => (key(a) < key(b) ? -1 : 1)),
    platformPolicies: platformPolicies
      .flatMap(({ value }) =>
        value.policies.map((policy): PlatformPolicy => ({ ...clean(policy), checked: policy.checked ?? value.checked })),
      )
      .sort((a, b) => (a.company < b.company ? -1 : 1)),
  };
  return Object.values(general).every((list) => list.length === 0) ? null : general;
}

function key({ host, path }: NoticeAddress): string {
  return `${host}${path}`;
}

function toElection({ checked: _, ...file }: ElectionFile): Election {
  const barred = euSponsorsOnly(file.date);
  return { ...clean(file), ...(barred === null ? {} : { euSponsorsOnly: barred }) };
}

/** Parties of a notice that are ours. */
export function entitiesOf({ versions }: Notice): string[] {
  const parties = versions.flatMap(({ ad }) => [ad.sponsor, ad.controller, ad.payer, ad.publisher]);
  return parties.flatMap((party) => (typeof party === 'object' && 'entity' in party && party.entity !== undefined ? [party.entity] : []));
}

/** Every source that a notice, or what is general, rests on. */
export function sourcesOf(notices: readonly Notice[], general: General | null): string[] {
  const { elections, platformPolicies } = general ?? { elections: [], platformPolicies: [] };
  const cited = [
    ...notices.flatMap(({ versions }) => versions),
    ...elections,
    ...elections.flatMap(({ links }) => links),
    ...platformPolicies,
  ];
  return cited.flatMap(({ sources }) => sources);
}

import { describe, expect, it } from 'vitest';
import { type General, parseGeneral } from '../../../lib/core/general';
import { policyOf } from '../../../lib/core/platform-policies';

const GENERAL: General = {
  elections: [
    {
      id: 'nl-ps-2027',
      kind: 'provincial',
      area: 'NL',
      names: { nl: 'Statenverkiezingen', en: 'Provincial elections' },
      date: '2027-03-17',
      status: 'expected',
      euSponsorsOnly: { from: '2026-12-17', to: '2027-03-17' },
      links: [{ kind: 'counting', address: 'https://kiesraad.example/', names: { nl: 'Tellen', en: 'Counting' }, sources: ['kiesraad'] }],
      sources: ['kieswet'],
    },
  ],
  noticeAddresses: [{ scheme: 'dijk', host: 'dijk.example', path: '/v/{id}' }],
  platformPolicies: [
    {
      company: 'Duin',
      platforms: ['facebook', 'threads'],
      where: 'eu',
      since: '2025-10',
      library: 'https://duin.example/ads',
      checked: '2026-11-23',
      sources: ['duin'],
    },
  ],
};

const changed = (change: (draft: General) => void): unknown => {
  const draft = structuredClone(GENERAL);
  change(draft);
  return draft;
};

describe('parseGeneral', () => {
  it('takes what is in order', () => {
    expect(parseGeneral(structuredClone(GENERAL))).toEqual(GENERAL);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list that is missing', { elections: [], noticeAddresses: [] }],
    ['an unknown kind of election', changed(({ elections: [first] }) => Object.assign(first ?? {}, { kind: 'coup' }))],
    ['a status that nobody knows', changed(({ elections: [first] }) => Object.assign(first ?? {}, { status: 'maybe' }))],
    [
      'a campaign without an end',
      changed(({ elections: [first] }) => Object.assign(first ?? {}, { euSponsorsOnly: { from: '2026-12-17' } })),
    ],
    ['a link that is a script', changed(({ elections: [first] }) => Object.assign(first?.links[0] ?? {}, { address: 'javascript:1' }))],
    ['a path that matches everything', changed(({ noticeAddresses: [first] }) => Object.assign(first ?? {}, { path: '/{any}' }))],
    [
      'a library that is no https',
      changed(({ platformPolicies: [first] }) => Object.assign(first ?? {}, { library: 'http://duin.example' })),
    ],
  ])('refuses %s', (_, value) => {
    expect(parseGeneral(value)).toBeNull();
  });
});

describe('policyOf', () => {
  it('is about a platform by its id, and nothing where no source says so', () => {
    expect(policyOf('threads', GENERAL.platformPolicies)?.company).toBe('Duin');
    expect(policyOf('x', GENERAL.platformPolicies)).toBeNull();
  });
});

import { SMALL } from './folder';

/** The small register with a sponsor, a notice of theirs in two versions, an election, and the two lists. */
export const SPONSOR = 'entities/nl/dijkpartij.yaml';
export const NOTICE = 'notices/dijkreclame/abc123.yaml';
export const ELECTION = 'elections/nl-ps-2027.yaml';
export const ADDRESSES = 'notice-addresses.yaml';
export const POLICIES = 'platform-policies.yaml';

export const WITH_NOTICES: Record<string, string> = {
  ...SMALL,
  [SPONSOR]: `id: dijkpartij
kind: organisation
names: [Partij van de Dijk]
country: NL
ids: {kvk: "12345678"}
sources: [verklaringen]
checked: 2026-11-23
`,
  [NOTICE]: `id: dijkreclame/abc123
address: https://dijkreclame.nl/verklaringen/abc123
versions:
  - version: 2
    published: 2027-01-12
    retrieved: 2027-01-20
    sources: [verklaringen]
    ad:
      sponsor: {name: De Dijk, numbers: {kvk: "12345678"}}
      payer: not-stated
      period: {from: 2027-01-10, to: 2027-03-17}
      amount: [{value: 3000, currency: EUR}]
      process: {words: Provinciale Statenverkiezingen 2027}
      targeting: [none]
  - version: 1
    published: 2027-01-09
    retrieved: 2027-01-20
    sources: [verklaringen]
    ad:
      sponsor: {name: De Dijk, numbers: {kvk: "12345678"}}
      amount: [{value: 2500, currency: EUR}]
`,
  [ELECTION]: `id: nl-ps-2027
kind: provincial
area: NL
names: {nl: Provinciale Statenverkiezingen 2027, en: Provincial elections 2027}
date: 2027-03-17
status: expected
links:
  - kind: counting
    address: https://kiesraad.nl/tellen
    names: {nl: Tellen, en: Counting}
    sources: [verklaringen]
sources: [verklaringen]
checked: 2026-11-23
`,
  [ADDRESSES]: `checked: 2026-11-23
addresses:
  - scheme: dijkreclame
    host: dijkreclame.nl
    path: /verklaringen/{id}
    sources: [verklaringen]
`,
  [POLICIES]: `checked: 2026-11-23
policies:
  - company: Duinnet
    platforms: [facebook]
    where: eu
    sources: [verklaringen]
`,
  'sources/verklaringen.yaml': `id: verklaringen
kind: self
title: Verklaringen
publisher: Dijkreclame
url: https://dijkreclame.nl/verklaringen
undated: true
retrieved: 2027-01-20
licence: eigen
`,
};

/** One of these files with a piece replaced; the piece must be there. */
export function changed(file: string, from: string, to: string): Record<string, string> {
  const text = WITH_NOTICES[file];
  if (text === undefined || !text.includes(from)) throw new Error(`${file} has no "${from}"`);
  return { ...WITH_NOTICES, [file]: text.replace(from, to) };
}

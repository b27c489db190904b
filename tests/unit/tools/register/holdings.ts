import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { formatted } from '../../../../tools/register/format';

const DAY = '2026-11-23';

/** An entity file; `body` holds what comes after the head. */
function entity(id: string, kind: string, name: string, body = '', country: string | null = 'NL'): [string, string] {
  const where = country === null ? 'intl' : country.toLowerCase();
  const head = `id: ${id}\nkind: ${kind}\nnames: ["${name}"]\nchecked: ${DAY}\n`;
  return [`entities/${where}/${id}.yaml`, `${head}${country === null ? '' : `country: ${country}\n`}${body}`];
}

function source(id: string, kind: string, rest: string): [string, string] {
  const url = `https://${id}.example/document`;
  return [
    `sources/${id}.yaml`,
    `id: ${id}\nkind: ${kind}\ntitle: Stuk ${id}\npublisher: Uitgave ${id}\nurl: ${url}\nretrieved: ${DAY}\nlicence: eigen\n${rest}`,
  ];
}

const OUTLET = `hosts:
  - host: polderpost.example
    sources: [zelf]
claims:
  - has-form: regional-newspaper
    sources: [zelf]
  - published-by: waterland
    sources: [zelf]
  - owned-by: waterland
    interests:
      - instrument: ordinary-share
        capital: {exact: 40.5}
        votes: majority
      - instrument: priority-share
        scope: these-titles
    valid: {from: 2019}
    sources: [blad, zelf]
  - owned-by: waterland
    valid: {from: 2001, to: 2010-06}
    status: superseded
    sources: [oud]
  - owned-by: {words: de oprichters van het blad, lang: nl, en: the founders of the paper}
    interests:
      - instrument: certificate
        capital: {min: 10, max: 30}
    asOf: 2020-12-31
    sources: [blad]
  - owned-by: stichting-terp
    interests:
      - instrument: preference-share
        capital: not-public
    status: disputed
    sources: [blad]
  - owned-by: familie-de-wit
    interests:
      - instrument: unspecified
        jointly: [anna-de-wit]
    sources: [blad]
  - owned-by: anna-de-wit
    interests:
      - instrument: unspecified
        jointly: [familie-de-wit]
    sources: [blad]
  - owned-by: provincie-rijnland
    valid: {to: 1999-12-31}
    sources: [oud]
  - part-of: waterland
    sources: [zelf]
  - governance-appointed-by: stichting-terp
    interests:
      - instrument: appointment
      - instrument: statute
    sources: [blad]
  - funded-by: provincie-rijnland
    funding: {kind: public-money, year: 2025}
    sources: [blad]
`;

/** An invented register with every kind of holding that ours can state. */
export const HOLDINGS: Record<string, string> = Object.fromEntries([
  entity('polderpost', 'outlet', 'De Polderpost', OUTLET),
  entity(
    'waterland',
    'organisation',
    'Waterland N.V.',
    `ids: {kvk: "12345678", lei: "12345678901234567890", qid: Q987}
sources: [register]
claims:
  - has-form: listed-company
    sources: [register]
  - owned-by: {unspecified: not-disclosed}
    sources: [blad]
  - controlled-by: stichting-terp
    interests:
      - instrument: contract
      - instrument: ordinary-share
        votes: {exact: 62}
    sources: [blad]
`,
  ).map((part, at) =>
    at === 1
      ? part.replace(
          'names: ["Waterland N.V."]',
          'names: [Waterland N.V., {name: Waterland Group, lang: en}, {name: Terpdruk, valid: {to: 1998}}]',
        )
      : part,
  ) as [string, string],
  entity(
    'stichting-terp',
    'foundation',
    'Stichting Terp',
    'claims:\n  - owned-by: {unspecified: no-owner}\n    sources: [register]\n',
    'BE',
  ),
  entity('provincie-rijnland', 'public-body', 'provincie Rijnland', 'claims:\n  - owned-by: {unspecified: unknown}\n    sources: [oud]\n'),
  entity('familie-de-wit', 'family', 'familie De Wit', '', null),
  entity('anna-de-wit', 'person', 'Anna de Wit', '', null),
  source('zelf', 'self', 'undated: true\n'),
  source('blad', 'press', 'published: 2025-03\npublishedInferred: true\narchiveUrl: https://archief.example/blad\nreadAs: stored-copy\n'),
  source('oud', 'wiki', 'published: 2011\n'),
  source('register', 'register', 'published: 2024-05-06\n'),
]);

/** The root of a registry folder with these files in its fictional register, put in the fixed layout. */
export function practiceFolder(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'holdings-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const folder of ['entities', 'sources']) mkdirSync(join(root, 'practice', folder), { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, 'practice', file)), { recursive: true });
    writeFileSync(join(root, 'practice', file), formatted(text));
  }
  return root;
}

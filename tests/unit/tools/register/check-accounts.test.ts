import { describe, expect, it } from 'vitest';
import { checkRegistry } from '../../../../tools/register/check';
import { compile } from '../../../../tools/register/compile';
import { describeProblem } from '../../../../tools/register/problem';
import { edited, SMALL, smallRegistry } from './folder';

const KRANT = 'entities/nl/krant.yaml';
const PROOF = '    proof:\n      - {kind: site-names-it, source: colofon}\n';
const CHANNEL = `UC${'aB-_3'.repeat(4)}xy`;

/** De Krant with accounts, each written as the lines of its YAML. */
function withAccounts(...accounts: string[]): Record<string, string> {
  return edited(KRANT, 'claims:\n', `accounts:\n${accounts.join('')}claims:\n`);
}

function problems(changes: Record<string, string | null>): string[] {
  return checkRegistry(smallRegistry(changes)).map(describeProblem);
}

const line = (platform: string, more: string, proof = PROOF): string => `  - platform: ${platform}\n${more}${proof}`;

/** A second newspaper, with an account of its own. */
function blad(account: string): Record<string, string> {
  return {
    'entities/nl/blad.yaml': `id: blad\nkind: outlet\nnames: [Het Blad]\ncountry: NL\nchecked: 2026-11-23\nhosts:\n  - host: blad.nl\n    sources: [blad-voorpagina]\naccounts:\n${account}`,
    'sources/blad-voorpagina.yaml': `id: blad-voorpagina\nkind: self\ntitle: Voorpagina\npublisher: Het Blad\nurl: https://www.blad.nl/\nundated: true\nretrieved: 2026-11-23\nlicence: eigen\n`,
  };
}

const BLAD_PROOF = '    proof:\n      - {kind: site-names-it, source: blad-voorpagina}\n';

describe('accounts in the register', () => {
  it('are in order with a page of the own site that names them', () => {
    const accounts = withAccounts(
      line('x', '    handles: [krant, {handle: dekrant, valid: {to: 2020}}]\n'),
      line('youtube', `    stableId: ${CHANNEL}\n`),
      line('linkedin', '    handles: [company/krant]\n'),
    );
    expect(problems(accounts)).toEqual([]);
  });

  it.each([
    ['no proof', line('x', '    handles: [krant]\n', ''), /account 1 has no proof — name at least one: proof/],
    ['an empty proof', line('x', '    handles: [krant]\n', '    proof: []\n'), /account 1, proof is empty/],
    [
      'another kind of proof',
      line('x', '    handles: [krant]\n', '    proof:\n      - {kind: same-name, source: colofon}\n'),
      /write one of: site-names-it, handle-is-domain/,
    ],
    ['a platform that we do not know', line('hyves', '    handles: [krant]\n'), /"hyves" is none of the words that fit here/],
    ['neither handle nor number', line('x', ''), /an account has handles, a stableId or both/],
    ['an unknown key', line('x', '    handles: [krant]\n    followers: 12\n'), /"followers" is not known in account 1/],
    ['another spelling', line('x', '    handles: ["@DeKrant"]\n'), /"@DeKrant" has another spelling in our list — write dekrant/],
    ['a handle that is none', line('x', '    handles: [de-krant]\n'), /"de-krant" is no handle on x/],
    ['a person on LinkedIn', line('linkedin', '    handles: [in/sanne]\n'), /people do not belong here/],
    ['a number that is none', line('youtube', '    stableId: krant\n'), /"krant" is no fixed number of an account on youtube/],
    [
      'a source that is not there',
      line('x', '    handles: [krant]\n', PROOF.replace('colofon', 'elders')),
      /source "elders" does not exist/,
    ],
    ['a period that ends first', line('x', '    handles: [{handle: krant, valid: {from: 2021, to: 2020}}]\n'), /ends before it begins/],
    [
      'a page that is not of its site',
      line('x', '    handles: [krant]\n', PROOF.replace('colofon', 'jaarverslag')),
      /"jaarverslag" is no page on a site of krant/,
    ],
    [
      'a handle that is no domain of it',
      line('bluesky', '    handles: [krant.bsky.social]\n', PROOF.replace('site-names-it', 'handle-is-domain')),
      /no handle here is a domain of krant/,
    ],
    [
      'a reporter’s domain below it',
      line('bluesky', '    handles: [sanne.krant.nl]\n', PROOF.replace('site-names-it', 'handle-is-domain')),
      /no handle here is a domain of krant/,
    ],
  ])('have a problem with %s', (_, account, said) => {
    const found = problems(withAccounts(account));
    expect(found.join('\n')).toMatch(said);
    expect(found[0]).toMatch(/^entities\/nl\/krant.yaml:\d+: /);
  });

  it('may rest on the domain in the handle', () => {
    const proof = PROOF.replace('site-names-it', 'handle-is-domain');
    expect(problems(withAccounts(line('bluesky', '    handles: [krant.nl]\n', proof)))).toEqual([]);
    expect(problems(withAccounts(line('mastodon', '    handles: [redactie@krant.nl]\n', proof)))).toEqual([]);
  });

  it('cannot be of two outlets', () => {
    const own = withAccounts(line('x', '    handles: [krant]\n'));
    const other = blad(line('x', '    handles: [krant]\n', BLAD_PROOF));
    expect(problems({ ...own, ...other })).toEqual([
      'entities/nl/krant.yaml:13: x/krant already stands in entities/nl/blad.yaml — keep one, or give each handle its own period',
    ]);
    const channel = {
      ...withAccounts(line('youtube', `    stableId: ${CHANNEL}\n`)),
      ...blad(line('youtube', `    stableId: ${CHANNEL}\n`, BLAD_PROOF)),
    };
    expect(problems(channel).join()).toContain(`youtube#${CHANNEL} already stands in`);
  });

  it('can pass from one outlet to another, each in its own time', () => {
    const own = withAccounts(line('x', '    handles: [{handle: krant, valid: {to: 2020}}]\n'));
    const later = blad(line('x', '    handles: [{handle: krant, valid: {from: 2021}}]\n', BLAD_PROOF));
    const meanwhile = blad(line('x', '    handles: [{handle: krant, valid: {from: 2020-06}}]\n', BLAD_PROOF));
    expect(problems({ ...own, ...later })).toEqual([]);
    expect(problems({ ...own, ...meanwhile }).join()).toContain('x/krant already stands in');
  });

  it('are not of people', () => {
    const family = SMALL['entities/intl/familie.yaml'] ?? '';
    const changed = { 'entities/intl/familie.yaml': `${family}accounts:\n${line('x', '    handles: [familie]\n')}` };
    expect(problems(changed).join('\n')).toContain('a person or family has claims, hosts, accounts or numbers of its own');
  });

  it('keep a source from being an orphan, and are put in the fixed layout', () => {
    const source = { 'sources/voorpagina.yaml': (SMALL['sources/colofon.yaml'] ?? '').replace('id: colofon', 'id: voorpagina') };
    expect(problems(source).join()).toContain('nothing refers to "voorpagina"');
    const account = line('x', '    proof:\n      - source: voorpagina\n        kind: site-names-it\n    handles:\n      - krant\n', '');
    const registry = smallRegistry({ ...source, ...withAccounts(account, line('bluesky', '    handles: [krant.bsky.social]\n')) });
    expect(checkRegistry(registry).map(describeProblem)).toEqual([]);
    expect(registry.entities.find(({ value }) => value.id === 'krant')?.text).toContain(`
accounts:
  - platform: bluesky
    handles: [krant.bsky.social]
    proof:
      - {kind: site-names-it, source: colofon}
  - platform: x
    handles: [krant]
    proof:
      - {kind: site-names-it, source: voorpagina}

claims:
`);
  });

  it('are compiled under each handle and the number', () => {
    const { accounts } = compile(smallRegistry(withAccounts(line('youtube', `    stableId: ${CHANNEL}\n    handles: [krant, c/krant]\n`))));
    expect([...accounts.keys()]).toEqual([`youtube#${CHANNEL}`, 'youtube/c/krant', 'youtube/krant']);
    expect(accounts.get('youtube/krant')).toEqual([
      {
        platform: 'youtube',
        stableId: CHANNEL,
        handles: [{ handle: 'krant' }, { handle: 'c/krant' }],
        entity: 'krant',
        proof: [{ kind: 'site-names-it', source: 'colofon' }],
      },
    ]);
  });
});

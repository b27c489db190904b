import { describe, expect, it } from 'vitest';
import type { Lookup } from '../../../lib/core/card';
import type { PostLabel, PostObservation } from '../../../lib/core/post';
import { makePostCard, outletOf, type PostLookups } from '../../../lib/core/post-card';
import { postAsText, postText } from '../../../lib/words/post-text';
import { plainText, wordsIn } from '../../../lib/words/words';

const NOW = new Date('2026-11-23T12:00:00+01:00');
const NOTHING: Lookup = { state: 'unlisted', why: 'no-rule', slice: { version: '2026-11-01', built: '2026-11-01' } };

const post: PostObservation = {
  version: 1,
  platform: 'x',
  adapter: 1,
  kind: 'post',
  author: { handle: 'dekrant', name: 'De Krant', id: null },
  published: { at: '2026-11-20T08:00:00.000Z', from: 'shown' },
  permalink: 'https://x.com/dekrant/status/1',
  links: [],
  labels: [],
};
const label = (kind: PostLabel['kind'], text: string | null = null, by: PostLabel['by'] = 'platform'): PostLabel => ({ kind, text, by });

function listed(id: string, name: string): Lookup {
  const entity = { id, kind: 'outlet' as const, names: [{ name }], country: 'NL', ids: {} };
  return {
    state: 'listed',
    entity: id,
    slice: { version: '2026-11-01', built: '2026-11-01', entities: { [id]: entity }, claims: [], sources: {} },
  };
}

function shown(part: Partial<PostObservation>, lookups: Partial<PostLookups> = {}): { lead: string; rows: Record<string, string> } {
  const card = makePostCard({ ...post, ...part }, { account: NOTHING, link: null, ...lookups }, NOW);
  const { lead, rows } = postText(card, wordsIn('nl'));
  return {
    lead: plainText(lead),
    rows: Object.fromEntries(
      rows.map(({ question, first = [], lines }) => [question, [...first, ...lines].map(({ text }) => plainText(text)).join(' | ')]),
    ),
  };
}

describe('the card of a post', () => {
  it('has the four rows of every card, and says for each what is not known', () => {
    const { lead, rows } = shown({ published: null });
    expect(lead).toBe('Wie achter @dekrant op X zit, weten we niet.');
    expect(Object.keys(rows)).toEqual(['who', 'when', 'paid', 'made']);
    expect(rows).toEqual({
      who: '@dekrant op X staat niet in onze lijst. Dat zegt niets over het bericht.',
      when: 'We kunnen bij dit bericht geen datum lezen.',
      paid: 'We zien niet staan dat dit reclame is.',
      made: 'We zien hier geen label over AI.',
    });
  });

  it('names the outlet behind the account, and the one behind a link beside it', () => {
    const { lead, rows } = shown(
      {},
      { account: listed('krant', 'De Krant'), link: { host: 'omroep.example', lookup: listed('omroep', 'Omroep') } },
    );
    expect(lead).toContain('De Krant');
    expect(rows.who).toContain('@dekrant op X is een account van De Krant.');
    expect(rows.who).toContain('De link gaat naar omroep.example. Die site is van Omroep.');
  });

  it('names the outlet behind a link where the account is not listed, and says which is which', () => {
    const { lead, rows } = shown({}, { link: { host: 'omroep.example', lookup: listed('omroep', 'Omroep') } });
    expect(lead).toBe('Dit bericht verwijst naar Omroep.');
    expect(rows.who).toContain('@dekrant op X staat niet in onze lijst.');
    expect(
      outletOf(makePostCard(post, { account: NOTHING, link: { host: 'omroep.example', lookup: listed('omroep', 'Omroep') } }, NOW))?.outlet
        .id,
    ).toBe('omroep');
  });

  it('of a search result is about the site that it leads to', () => {
    const part = { kind: 'result', platform: 'google', author: null, published: null, permalink: null } as const;
    const found = shown(part, { account: null, link: { host: 'omroep.example', lookup: listed('omroep', 'Omroep') } });
    expect(found.lead).toContain('Omroep');
    expect(found.rows.who).toContain('Dit resultaat gaat naar omroep.example.');
    const unknown = shown(part, { account: null, link: { host: 'winkel.example', lookup: NOTHING } });
    expect(unknown.lead).toBe('winkel.example staat niet in onze lijst.');
    expect(unknown.rows.who).toBe('winkel.example staat niet in onze lijst. Dat zegt niets over het resultaat.');
  });

  it('says from when it is, how long ago, and where that stands', () => {
    expect(shown({}).rows.when).toBe('20 november 2026, drie dagen geleden | Deze datum staat bij het bericht.');
    expect(shown({ published: { at: '2026-11-20', from: 'id' } }).rows.when).toContain('Deze datum zit in het nummer van het bericht.');
  });

  it('quotes what the platform labels as advertising, the most telling first', () => {
    const { rows } = shown({
      labels: [label('ad', 'Ad'), label('political-ad', 'Betaald door Partij'), label('paid-partnership', null, 'account')],
    });
    expect(rows.paid).toBe(
      'Volgens X is dit politieke reclame. | Er staat: “Betaald door Partij” | Volgens X is dit reclame. | Er staat: “Ad” | Volgens de maker is dit een betaalde samenwerking.',
    );
  });

  it('keeps what is said of the account with the account, and AI with how it was made', () => {
    const { rows } = shown({ labels: [label('automated', 'Automated by @maker', 'account'), label('ai', 'AI info')] });
    expect(rows.who).toContain('Volgens het account plaatst een programma deze berichten. | Er staat: “Automated by @maker”');
    expect(rows.made).toBe('X toont hier een label over AI. | Er staat: “AI info”');
  });

  it('has a sentence for every label in both languages', () => {
    for (const kind of ['ad', 'political-ad', 'paid-partnership', 'automated', 'publisher-context', 'ai', 'parody'] as const)
      for (const by of ['platform', 'account'] as const)
        for (const language of ['nl', 'en'] as const) {
          const card = makePostCard({ ...post, labels: [label(kind, null, by)] }, { account: NOTHING, link: null }, NOW);
          const text = postText(card, wordsIn(language))
            .rows.flatMap(({ first = [], lines }) => [...first, ...lines].map(({ text }) => plainText(text)))
            .join(' ');
          expect(text).not.toMatch(/undefined|\{/);
        }
  });

  it('looks up no name, and says so', () => {
    const { rows } = shown({ platform: 'google', kind: 'result', author: { handle: null, name: 'De Krant', id: null } }, { account: null });
    expect(rows.who).toBe('Hier staat alleen een naam: De Krant. Een naam zoeken we niet op.');
  });

  it('takes no server at its word for an account of another', () => {
    const part = {
      platform: 'mastodon',
      author: { handle: 'nieuws@krant.example', name: null, id: null },
      permalink: 'https://kwaad.example/@nieuws@krant.example/1',
    } as const;
    const { lead, rows } = shown(part, { account: null });
    expect(lead).toBe('Hier staat de naam @nieuws@krant.example op Mastodon.');
    expect(rows.who).toContain('hoort bij een andere server');
  });

  it('says that a part of the list is damaged, and not that the account is not in it', () => {
    const { lead, rows } = shown({}, { account: { state: 'damaged' } });
    expect(lead).not.toContain('niet in onze lijst');
    expect(rows.who).not.toContain('niet in onze lijst');
  });

  it('copies as text with its address and the date of the list', () => {
    const card = makePostCard(post, { account: NOTHING, link: null }, NOW);
    expect(postAsText(card, wordsIn('nl'))).toMatch(/https:\/\/x\.com\/dekrant\/status\/1[\s\S]*Onze lijst van 1 november 2026/);
  });
});

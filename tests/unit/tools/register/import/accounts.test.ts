import { describe, expect, it } from 'vitest';
import { accountText } from '../../../../../tools/register/account-text';
import { toAccount } from '../../../../../tools/register/compile';
import { importAccounts, type SitePage } from '../../../../../tools/register/import/accounts';
import type { Run } from '../../../../../tools/register/import/run';
import { listFolder, notes } from './list';

const CHANNEL = `UC${'aB-_3'.repeat(4)}xy`;
const SITE = { '@type': 'NewsMediaOrganization', name: 'De Polderpost', url: 'https://www.polderpost.example/' };

const block = (node: unknown): string => `<script type="application/ld+json">${JSON.stringify(node)}</script>`;

function page(text: string, more: Partial<SitePage> = {}): SitePage {
  const [host, address] = ['polderpost.example', 'https://www.polderpost.example/'];
  return { text, from: 'voorpagina.html', host, address, day: '2026-11-20', stored: false, ...more };
}

function run(...pages: SitePage[]): Run {
  return importAccounts(pages, listFolder().known());
}

/** `polderpost: X polderpost`, for each proposed account. */
function proposed({ found }: Run): string[] {
  return [...found.values()].flatMap(({ about, proposals }) =>
    proposals.map(({ account }) => `${about}: ${account === undefined ? '?' : accountText(toAccount(account, about))}`),
  );
}

describe('import accounts', () => {
  it('proposes what the organisation of the site names with sameAs, with the page as proof', () => {
    const sameAs = ['https://twitter.com/DePolderpost', `https://www.youtube.com/channel/${CHANNEL}`, 'https://nl.wikipedia.org/wiki/X'];
    const found = run(page(block({ ...SITE, sameAs })));
    expect(proposed(found)).toEqual(['polderpost: X depolderpost', `polderpost: YouTube ${CHANNEL}`]);
    expect(found.leftOut.get('an address that is no account we can read, such as of an encyclopedia, a person or another site')).toBe(1);
    const [one] = [...found.found.values()];
    expect(one?.proposals[0]).toEqual({
      says: 'Volgens polderpost.example is dit een account van De Polderpost: X depolderpost.',
      'look-at': ['https://www.polderpost.example/', 'https://twitter.com/DePolderpost'],
      account: { platform: 'x', handles: ['depolderpost'], proof: [{ kind: 'site-names-it', source: one?.sources[0]?.id }] },
      decision: null,
    });
    expect(one?.sources[0]).toMatchObject({
      kind: 'self',
      title: 'Accounts in de code van een pagina op polderpost.example',
      url: 'https://www.polderpost.example/',
      undated: true,
      retrieved: '2026-11-20',
    });
    expect(one?.sources[0]).not.toHaveProperty('readAs');
  });

  it('says of an older copy that it is one, and takes the day of the article on it', () => {
    const article = {
      '@type': 'NewsArticle',
      datePublished: '2024-05-06T07:00:00+02:00',
      publisher: { ...SITE, sameAs: 'https://x.com/polderpost' },
    };
    const found = run(page(block(article), { stored: true, address: 'https://polderpost.example/2024/dijk' }));
    const [source] = found.found.get('polderpost')?.sources ?? [];
    expect(source).toMatchObject({ published: '2024-05-06', readAs: 'stored-copy', url: 'https://polderpost.example/2024/dijk' });
    expect(source).not.toHaveProperty('undated');
  });

  it('reads rel=me of links that are shown to nobody but programs too, and no other link', () => {
    const html = `
      <link rel="me" href="https://mastodon.example/@polderpost">
      <a class="icoon" rel='noopener ME nofollow' href=https://bsky.app/profile/polderpost.example>B</a>
      <a title="a > b" rel="me" href="https://t.me/polderpost?a=1&amp;b=2">T</a>
      <a href="https://www.facebook.com/deelknop">F</a>
      <a rel="home" href="https://www.instagram.com/some">I</a>
      <a rel="meta" href="https://www.instagram.com/meta">I</a>
      <a data-rel="me" href="https://www.instagram.com/data">I</a>
      <!-- <a rel="me" href="https://x.com/commentaar"></a> -->
      <script>document.write('<a rel="me" href="https://x.com/script"></a>')</script>
      <textarea><a rel="me" href="https://x.com/reactie"></a></textarea>
      <a rel="me" href="javascript:alert(1)">x</a>`;
    expect(proposed(run(page(html)))).toEqual([
      'polderpost: Mastodon polderpost@mastodon.example',
      'polderpost: Bluesky polderpost.example',
      'polderpost: Telegram polderpost',
    ]);
  });

  it('takes nothing of a writer, of another organisation, or of one that stands in something else', () => {
    const author = { '@type': 'Person', sameAs: 'https://x.com/sanne' };
    const other = { '@type': 'Organization', url: 'https://bakkerij.example/', sameAs: 'https://x.com/bakkerij' };
    const inside = { '@type': 'Event', organizer: { '@type': 'Organization', url: SITE.url, sameAs: 'https://x.com/feest' } };
    const source = {
      '@type': 'NewsArticle',
      sourceOrganization: { '@type': 'Organization', name: 'ANP', sameAs: 'https://x.com/persbureau' },
    };
    const found = run(page(block({ '@graph': [{ '@type': 'NewsArticle', author, publisher: other }, other, inside, source] })));
    expect(proposed(found)).toEqual([]);
    expect(found.leftOut.get('an account of a person or another organisation on the page')).toBe(5);
    expect(notes(found)).toContain('voorpagina.html: deze pagina noemt in haar code geen accounts.');
  });

  it('asks about a publisher without an address, and about a server that may be none', () => {
    const publisher = { '@type': 'Organization', name: 'Uitgeverij', sameAs: ['https://x.com/uitgeverij', 'https://club.example/@polder'] };
    const found = run(page(block({ '@type': 'NewsArticle', publisher })));
    const [first, second] = found.found.get('polderpost')?.proposals ?? [];
    expect(first?.notes).toEqual([
      'In de code staat bij deze organisatie geen adres. Gaat het om deze site zelf, en niet om een ander bedrijf? Ze heet daar: "Uitgeverij".',
    ]);
    expect(second?.notes?.at(-1)).toContain('Is dit een server van Mastodon');
  });

  it('goes by the address of the page, never by a name on it', () => {
    const found = run(
      page(block({ ...SITE, sameAs: 'https://x.com/polderpost' }), { host: 'elders.example', address: 'https://elders.example/' }),
    );
    expect(proposed(found)).toEqual([]);
    expect(notes(found)).toContain('https://elders.example/ is volgens onze lijst van niemand.');
  });

  it('proposes an account once, and not what our list has', () => {
    const sameAs = ['https://x.com/polderpost', 'https://twitter.com/Polderpost', 'https://www.instagram.com/polderpost'];
    const folder = listFolder();
    folder.write(
      'entities/nl/polderpost.yaml',
      `${folder.read('entities/nl/polderpost.yaml')}
accounts:
  - platform: instagram
    handles: [polderpost]
    proof: [{kind: site-names-it, source: colofon-polderpost}]
`,
    );
    const found = importAccounts([page(block({ ...SITE, sameAs })), page(block({ ...SITE, sameAs }))], folder.known());
    expect(proposed(found)).toEqual(['polderpost: X polderpost']);
    expect(found.there).toBe(2);
    expect(found.leftOut.get('an account that the pages name more than once')).toBe(3);

    const taken = importAccounts(
      [page(block({ '@type': 'NewsMediaOrganization', sameAs }), { host: 'duinbode.example', address: 'https://duinbode.example/' })],
      folder.known(),
    );
    expect(taken.contradicting).toBe(1);
    expect(taken.found.get('duinbode')?.proposals[1]).toMatchObject({
      beside: ['Instagram polderpost: account van polderpost'],
      notes: [expect.stringContaining('geen adres'), 'In onze lijst is dit account van polderpost. Eén van de twee klopt niet.'],
    });
  });

  it('has a source for each page of a site', () => {
    const found = run(
      page(block({ ...SITE, sameAs: 'https://x.com/polderpost' })),
      page(block({ ...SITE, sameAs: 'https://x.com/polderpost_live' }), { address: 'https://polderpost.example/live' }),
    );
    const ids = found.found.get('polderpost')?.sources.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(2);
    expect(ids.every((id) => /^accounts-polderpost-2026-11-20-[0-9a-f]{6}$/.test(id))).toBe(true);
  });
});

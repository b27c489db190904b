import { createHash } from 'node:crypto';
import { accountIn } from '../../../lib/core/account-address';
import { isDay } from '../../../lib/core/dates';
import { type JsonLd, type JsonNode, textOf, valuesOf } from '../../../lib/core/read/json-ld';
import type { EntityId } from '../../../lib/core/register';
import { accountText } from '../account-text';
import { keyOf, type SourceDraft } from '../proposals';
import type { AccountLine } from '../schema';
import { ImportProblem, plain, plainHost, slug, webAddress } from './clean';
import { type Known, nameOf } from './known';
import { ORGANISATIONS } from './newsmediaorg';
import type { OwnFile } from './own-file';
import { pageJsonLd } from './page-json';
import { relMe } from './rel-me';
import { add, leaveOut, newRun, note, type Run } from './run';

/**
 * The accounts that a site names as its own: `sameAs` of its organisation or publisher in JSON-LD, and `rel=me`. An ordinary link to a
 * platform is no proof: it may be a button to share with, or somebody else's account.
 */

/** A page of a site, with the address at which it was found. */
export interface SitePage extends OwnFile {
  /** A copy that somebody stored earlier, read on `day`. */
  stored: boolean;
}

interface Named {
  address: string;
  /** What the reviewer should know of where it stood. */
  notes: string[];
}

const NO_SITE = 'In de code staat bij deze organisatie geen adres. Gaat het om deze site zelf, en niet om een ander bedrijf?';
const FEDIVERSE = 'Is dit een server van Mastodon of iets dat daarmee praat? Aan het adres is dat niet te zien.';
/** What almost every server of the fediverse is called. */
const KNOWN_SERVER = /mastodon|mstdn|\bsocial\b|toot/;

export function importAccounts(pages: readonly SitePage[], known: Known, run: Run = newRun()): Run {
  for (const page of pages) {
    const about = known.bySite(page.address);
    if (about === null) {
      leaveOut(run, 'a page of a site that is not in our list');
      note(run, null, `${page.address} is volgens onze lijst van niemand. Maak eerst een bestand met deze site.`);
      continue;
    }
    const ld = jsonLdOf(page);
    const named = [...inJsonLd(ld, page, about, known, run), ...relMe(page.text).map((address) => ({ address, notes: [] }))];
    if (named.length === 0) note(run, about, `${page.from}: deze pagina noemt in haar code geen accounts. Probeer de voorpagina.`);
    const source = sourceOf(page, about, ld, known);
    for (const one of named) propose(one, { page, about, source }, known, run);
  }
  return run;
}

/** Without JSON-LD a page can still have links with `rel=me`. */
function jsonLdOf(page: SitePage): JsonLd {
  try {
    return pageJsonLd(page.text, page.from);
  } catch (error) {
    if (!(error instanceof ImportProblem)) throw error;
    return { nodes: [], byId: new Map(), broken: [] };
  }
}

function inJsonLd(ld: JsonLd, page: SitePage, about: EntityId, known: Known, run: Run): Named[] {
  return ld.nodes.flatMap((each) => {
    const addresses = valuesOf(ld, each.node, 'sameAs').filter((value) => typeof value === 'string');
    if (addresses.length === 0) return [];
    const whose = whoseNode(each, ld, page, about, known);
    if (whose === 'other') {
      leaveOut(run, 'an account of a person or another organisation on the page', addresses.length);
      return [];
    }
    const name = plain(textOf(ld, each.node, 'name'));
    const notes = whose === 'site' ? [] : [`${NO_SITE}${name === null ? '' : ` Ze heet daar: "${name}".`}`];
    return addresses.map((address) => ({ address, notes }));
  });
}

/** The organisation at the top of the data, or the publisher of what stands on the page, by its address; a name decides nothing. */
function whoseNode(
  { node, types, path }: JsonNode,
  ld: JsonLd,
  page: SitePage,
  about: EntityId,
  known: Known,
): 'site' | 'unsaid' | 'other' {
  if (!types.some((type) => ORGANISATIONS.has(type))) return 'other';
  const place = path.at(-1);
  if (place !== undefined && place !== 'publisher' && place !== 'sourceOrganization') return 'other';
  const url = webAddress(textOf(ld, node, 'url')) ?? webAddress(node['@id']);
  if (url === null) return place === 'sourceOrganization' ? 'other' : 'unsaid';
  return known.bySite(url) === about || plainHost(url) === page.host ? 'site' : 'other';
}

function sourceOf(page: SitePage, about: EntityId, ld: JsonLd, known: Known): SourceDraft {
  // Two pages of one site on one day are two sources.
  const place = createHash('sha256').update(page.address).digest('hex').slice(0, 6);
  const published = dayOf(ld);
  return {
    id: slug(`accounts-${about}-${page.day}-${place}`),
    kind: 'self',
    title: `Accounts in de code van een pagina op ${page.host}`,
    publisher: nameOf(known, about),
    url: page.address,
    ...(published === null || published > page.day ? { undated: true } : { published }),
    retrieved: page.day,
    ...(page.stored ? { readAs: 'stored-copy' } : {}),
    licence: "of the source's own text; the fact itself is free",
  };
}

/** Of the article on the page, as the page states it: what stands around it is at least as new. */
function dayOf(ld: JsonLd): string | null {
  const article = ld.nodes.find(({ types, path }) => path.length === 0 && types.some((type) => /Article$|^BlogPosting$/.test(type)));
  const day = article === undefined ? '' : textOf(ld, article.node, 'datePublished').slice(0, 10);
  return isDay(day) ? day : null;
}

function propose(
  { address, notes }: Named,
  { page, about, source }: { page: SitePage; about: EntityId; source: SourceDraft },
  known: Known,
  run: Run,
): void {
  const seen = accountIn(address);
  if (seen === null) {
    leaveOut(run, 'an address that is no account we can read, such as of an encyclopedia, a person or another site');
    return;
  }
  const { platform, handle, id } = seen;
  const account: AccountLine = {
    platform,
    ...(id === null ? {} : { stableId: id }),
    ...(handle === null ? {} : { handles: [handle] }),
    proof: [{ kind: 'site-names-it', source: source.id }],
  };
  const listed = { platform, ...(id === null ? {} : { stableId: id }), handles: handle === null ? [] : [{ handle }] };
  const text = accountText(listed);
  const owner = known.byAccount(listed);
  if (owner === about) {
    run.there += 1;
    return;
  }
  if (owner !== null) run.contradicting += 1;
  const asks = platform === 'mastodon' && !KNOWN_SERVER.test(handle?.split('@')[1] ?? '') ? [FEDIVERSE] : [];
  const all = [...notes, ...asks, ...(owner === null ? [] : [`In onze lijst is dit account van ${owner}. Eén van de twee klopt niet.`])];
  const proposal = {
    says: `Volgens ${page.host} is dit een account van ${nameOf(known, about)}: ${text}.`,
    'look-at': [page.address, address],
    ...(owner === null ? {} : { beside: [`${text}: account van ${owner}`] }),
    ...(all.length === 0 ? {} : { notes: all }),
    account,
    decision: null,
  };
  const before = run.found.get(about)?.proposals ?? [];
  if (before.some((each) => keyOf(about, each) === keyOf(about, proposal))) {
    leaveOut(run, 'an account that the pages name more than once');
    return;
  }
  add(run, about, { proposal, entities: [], sources: [source] });
}

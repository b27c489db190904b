import {
  isObject,
  type Json,
  type JsonLd,
  type JsonNode,
  type JsonObject,
  textOf,
  typesOf,
  valuesOf,
} from '../../../lib/core/read/json-ld';
import type { EntityId } from '../../../lib/core/register';
import type { Numbers, SourceDraft } from '../proposals';
import { plain, plainHost, webAddress } from './clean';
import { type Known, nameOf } from './known';
import { type OwnFile, organisationAt, ownerOf, ownSource } from './own-file';
import { pageJsonLd } from './page-json';
import { leaveOut, newRun, note, proposeClaim, proposeNumber, type Run } from './run';

/**
 * What a site says of itself in JSON-LD (schema.org, Organization and NewsMediaOrganization). It names others by their site;
 * a name alone is never matched.
 */

export const ORGANISATIONS = new Set(['NewsMediaOrganization', 'Organization', 'Corporation', 'NGO', 'LocalBusiness', 'OnlineBusiness']);

const PARTIES = [
  ['publisher', 'published-by', 'uitgever'],
  ['parentOrganization', 'part-of', 'moederorganisatie'],
] as const;

const PARENT = 'De site noemt dit de moederorganisatie. Dat is niet altijd de eigenaar.';

interface Context {
  file: OwnFile;
  about: EntityId;
  source: SourceDraft;
  ld: JsonLd;
  known: Known;
  run: Run;
}

export function importNewsMediaOrg(files: readonly OwnFile[], known: Known, run: Run = newRun()): Run {
  for (const file of files) {
    const about = ownerOf(file, known, run);
    if (about === null) continue;
    const ld = pageJsonLd(file.text, file.from);
    if (ld.broken.length > 0) {
      leaveOut(run, 'a block of JSON-LD that is broken', ld.broken.length);
      note(run, about, `${file.from}: een deel van de JSON-LD is stuk en niet gelezen.`);
    }
    const source = ownSource('json-ld', `Gegevens in de code van ${file.host}`, file, nameOf(known, about));
    const context: Context = { file, about, source, ld, known, run };
    const taken = ld.nodes.filter((node) => takeNode(node, context));
    if (taken.length === 0)
      note(
        run,
        about,
        `${file.from}: deze pagina heeft in haar code geen gegevens over de organisatie van ${file.host} zelf. Probeer de voorpagina.`,
      );
  }
  return run;
}

/** Whether the node is about the organisation of the site. */
function takeNode({ node, types, path }: JsonNode, context: Context): boolean {
  const { run } = context;
  // The site of the publisher of every article: what stands around the article is not about the organisation.
  const site = types.includes('WebSite') && path.length === 0;
  if (site) takeParties(node, context);
  if (!types.some((type) => ORGANISATIONS.has(type))) return site;
  if (path.length > 0 && path.at(-1) !== 'publisher') return site;
  if (!isAboutSite(node, context)) {
    leaveOut(run, 'an organisation that is not the one of the site');
    return site;
  }
  takeParties(node, context);
  takeNumbers(node, context);
  takeRest(node, context);
  return true;
}

/** A node speaks about the site when its address is of the site; without an address only a news organisation at the top does. */
function isAboutSite(node: JsonObject, { ld, file, about, known }: Context): boolean {
  const url = webAddress(textOf(ld, node, 'url')) ?? webAddress(node['@id']);
  if (url !== null) return known.bySite(url) === about || plainHost(url) === file.host;
  return node['@type'] === 'NewsMediaOrganization';
}

function takeParties(node: JsonObject, { file, about, source, ld, known, run }: Context): void {
  for (const [key, predicate, what] of PARTIES) {
    for (const value of valuesOf(ld, node, key)) {
      const { name, host } = partyOf(ld, value);
      if (host === null) {
        if (name === null) continue;
        leaveOut(run, 'a party with a name and no site');
        const hints = known.byName(name).filter((id) => id !== about);
        const maybe = hints.length === 0 ? '' : ` Mogelijk is dit: ${hints.join(' of ')}. De naam alleen zegt het niet.`;
        if (!known.byName(name).includes(about)) note(run, about, `${file.host} noemt als ${what}: ${name}, zonder site.${maybe}`);
        continue;
      }
      const organisation = organisationAt(host, what, { about, file, source, name }, known, run);
      if (organisation === null) continue;
      const { notes = [], ...asking } = organisation.asking ?? {};
      proposeClaim(run, known, {
        about,
        line: { [predicate]: organisation.id, sources: [source.id] },
        according: file.host,
        lookAt: [file.address],
        sources: [source],
        ...asking,
        notes: [...(predicate === 'part-of' ? [PARENT] : []), ...notes],
      });
    }
  }
}

function partyOf(ld: JsonLd, value: Json): { name: string | null; host: string | null } {
  if (typeof value === 'string')
    return webAddress(value) === null ? { name: plain(value), host: null } : { name: null, host: plainHost(value) };
  // A person is not passed on: a site's own code is no place to name one from.
  if (!isObject(value) || typesOf(value).includes('Person')) return { name: null, host: null };
  const address = webAddress(textOf(ld, value, 'url')) ?? webAddress(value['@id']);
  return { name: plain(textOf(ld, value, 'name')), host: address === null ? null : plainHost(address) };
}

/** A number is of a legal person. On a title it is a hint about who is behind it, no more. */
function takeNumbers(node: JsonObject, context: Context): void {
  const { file, about, source, ld, known, run } = context;
  const wikidata = /^https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/(Q\d{1,12})$/;
  for (const value of valuesOf(ld, node, 'sameAs')) {
    const qid = typeof value === 'string' ? wikidata.exec(value.trim())?.[1] : undefined;
    if (qid === undefined) {
      leaveOut(run, 'an account or other page of the site (accounts: see import accounts)');
      continue;
    }
    const says = `${file.host} wijst zelf naar Wikidata ${qid}. In onze lijst heet dit ${nameOf(known, about)}.`;
    proposeNumber(run, known, { about, kind: 'qid', value: qid, says, lookAt: [file.address], sources: [source] });
  }
  for (const [kind, value] of legalNumbers(ld, node)) {
    const says = `${file.host} noemt zelf als ${kind.toUpperCase()}-nummer: ${value}.`;
    if (known.entity(about)?.kind !== 'outlet') {
      proposeNumber(run, known, { about, kind, value, says, lookAt: [file.address], sources: [source] });
      continue;
    }
    leaveOut(run, 'a number of a legal person, on the site of a title');
    const owner = known.byNumber(kind, value);
    note(
      run,
      about,
      `${says} ${owner === null ? 'Dat is van een organisatie die niet met dit nummer in onze lijst staat.' : `In onze lijst is dat ${owner}.`}`,
    );
  }
  if (textOf(ld, node, 'vatID') !== '' || textOf(ld, node, 'taxID') !== '') leaveOut(run, 'a tax number, which is never kept');
}

function legalNumbers(ld: JsonLd, node: JsonObject): [keyof Numbers, string][] {
  const found: [keyof Numbers, string][] = [];
  const lei = textOf(ld, node, 'leiCode').replace(/\s/g, '').toUpperCase();
  if (/^[A-Z0-9]{20}$/.test(lei)) found.push(['lei', lei]);
  for (const value of valuesOf(ld, node, 'identifier')) {
    if (!isObject(value)) continue;
    const name = `${textOf(ld, value, 'propertyID')} ${textOf(ld, value, 'name')}`.toLowerCase();
    const digits = textOf(ld, value, 'value').replace(/[\s.]/g, '');
    if (/\b(kvk|kamer van koophandel)\b/.test(name) && /^\d{8}$/.test(digits)) found.push(['kvk', digits]);
    if (/\b(kbo|bce|ondernemingsnummer)\b/.test(name) && /^\d{10}$/.test(digits)) found.push(['kbo', digits]);
  }
  return found;
}

/** Worth the reviewer's eye, and no place for it in our list. */
function takeRest(node: JsonObject, { file, about, ld, known, run }: Context): void {
  const funding = webAddress(textOf(ld, node, 'ownershipFundingInfo'));
  if (funding !== null) note(run, about, `${file.host} zegt hier zelf wie de eigenaar is en waar het geld vandaan komt: ${funding}`);
  const legal = plain(textOf(ld, node, 'legalName'));
  if (legal !== null) {
    const hints = known.byName(legal).filter((id) => id !== about);
    const maybe = hints.length === 0 ? '' : ` Mogelijk is dit: ${hints.join(' of ')}. De naam alleen zegt het niet.`;
    note(run, about, `${file.host} noemt als officiële naam: "${legal}".${maybe}`);
  }
  const begun = plain(textOf(ld, node, 'foundingDate'), 30);
  if (begun === null) return;
  leaveOut(run, 'a year of beginning, for which our list has no place');
  note(run, about, `${file.host} noemt als begin: ${begun}. Onze lijst heeft daar geen plaats voor.`);
}

import type { Disclosure, DisclosureKind } from '../observation';
import { isObject, type Json, type JsonLd, type JsonObject, valuesOf } from './json-ld';
import type { MainNode } from './main-node';
import { plain } from './text';

/** Properties of schema.org (NewsMediaOrganization, Organization, CreativeWork) in which a publisher explains itself. */
const PROPERTIES: Readonly<Record<string, DisclosureKind>> = {
  ownershipFundingInfo: 'ownership',
  publishingPrinciples: 'publishing-principles',
  correctionsPolicy: 'corrections-policy',
  ethicsPolicy: 'ethics-policy',
  masthead: 'masthead',
  diversityPolicy: 'diversity-policy',
  actionableFeedbackPolicy: 'feedback-policy',
  verificationFactCheckingPolicy: 'fact-checking-policy',
  unnamedSourcesPolicy: 'unnamed-sources-policy',
  missionCoveragePrioritiesPolicy: 'mission',
  parentOrganization: 'parent-organisation',
  foundingDate: 'founding-date',
};
const MAX_DISCLOSURES = 24;

/** What the publisher says about itself in this page's JSON-LD. */
export function disclosuresOf(ld: JsonLd, main: MainNode | null, base: string): Disclosure[] {
  const publishers = main ? valuesOf(ld, main.node, 'publisher').filter(isObject) : [];
  const organisations = ld.nodes
    .filter(({ types, path }) => types.some((t) => /^(?:newsmedia)?organization$/i.test(t)) && !path.includes('author'))
    .map(({ node }) => node);
  const nodes = [...(main ? [main.node] : []), ...publishers, ...organisations.slice(0, 5)];
  const found = new Map<string, Disclosure>();
  for (const node of nodes) {
    for (const [property, kind] of Object.entries(PROPERTIES)) {
      for (const value of valuesOf(ld, node, property).slice(0, 3)) {
        const said = disclosure(value, kind, property, base);
        if (said) found.set(`${kind} ${said.url ?? said.text ?? ''}`, said);
      }
    }
  }
  return [...found.values()].slice(0, MAX_DISCLOSURES);
}

function disclosure(value: Json, kind: DisclosureKind, property: string, base: string): Disclosure | null {
  const raw = isObject(value)
    ? firstText(value, 'url', '@id')
    : typeof value === 'string' || typeof value === 'number'
      ? String(value)
      : '';
  const name = isObject(value) ? plain(firstText(value, 'name')) : '';
  const url = webLink(raw, base);
  const text = name !== '' ? name : url === null && !/^\w+:/.test(raw.trim()) ? plain(raw) : '';
  return url === null && text === '' ? null : { kind, url, text: text === '' ? null : text, from: { kind: 'json-ld', name: property } };
}

function firstText(node: JsonObject, ...keys: string[]): string {
  for (const key of keys) {
    const value = node[key];
    if (typeof value === 'string') return value;
  }
  return '';
}

/** An http(s) address without its fragment, or null. A bare word is text, not a relative address. */
function webLink(raw: string, base: string): string | null {
  const text = raw.trim();
  if (!/^(?:https?:\/\/|\/)/i.test(text) || text.length > 1_000 || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  if (!/^https?:$/.test(url.protocol)) return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}

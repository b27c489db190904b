import { createHash } from 'node:crypto';
import type { SourceDraft } from '../proposals';
import { slug } from './clean';
import type { Known } from './known';
import type { Statement } from './wikidata-rows';

/** More references than a reviewer will open. */
const MAX_REFERENCES = 3;

/** Anybody can edit these, so they cannot carry a claim about a person. */
const WIKI = /(^|\.)(wikipedia|wikidata|wikimedia|wiktionary|wikinews|fandom|wikia|wikitia|everybodywiki)\.(org|com)$/;

export interface Reference {
  source: SourceDraft;
  /** It is a source of our list. Of any other the reviewer has to fill in what it is. */
  there: boolean;
  wiki: boolean;
}

/** References with an address. Nobody has opened them yet, so what they are is left for the reviewer to fill in. */
export function referencesOf(statement: Statement, known: Known): Reference[] {
  return statement.references
    .flatMap(({ url, statedIn }): Reference[] => {
      if (url === null) return [];
      const host = new URL(url).hostname.replace(/^www\./, '');
      const wiki = WIKI.test(host);
      const there = known.sourceAt(url);
      if (there !== null) return [{ source: blankSource(there, url, host), there: true, wiki }];
      if (wiki) return [];
      const id = slug(`${host.replaceAll('.', '-')}-${createHash('sha256').update(url).digest('hex').slice(0, 6)}`);
      return [{ source: blankSource(id, url, statedIn ?? host), there: false, wiki }];
    })
    .slice(0, MAX_REFERENCES);
}

function blankSource(id: string, url: string, publisher: string): SourceDraft {
  return {
    id,
    kind: null,
    title: null,
    publisher,
    url,
    published: null,
    retrieved: null,
    licence: "of the source's own text; the fact itself is free",
  };
}

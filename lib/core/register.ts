import type { Day, RoughDate } from './dates';
import type { General } from './general';
import type { Notice, NoticeId } from './notices';
import type { PlatformId } from './post';

/**
 * The register: nothing is an attribute of an outlet, everything is a claim with sources. Ownership is written in the
 * words of the Beneficial Ownership Data Standard (https://standard.openownership.org), so that it can be exchanged.
 */

/** Lower-case letters, digits and hyphens; stable for ever, also when the name changes. */
export type EntityId = string;
export type SourceId = string;

export type EntityKind = 'outlet' | 'organisation' | 'person' | 'family' | 'foundation' | 'public-body' | 'association';

export interface Entity {
  id: EntityId;
  kind: EntityKind;
  /** Current name first. */
  names: Name[];
  /** ISO 3166-1 alpha-2, or null when no source says. */
  country: string | null;
  ids: { qid?: string; kvk?: string; kbo?: string; issn?: string; lei?: string };
  /** Where numbers and former names come from. */
  sources?: SourceId[];
  /** The layer it was taken from, with a licence of its own; absent in the core. */
  layer?: string;
}

export interface Name {
  name: string;
  /** BCP 47, when it is not Dutch. */
  lang?: string;
  valid?: Period;
}

/** Both ends inclusive; an absent end is open. */
export interface Period {
  from?: RoughDate;
  to?: RoughDate;
}

export type Predicate =
  | 'has-form'
  | 'published-by'
  | 'owned-by'
  | 'part-of'
  | 'controlled-by'
  | 'governance-appointed-by'
  | 'funded-by'
  | 'member-of'
  | 'subject-to'
  | 'classified-by';

export type ClaimStatus = 'sourced' | 'self-declared' | 'disputed' | 'superseded' | 'withdrawn';

export interface Claim {
  /** Stable: `subject/predicate/object`, with `@year` where one object occurs more than once. */
  id: string;
  subject: EntityId;
  predicate: Predicate;
  object: ClaimObject;
  valid?: Period;
  /** What the claim is about is known to hold at this date: the newest dated source. Absent when no source has a date. */
  asOf?: RoughDate;
  /** When a keeper last compared claim and sources. */
  checked: Day;
  reviewBy: Day;
  status: ClaimStatus;
  sources: SourceId[];
  interests?: Interest[];
  /** Only with `funded-by`. */
  funding?: Funding;
  /** What the party that the claim is about answered: shown beside it, and changes nothing in it. */
  response?: Response;
}

export interface Response {
  by: EntityId;
  /** Their own words, not ours. */
  words: string;
  lang: string;
  date: Day;
  sources: SourceId[];
}

/**
 * Another entity, a form or legal form from a fixed list, words (of a law or regulator, or of the source for a group without
 * a name of its own, such as "leden" or "oprichters"), income that a source says there is none of, or, as in the standard, the stated absence of an owner: `no-owner` (a
 * source says nobody owns it), `not-disclosed`, `unknown` (a source says it is unknown).
 */
export type ClaimObject =
  | { entity: EntityId }
  | { form: OutletForm }
  | { legalForm: LegalForm }
  | Described
  | { noIncomeFrom: Funding['kind'] }
  | { unspecified: 'no-owner' | 'not-disclosed' | 'unknown' };

/** In the words of the source; `nl` and `en` are the keepers' translation, where the words are of another language. */
export interface Described {
  words: string;
  lang: string;
  nl?: string;
  en?: string;
}

export type OutletForm =
  | 'national-newspaper'
  | 'regional-newspaper'
  | 'local-newspaper'
  | 'newspaper'
  | 'magazine'
  | 'trade-magazine'
  | 'website'
  | 'radio-station'
  | 'television-channel'
  | 'video-service'
  | 'news-agency'
  | 'national-public-broadcaster'
  | 'regional-public-broadcaster'
  | 'local-public-broadcaster'
  | 'public-broadcaster'
  | 'broadcaster'
  | 'browser-extension';

export type LegalForm = 'listed-company' | 'company' | 'public-law-company' | 'foundation' | 'association';

/** One way of holding influence (BODS `interests`). `share` and `votes` only as a source states them, never computed. */
export interface Interest {
  instrument:
    | 'ordinary-share'
    | 'preference-share'
    | 'priority-share'
    | 'certificate'
    | 'appointment'
    | 'statute'
    | 'contract'
    | 'unspecified';
  capital?: Share;
  votes?: Share;
  scope: 'group' | 'these-titles';
  /** Holders that exercise this interest together. */
  jointly?: EntityId[];
}

/** In percent; `unstated` when a source speaks of a shareholder and not of how much. */
export type Share = { exact: number } | { min: number; max: number } | 'majority' | 'not-public' | 'unstated';

/** ISO 4217. */
export type Currency = 'EUR' | 'GBP' | 'USD' | 'CHF' | 'DKK' | 'NOK' | 'SEK' | 'CAD' | 'AUD' | 'JPY';

export interface Funding {
  kind: 'readers' | 'advertisers' | 'public-money' | 'donations' | 'endowment' | 'other';
  year?: number;
  /** `about` when the source rounds ("ruim 21 miljoen"). */
  amount?: { value: number; currency: Currency; about?: true };
  /** Percent of income. */
  share?: number;
  /** The amount or statement is about a group of outlets together, not about this one alone. */
  collective?: true;
  /** Budgeted or promised when the source was written, not known to have been paid. */
  planned?: true;
}

export type SourceKind = 'law' | 'register' | 'regulator' | 'self' | 'press' | 'research' | 'dataset' | 'wiki';

export interface Source {
  id: SourceId;
  /** http(s) only. A source has this or `file`. */
  url?: string;
  /** A document in the register's own files, such as a letter: its path. */
  file?: string;
  title: string;
  publisher: string;
  kind: SourceKind;
  /** The date of the source itself; absent when the source shows none. */
  published?: RoughDate;
  /** The date was inferred from the address or the content, not printed. */
  publishedInferred?: true;
  retrieved: Day;
  /** Read as a copy stored earlier, on the day of `retrieved`; the live page was not opened and may have changed. */
  readAs?: 'stored-copy';
  archiveUrl?: string;
  /** Of the source's own text or data; single facts carry no licence. */
  licence: string;
}

export interface HostRule {
  /** Lower-case, IDN in punycode, no `www.`. */
  host: string;
  match: 'exact' | 'subtree';
  /** Begins with `/`, matches whole path segments. */
  pathPrefix?: string;
  target: HostTarget;
  /** Empty for platforms, redirectors and caches: how an address works is the keepers' own classification. */
  sources: SourceId[];
}

export type HostTarget = { entity: EntityId } | 'platform' | 'redirector' | 'cache';

/** A platform on which a post has an author; on the others there are search results. */
export type AccountPlatform = Exclude<PlatformId, 'bing' | 'brave' | 'duckduckgo' | 'ecosia' | 'google' | 'qwant' | 'startpage'>;

/** An account of an outlet or organisation, of which somebody other than us says so. Nothing here was matched by name. */
export interface ListedAccount {
  platform: AccountPlatform;
  /** Of the platform, the same for ever: a YouTube channel id, a DID of Bluesky, the number of a Facebook page. */
  stableId?: string;
  /** In the one spelling of `handleOn`. Empty where only the stable id is known. */
  handles: AccountHandle[];
  entity: EntityId;
  /** At least one. */
  proof: AccountProof[];
}

export interface AccountHandle {
  handle: string;
  /** A handle can pass to somebody else; after its end it leads nowhere. */
  valid?: Period;
}

/**
 * `site-names-it`: a page of the entity's own site names the account as its own: in its code (JSON-LD `sameAs`, `rel=me`,
 * `twitter:site`, `article:publisher`, `fb:pages`), or as a link or words by which it speaks of the site itself.
 * `handle-is-domain`: the platform checked that the handle is a domain of the entity's.
 */
export interface AccountProof {
  kind: 'site-names-it' | 'handle-is-domain';
  source: SourceId;
}

/** `platform/handle` or `platform#stable-id`: under what an account is filed, in the part that `partOf` this text names. */
export type AccountKey = string;

/** One file of the compiled register: everything needed to answer for the domains in it. */
export interface RegisterPart {
  format: 1;
  /** Of the whole register; the same in every part of one build. */
  version: string;
  /** The newest day on which a keeper compared claims and sources: the date of the edition, not of the build. */
  built: Day;
  /** Rules by registrable domain. */
  hosts: Record<string, HostRule[]>;
  /** By key: once under the stable id and once under each handle. Absent in parts without any, and in those of before there were accounts. */
  accounts?: Record<AccountKey, ListedAccount[]>;
  /** Notices of political advertising; each lies in the part that `partOf` its id names. Absent as `accounts` are. */
  notices?: Record<NoticeId, Notice>;
  /** In one part alone, that of `GENERAL_KEY`. */
  general?: General;
  entities: Record<EntityId, Entity>;
  claims: Claim[];
  sources: Record<SourceId, Source>;
}

export interface PackagedFile {
  file: string;
  /** Of the file as it lies there, packed. */
  sha256: string;
  bytes: number;
}

/** `register/index.json`: how many parts there are (a power of two) and what each should be. */
export interface RegisterIndex {
  format: 1;
  version: string;
  built: Day;
  parts: PackagedFile[];
  counts: { outlets: number; entities: number; claims: number; sources: number; hosts: number };
}

import type { Question } from './core/card';
import { isPost, type PlatformId, type PostObservation } from './core/post';

/** What a chip was clicked on: the page that it stands in, or one post or search result of it, as read at that click. */
export type ChipSubject = { kind: 'page' } | { kind: 'post'; post: PostObservation };

/**
 * Everything page scripts and background say to each other. The background checks sender and shape, and answers with a
 * `Reply`; nothing is thrown across. Popup and panel use no messages: they read a page and use the result.
 */
export interface Messages {
  /** A page was shown on a site where looking is switched on: draw the icon "read". */
  'page-seen': () => void;
  /** Once for each page of a platform: whether any post was recognised, where there must be some. Only a count is kept. */
  'feed-seen': (subject: { platform: PlatformId; recognised: boolean }) => void;
  /** A chip was clicked: give the card of that page or post in sentences. */
  'card-for': (subject: ChipSubject) => ChipCard;
  /** "Meer": the side panel, or in Firefox the panel page in a tab. */
  'open-panel': (subject: ChipSubject) => void;
  /** "Niet meer op deze site", from the chip's own card. */
  'switch-off': (subject: { kind: 'page' }) => void;
}

/** A card in plain sentences: the page script has no texts and draws no HTML. */
export interface ChipCard {
  lead: string;
  rows: { question: Question; label: string; first: ChipLine[]; steps: string[]; lines: ChipLine[] }[];
  more: string;
  close: string;
  /** null in a private window, where no choice is kept. */
  switchOff: string | null;
}

export interface ChipLine {
  text: string;
  small: boolean;
}

export type Problem = 'unknown-message' | 'not-allowed' | 'no-access' | 'failed';
export type Reply<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export type MessageName = keyof Messages;
export type Subject<Name extends MessageName> = Parameters<Messages[Name]>[0];
export type Answer<Name extends MessageName> = ReturnType<Messages[Name]>;

/** A message as it travels: its name, and what it is about. */
export type Envelope = { [Name in MessageName]: EnvelopeOf<Name> }[MessageName];
type EnvelopeOf<Name extends MessageName> =
  Parameters<Messages[Name]> extends [] ? { colofon: Name } : { colofon: Name; subject: Subject<Name> };

/** The shape of what arrives is not trusted: a compromised page process can send anything. */
export function isEnvelope(message: unknown): message is Envelope {
  if (!isObject(message) || !('colofon' in message)) return false;
  const subject = 'subject' in message ? message.subject : null;
  switch (message.colofon) {
    case 'page-seen':
      return true;
    case 'card-for':
    case 'open-panel':
      return (
        isPage(subject) || (isObject(subject) && 'kind' in subject && subject.kind === 'post' && 'post' in subject && isPost(subject.post))
      );
    case 'switch-off':
      return isPage(subject);
    case 'feed-seen':
      return (
        isObject(subject) &&
        'platform' in subject &&
        typeof subject.platform === 'string' &&
        /^[a-z]{1,20}$/.test(subject.platform) &&
        'recognised' in subject &&
        typeof subject.recognised === 'boolean'
      );
    default:
      return false;
  }
}

function isPage(subject: unknown): boolean {
  return isObject(subject) && 'kind' in subject && subject.kind === 'page';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

import type { Question } from './core/card';

/**
 * Everything page scripts and background say to each other. The background checks sender and shape, and answers with a
 * `Reply`; nothing is thrown across. Popup and panel use no messages: they read a page and use the result.
 */
export interface Messages {
  /** A page was shown on a site where looking is switched on: draw the icon "read". */
  'page-seen': () => void;
  /** The chip beside the headline was clicked: read this page and give its card in sentences. */
  'card-for': (subject: { kind: 'page' }) => ChipCard;
  /** "Meer": the side panel, or in Firefox the panel page in a tab. */
  'open-panel': (subject: { kind: 'page' }) => void;
  /** "Niet meer op deze site", from the chip's own card. */
  'switch-off': (subject: { kind: 'page' }) => void;
}

/** A card in plain sentences: the page script has no texts and draws no HTML. */
export interface ChipCard {
  lead: string;
  rows: { question: Question; label: string; steps: string[]; lines: { text: string; small: boolean }[] }[];
  more: string;
  close: string;
  /** null in a private window, where no choice is kept. */
  switchOff: string | null;
}

export type Problem = 'unknown-message' | 'not-allowed' | 'no-access' | 'failed';
export type Reply<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export type MessageName = keyof Messages;
export type Subject<Name extends MessageName> = Parameters<Messages[Name]>[0];
export type Answer<Name extends MessageName> = ReturnType<Messages[Name]>;

export interface Envelope<Name extends MessageName = MessageName> {
  colofon: Name;
  subject?: Subject<Name>;
}

const NAMES: readonly MessageName[] = ['page-seen', 'card-for', 'open-panel', 'switch-off'];

/** The shape of what arrives is not trusted: a compromised page process can send anything. */
export function isEnvelope(message: unknown): message is Envelope {
  if (typeof message !== 'object' || message === null || !('colofon' in message)) return false;
  const { colofon } = message;
  if (!NAMES.some((name) => name === colofon)) return false;
  if (colofon === 'page-seen') return true;
  const subject = 'subject' in message ? message.subject : null;
  return typeof subject === 'object' && subject !== null && 'kind' in subject && subject.kind === 'page';
}

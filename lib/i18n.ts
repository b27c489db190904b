import browser from 'webextension-polyfill';
import type { Settings } from './store/settings';
import { type Language, type Words, wordsIn } from './words/words';

/** The language a person chose, or else the browser's: English for English, Dutch for everything else. */
export function languageFor(settings: Pick<Settings, 'language'>): Language {
  return settings.language ?? (browser.i18n.getUILanguage().toLowerCase().startsWith('en') ? 'en' : 'nl');
}

export function wordsFor(settings: Pick<Settings, 'language'>): Words {
  return wordsIn(languageFor(settings));
}

/** Extension pages say which language they are in, and carry its title. */
export function setDocumentLanguage(document: Document, words: Words, title: string): void {
  document.documentElement.lang = words.language;
  document.title = title;
}

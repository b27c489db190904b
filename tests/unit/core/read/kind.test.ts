import { describe, expect, it } from 'vitest';
import { type KindSigns, kindOf } from '../../../../lib/core/read/kind';

const BARE: KindSigns = {
  status: null,
  path: '/nieuws/brug',
  hasQuery: false,
  title: '',
  headline: '',
  ogType: '',
  mainTypes: [],
  types: [],
  declaresArticle: false,
  hasAuthor: false,
  hasDate: false,
  shownDays: 0,
  proseLength: 0,
  textLength: 200,
};

describe('a page is', () => {
  it.each([
    'Privacy-instellingen',
    'Wij vragen uw toestemming',
    'Wij vragen je toestemming',
    'Votre vie privée',
    'Nous respectons votre vie privée',
    'Gérer vos cookies',
    'We value your privacy',
    'We care about your privacy',
    'Weiterlesen mit Werbung',
    'Continuer sans accepter',
  ])('a wall when its headline asks for consent: %s', (headline) => {
    expect(kindOf({ ...BARE, headline })).toBe('wall');
  });
  it.each(['Inloggen', 'Log in to continue', 'Anmelden oder registrieren', 'Bitte anmelden', 'Se connecter', 'Veuillez vous connecter'])(
    'a wall to log in at: %s',
    (headline) => {
      expect(kindOf({ ...BARE, headline })).toBe('wall');
    },
  );
  it('an article when it has a day of its own and is about privacy or logging in', () => {
    const dated = { ...BARE, declaresArticle: true, hasDate: true };
    expect(kindOf({ ...dated, headline: 'Privacy-instellingen van je telefoon: zo doe je dat' })).toBe('article');
    expect(kindOf({ ...dated, headline: 'Inloggen' })).toBe('article');
    expect(kindOf({ ...BARE, headline: 'Inloggen zonder wachtwoord' })).toBe('other');
  });
  it.each([
    'Pagina niet gevonden',
    'Oeps! Deze pagina bestaat niet meer',
    'We kunnen de pagina niet vinden',
    'Oops! That page can’t be found.',
    'The page you are looking for does not exist',
    'Die gesuchte Seite wurde nicht gefunden',
    'Diese Seite existiert nicht',
    'La page que vous cherchez n’existe pas',
    'Cette page est introuvable',
    'Page non trouvée',
    'Oups ! Cette page n’existe plus',
    'Sorry, we can’t find that page',
    'Wir konnten die Seite nicht finden',
    'Diese Seite gibt es leider nicht',
  ])('an error when its headline says that nothing is there: %s', (headline) => {
    expect(kindOf({ ...BARE, headline })).toBe('error');
  });
  it.each(['Page found in old archive', 'Pagina bestaat tien jaar', 'Seite gefunden', 'Webpagina kost geld'])(
    'no error when something was found: %s',
    (headline) => {
      expect(kindOf({ ...BARE, headline })).toBe('other');
    },
  );
});

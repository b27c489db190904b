import { describe, expect, it } from 'vitest';
import { type Card, type Lookup, makeCard, QUESTIONS, type Reading, type Unlisted, type Unread, type Who } from '../../../lib/core/card';
import type { Observation, PageKind } from '../../../lib/core/observation';
import type { Claim, Entity } from '../../../lib/core/register';
import { dated, evidence, found, observation } from '../support/observation';
import { claim, entity, NOW, shares, slice } from '../support/register';

const ADDRESS = { origin: 'https://www.krant.example', path: '/bericht' };
const people = [entity('outlet', 'De Krant'), entity('organisation', 'Uitgever'), entity('person', 'Anna'), entity('person', 'Bram')];

function listed(claims: Claim[] = [], more: Entity[] = []): Lookup {
  return { state: 'listed', entity: 'de-krant', slice: slice([...people, ...more], claims) };
}

function unlisted(why: Unlisted = 'no-rule'): Lookup {
  return { state: 'unlisted', why, slice: { version: '2026.11.23', built: '2026-11-20' } };
}

function read(details: Partial<Observation> = {}, lookup: Lookup = listed()): Card {
  return makeCard({ state: 'read', observation: observation(details) }, lookup, NOW);
}

function unread(why: Unread, address: Extract<Reading, { state: 'unread' }>['address'] = ADDRESS, lookup: Lookup = listed()): Card {
  return makeCard({ state: 'unread', why, address }, lookup, NOW);
}

function whoIn(lookup: Lookup): Who {
  const { who } = read({}, lookup);
  if (who.state !== 'known' && who.state !== 'conflicting') throw new Error(`expected an answer, got ${who.state}`);
  return who.value;
}

it('asks four questions, in one order', () => {
  expect(QUESTIONS).toEqual(['who', 'when', 'paid', 'made']);
});

describe('the five states', () => {
  it('say absent of a page that was read and says nothing', () => {
    const card = read();
    expect([card.when, card.paid, card.made]).toEqual([{ state: 'absent' }, { state: 'absent' }, { state: 'absent' }]);
  });

  it.each<Unread>(['no-access', 'browser-page', 'pdf', 'not-loaded', 'local-file', 'not-opened', 'reader-broken'])(
    'never say absent of a page that was not read: %s',
    (why) => {
      const card = unread(why);
      expect([card.when, card.paid, card.made]).toEqual(Array(3).fill({ state: 'unread', why }));
    },
  );

  it.each<[PageKind, Unread]>([
    ['front-page', 'not-article'],
    ['search-results', 'not-article'],
    ['wall', 'wall'],
    ['error', 'error-page'],
  ])('never say absent, nor what was found, of a %s', (kind, why) => {
    const card = read({
      kind,
      published: dated('2021-05-03'),
      authors: [found('S. Bakker')],
      paidContent: [found('advertorial' as const)],
    });
    expect([card.when, card.paid, card.made]).toEqual(Array(3).fill({ state: 'unread', why }));
  });

  it.each<PageKind>(['article', 'liveblog', 'video', 'other'])('answer for a page of kind %s', (kind) => {
    expect(read({ kind, published: dated('2021-05-03') }).when.state).toBe('known');
  });

  it('still say who is behind an address of which the page could not be read', () => {
    expect(unread('no-access').who.state).toBe('known');
    expect(read({ kind: 'wall' }).who.state).toBe('known');
  });

  it.each<Unlisted>(['no-rule', 'platform', 'carrier', 'no-host'])('keep unlisted apart from unread, with its reason: %s', (why) => {
    expect(read({}, unlisted(why)).who).toEqual({ state: 'unlisted', why });
  });

  it('call a damaged part unread, for who alone', () => {
    const card = read({ published: dated('2021-05-03') }, { state: 'damaged' });
    expect(card.who).toEqual({ state: 'unread', why: 'damaged' });
    expect(card.when.state).toBe('known');
    expect(card.register).toBeNull();
  });

  it('call a part that lacks the outlet it names damaged, not unlisted', () => {
    const lookup: Lookup = { state: 'listed', entity: 'weg', slice: slice(people, []) };
    expect(read({}, lookup).who).toEqual({ state: 'unread', why: 'damaged' });
  });

  it('say nothing of who without an address, and give the same reason', () => {
    const card = unread('browser-page', null);
    expect(card).toMatchObject({ key: '', host: null, who: { state: 'unread', why: 'browser-page' } });
  });

  it('are known for a listed outlet of which little is known', () => {
    expect(read().who.state).toBe('known');
  });
});

describe('who', () => {
  it('is conflicting when sources disagree anywhere in the chain', () => {
    const claims = [
      claim('De Krant', 'published-by', 'Uitgever'),
      claim('Uitgever', 'owned-by', 'Anna', { sources: ['een'] }),
      claim('Uitgever', 'owned-by', 'Bram', { sources: ['twee'] }),
    ];
    expect(read({}, listed(claims)).who.state).toBe('conflicting');
  });

  it('names the publisher first, then what it is part of, then a whole owner', () => {
    const owner = claim('De Krant', 'owned-by', 'Anna');
    const part = claim('De Krant', 'part-of', 'Bram');
    const publisher = claim('De Krant', 'published-by', 'Uitgever');
    const behind = (...claims: Claim[]) => whoIn(listed(claims)).behind?.id;
    expect(behind(owner, part, publisher)).toBe('uitgever');
    expect(behind(owner, part)).toBe('bram');
    expect(behind(owner)).toBe('anna');
    expect(behind()).toBeUndefined();
  });

  it('does not say that an outlet is of somebody who holds a part of it', () => {
    expect(whoIn(listed([claim('De Krant', 'owned-by', 'Anna', shares(10))])).behind).toBeNull();
  });

  it('does not say that an outlet is of whoever appoints its board', () => {
    expect(whoIn(listed([claim('De Krant', 'governance-appointed-by', 'Anna')])).behind).toBeNull();
  });

  it('does not pick one of two owners', () => {
    expect(whoIn(listed([claim('De Krant', 'owned-by', 'Anna'), claim('De Krant', 'owned-by', 'Bram')])).behind).toBeNull();
    const disagree = [
      claim('De Krant', 'owned-by', 'Anna', { sources: ['een'] }),
      claim('De Krant', 'owned-by', 'Bram', { sources: ['twee'] }),
    ];
    expect(whoIn(listed(disagree)).behind).toBeNull();
  });

  it('does not name one of several who own it together, though the others are not in the list', () => {
    const jointly = { interests: [{ instrument: 'unspecified' as const, scope: 'group' as const, jointly: ['weg'] }] };
    expect(whoIn(listed([claim('De Krant', 'owned-by', 'Anna', jointly)])).behind).toBeNull();
  });

  it('does not name a former publisher', () => {
    const claims = [claim('De Krant', 'published-by', 'Uitgever', { status: 'superseded' }), claim('De Krant', 'owned-by', 'Anna')];
    const who = whoIn(listed(claims));
    expect(who.behind?.id).toBe('anna');
    expect(who.history.map((each) => each.claim.object)).toEqual([{ entity: 'uitgever' }]);
  });

  it('takes the form that holds today, and no legal form for it', () => {
    const claims = [
      claim('De Krant', 'has-form', { legalForm: 'company' }),
      claim('De Krant', 'has-form', { form: 'magazine' }, { status: 'superseded' }),
      claim('De Krant', 'has-form', { form: 'newspaper' }),
    ];
    expect(whoIn(listed(claims)).form?.form).toBe('newspaper');
    expect(whoIn(listed()).form).toBeNull();
  });

  it('keeps everything that sources say it is, and then picks none of them', () => {
    const is = (form: 'magazine' | 'radio-station', details: Partial<Claim> = {}) => claim('De Krant', 'has-form', { form }, details);
    const who = whoIn(listed([is('magazine'), is('radio-station')]));
    expect(who.form).toBeNull();
    expect(who.forms.map(({ claim: { object } }) => object)).toEqual([{ form: 'magazine' }, { form: 'radio-station' }]);
    const twice = whoIn(listed([is('magazine', { asOf: '2020' }), is('magazine', { asOf: '2024' })]));
    expect([twice.form?.form, twice.forms.length]).toEqual(['magazine', 2]);
    const once = whoIn(listed([is('magazine'), is('radio-station', { valid: { to: '2020' } })]));
    expect(once.form?.form).toBe('magazine');
    expect(once.history.map(({ claim: { object } }) => object)).toEqual([{ form: 'radio-station' }]);
  });

  it('sorts the rest by what it is, and keeps what is over apart', () => {
    const words = (text: string) => ({ words: text, lang: 'nl' });
    const claims = [
      claim('De Krant', 'funded-by', words('lezers'), { funding: { kind: 'readers' } }),
      claim('De Krant', 'funded-by', words('fonds'), { funding: { kind: 'other' }, valid: { to: '2020' } }),
      claim('De Krant', 'member-of', words('bond')),
      claim('De Krant', 'member-of', words('raad'), { status: 'superseded' }),
      claim('De Krant', 'subject-to', words('wet')),
      claim('De Krant', 'classified-by', words('besluit')),
      claim('Uitgever', 'member-of', words('van een ander')),
    ];
    const said = (statements: Who['income']) => statements.map(({ claim: { object } }) => ('words' in object ? object.words : ''));
    const who = whoIn(listed(claims));
    expect(said(who.income)).toEqual(['lezers']);
    expect(said(who.memberships)).toEqual(['bond']);
    expect(said(who.classified)).toEqual(['wet', 'besluit']);
    expect(said(who.history).sort()).toEqual(['fonds', 'raad']);
  });
});

describe('when', () => {
  it('gives the day and how long ago it was', () => {
    expect(read({ published: dated('2021-05-03') }).when).toMatchObject({
      state: 'known',
      value: { age: { unit: 'year', count: 5 }, rivals: [] },
    });
  });

  it('is conflicting when the page names another day, and keeps both', () => {
    const { when } = read({ published: dated('2021-05-03', 'json-ld', [evidence('2024-01-09', 'text')]) });
    expect(when).toMatchObject({ state: 'conflicting', value: { published: { day: '2021-05-03' }, rivals: [{ day: '2024-01-09' }] } });
  });

  it('leaves out a change on the day of publication and keeps a later one', () => {
    const change = (day: string) => {
      const { when } = read({ published: dated('2021-05-03'), modified: dated(day) });
      return when.state === 'known' ? when.value.modified?.day : when.state;
    };
    expect(change('2021-05-03')).toBeUndefined();
    expect(change('2021-05-04')).toBe('2021-05-04');
  });

  it('knows a page that names a change only', () => {
    expect(read({ modified: dated('2021-05-03') }).when).toMatchObject({
      state: 'known',
      value: { published: null, modified: { day: '2021-05-03' }, age: null },
    });
  });

  it('gives no age for a day in the future', () => {
    expect(read({ published: dated('2027-01-01') }).when).toMatchObject({ state: 'known', value: { age: null } });
  });
});

describe('paid', () => {
  it('gives every mark on this article', () => {
    const marks = [found('advertorial' as const, 'ADV'), found('sponsored' as const)];
    expect(read({ paidContent: marks }).paid).toEqual({ state: 'known', value: marks });
  });
});

describe('made', () => {
  it.each<[string, Partial<Observation>]>([
    ['a maker', { authors: [found('S. Bakker')] }],
    ['an agency', { agency: [found('ANP')] }],
    ['a genre', { genre: found('opinion' as const) }],
    ['AI', { ai: [found('generated' as const)] }],
    ['a correction', { corrections: [found({ kind: 'correction' as const, day: null })] }],
    ['an earlier place', { syndication: found('Het Blad') }],
  ])('is known when the page names %s', (_, details) => {
    expect(read(details).made.state).toBe('known');
  });

  it('is not absent where a byline stands that gives no name', () => {
    expect(read({ undecided: { date: false, authors: true } }).made).toEqual({ state: 'unread', why: 'undecided-makers' });
    expect(read({ undecided: { date: true, authors: false } }).when).toEqual({ state: 'unread', why: 'undecided-date' });
  });

  it('is not asked of a page that is no article and says nothing', () => {
    expect(read({ kind: 'other' }).made).toEqual({ state: 'unread', why: 'not-article' });
  });

  it('is not known from a paywall alone', () => {
    expect(read({ paywall: found(false) }).made.state).toBe('absent');
  });

  it('keeps an undeclared paywall apart from an open page', () => {
    const paywall = (value: boolean | null) => {
      const { made } = read({ genre: found('opinion' as const), paywall: value === null ? null : found(value) });
      return made.state === 'known' ? made.value.paywall : made.state;
    };
    expect([paywall(null), paywall(true), paywall(false)]).toEqual([null, true, false]);
  });
});

describe('the card itself', () => {
  it('is known by origin and path, and shows the host without www.', () => {
    expect(read()).toMatchObject({ key: 'https://www.krant.example/bericht', host: 'krant.example' });
    expect(unread('no-access', { origin: 'https://nieuws.www.example:8443', path: '/' }).host).toBe('nieuws.www.example:8443');
  });

  it('puts what the site says beside what the list says, also when they differ', () => {
    const card = read({ siteName: found('Heel Anders') });
    expect(card.siteSays.name?.value).toBe('Heel Anders');
    expect(card.who).toMatchObject({ state: 'known', value: { outlet: { id: 'de-krant' } } });
  });

  it('takes no name from a page that is not in the list', () => {
    expect(read({ siteName: found('De Krant') }, unlisted()).who).toEqual({ state: 'unlisted', why: 'no-rule' });
  });

  it('repeats nothing a site says when it was not read', () => {
    expect(unread('no-access').siteSays).toEqual({ name: null, elsewhere: null, disclosures: [] });
  });

  it('says from which edition it is, listed or not', () => {
    const edition = { version: '2026.11.23', built: '2026-11-20', keeper: null };
    expect(read().register).toEqual(edition);
    expect(read({}, unlisted()).register).toEqual(edition);
    expect(read({}, { state: 'unlisted', why: 'no-host', slice: null }).register).toBeNull();
    expect(read({}, { ...unlisted(), keeper: 'De Bibliotheek' }).register).toEqual({ ...edition, keeper: 'De Bibliotheek' });
  });

  it('is the same at every moment of a day', () => {
    const at = (hours: number) =>
      makeCard(
        { state: 'read', observation: observation({ published: dated('2026-11-22') }) },
        listed(),
        new Date(2026, 10, 23, hours, 59),
      );
    expect(at(0)).toEqual(at(23));
  });
});

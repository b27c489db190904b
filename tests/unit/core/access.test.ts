import { describe, expect, it } from 'vitest';
import {
  type AccessPlan,
  type Choices,
  EVERYWHERE,
  isOn,
  isReaderOff,
  patternsFor,
  planAccess,
  registrationsFor,
  type Watched,
} from '../../../lib/core/access';

const HOSTS = { news: ['krant.nl', 'omroep.nl'], social: ['praat.com'] };
const PLATFORMS: readonly Watched[] = [
  { platform: 'praat', hosts: ['praat.com'] },
  { platform: 'zoek', hosts: ['www.zoek.nl'] },
  { platform: 'vrij', hosts: [] },
];
const NOTHING: Choices = { groups: [], sitesOn: [], sitesOff: [] };

function plan(choices: Partial<Choices>, granted: readonly string[]): AccessPlan {
  return planAccess({ ...NOTHING, ...choices }, HOSTS, granted, 'Van wie?');
}

describe('the plan', () => {
  it('is empty when nothing was chosen, whatever the browser allows', () => {
    expect(plan({}, [EVERYWHERE])).toEqual({ everywhere: false, hosts: [], off: [], label: 'Van wie?', readersOff: [] });
    expect(registrationsFor(plan({}, [EVERYWHERE]), PLATFORMS, [])).toEqual([]);
  });

  it('is empty when a choice is not, or no longer, allowed by the browser', () => {
    const chosen: Partial<Choices> = { groups: ['news', 'everywhere'], sitesOn: ['dorp.nl'] };
    expect(plan(chosen, [])).toMatchObject({ everywhere: false, hosts: [] });
    expect(registrationsFor(plan(chosen, []), PLATFORMS, ['dorp.nl'])).toEqual([]);
  });

  it('holds the hosts of a group and single sites, each once', () => {
    const granted = patternsFor(['krant.nl', 'omroep.nl', 'dorp.nl']);
    expect(plan({ groups: ['news'], sitesOn: ['dorp.nl', 'krant.nl'] }, granted).hosts).toEqual(['dorp.nl', 'krant.nl', 'omroep.nl']);
  });

  it('keeps the rest of a group when one host was taken back', () => {
    expect(plan({ groups: ['news'] }, patternsFor(['omroep.nl'])).hosts).toEqual(['omroep.nl']);
  });

  it.each([[[EVERYWHERE]], [['<all_urls>']], [['http://*/*', 'https://*/*']]])('takes %j for every site', (granted) => {
    expect(plan({ groups: ['everywhere'] }, granted).everywhere).toBe(true);
    expect(plan({ groups: ['news'] }, granted)).toMatchObject({ everywhere: false, hosts: ['krant.nl', 'omroep.nl'] });
  });

  it('does not take half of the web for all of it', () => {
    expect(plan({ groups: ['everywhere'] }, ['https://*/*']).everywhere).toBe(false);
  });

  it('takes access to a domain for access to what lies below it, and not the other way round', () => {
    expect(plan({ sitesOn: ['nieuws.omroep.nl'] }, ['*://*.omroep.nl/*']).hosts).toEqual(['nieuws.omroep.nl']);
    expect(plan({ sitesOn: ['omroep.nl'] }, ['*://*.nieuws.omroep.nl/*']).hosts).toEqual([]);
    expect(plan({ sitesOn: ['geenomroep.nl'] }, ['*://*.omroep.nl/*']).hosts).toEqual([]);
  });
});

describe('isOn', () => {
  const some: AccessPlan = { everywhere: false, hosts: ['krant.nl'], off: ['sport.krant.nl'], label: '', readersOff: [] };
  const all: AccessPlan = { everywhere: true, hosts: [], off: ['krant.nl'], label: '', readersOff: [] };

  it('holds for a host and what lies below it', () => {
    expect([isOn('krant.nl', some), isOn('www.krant.nl', some)]).toEqual([true, true]);
  });

  it('does not hold for names that merely end alike', () => {
    expect([isOn('dekrant.nl', some), isOn('krant.nl.anders.nl', some), isOn('nl', some), isOn('', some)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('lets off win from on, with everything below it', () => {
    expect([isOn('sport.krant.nl', some), isOn('live.sport.krant.nl', some)]).toEqual([false, false]);
    expect([isOn('krant.nl', all), isOn('www.krant.nl', all), isOn('dorp.nl', all)]).toEqual([false, false, true]);
    expect(isOn('krant.nl', { ...some, off: ['krant.nl'] })).toBe(false);
  });
});

describe('the registrations', () => {
  const some = (hosts: string[], off: string[] = [], everywhere = false): AccessPlan => ({
    everywhere,
    hosts,
    off,
    label: '',
    readersOff: [],
  });

  it('name each host with what lies below it, and what is off', () => {
    expect(registrationsFor(some(['krant.nl'], ['sport.krant.nl']), PLATFORMS, [])).toEqual([
      { id: 'headline', matches: ['*://*.krant.nl/*'], excludeMatches: ['*://*.sport.krant.nl/*'] },
    ]);
  });

  it('give a platform its own script in place of the one for headlines', () => {
    expect(registrationsFor(some(['krant.nl', 'praat.com', 'www.zoek.nl'], ['oud.praat.com']), PLATFORMS, [])).toEqual([
      { id: 'headline', matches: ['*://*.krant.nl/*'], excludeMatches: ['*://*.oud.praat.com/*'] },
      { id: 'feed-praat', matches: ['*://*.praat.com/*'], excludeMatches: ['*://*.oud.praat.com/*'] },
      { id: 'feed-zoek', matches: ['*://*.www.zoek.nl/*'], excludeMatches: ['*://*.oud.praat.com/*'] },
    ]);
  });

  it('keep to the part of a platform that was switched on by itself', () => {
    expect(registrationsFor(some(['oud.praat.com']), PLATFORMS, ['oud.praat.com'])).toEqual([
      { id: 'feed-praat', matches: ['*://*.oud.praat.com/*'], excludeMatches: [] },
    ]);
  });

  it('stay with the hosts of a platform that are watched, when the whole domain was switched on', () => {
    expect(registrationsFor(some(['zoek.nl']), PLATFORMS, ['zoek.nl']).map(({ id, matches }) => [id, matches])).toEqual([
      ['feed-zoek', ['*://*.www.zoek.nl/*']],
    ]);
  });

  it('look for software that anybody can run on single sites, and everywhere', () => {
    expect(registrationsFor(some(['dorp.nl', 'krant.nl']), PLATFORMS, ['dorp.nl']).at(-1)).toEqual({
      id: 'feed-vrij',
      matches: ['*://*.dorp.nl/*'],
      excludeMatches: [],
    });
  });

  it('name the whole web once, without the platforms that have a script of their own', () => {
    const known = ['*://*.praat.com/*', '*://*.www.zoek.nl/*'];
    expect(registrationsFor(some(['krant.nl'], [], true), PLATFORMS, [])).toEqual([
      { id: 'headline', matches: [EVERYWHERE], excludeMatches: known },
      { id: 'feed-praat', matches: ['*://*.praat.com/*'], excludeMatches: [] },
      { id: 'feed-zoek', matches: ['*://*.www.zoek.nl/*'], excludeMatches: [] },
      { id: 'feed-vrij', matches: [EVERYWHERE], excludeMatches: known },
    ]);
  });
});

describe('isReaderOff', () => {
  it('holds for the versions that the register names, and no other', () => {
    const off = [{ adapter: 'praat', versions: [1, 3] }];
    expect([
      isReaderOff('praat', 1, off),
      isReaderOff('praat', 2, off),
      isReaderOff('zoek', 1, off),
      isReaderOff('praat', 1, undefined),
    ]).toEqual([true, false, false, false]);
  });
});

import { describe, expect, it } from 'vitest';
import { type AccessPlan, type Choices, EVERYWHERE, isOn, patternsFor, planAccess, registrationFor } from '../../../lib/core/access';

const HOSTS = { news: ['krant.nl', 'omroep.nl'], social: ['praat.com'] };
const NOTHING: Choices = { groups: [], sitesOn: [], sitesOff: [] };

function plan(choices: Partial<Choices>, granted: readonly string[]): AccessPlan {
  return planAccess({ ...NOTHING, ...choices }, HOSTS, granted, 'Van wie?');
}

describe('the plan', () => {
  it('is empty when nothing was chosen, whatever the browser allows', () => {
    expect(plan({}, [EVERYWHERE])).toEqual({ everywhere: false, hosts: [], off: [], label: 'Van wie?' });
    expect(registrationFor(plan({}, [EVERYWHERE]))).toBeNull();
  });

  it('is empty when a choice is not, or no longer, allowed by the browser', () => {
    const chosen: Partial<Choices> = { groups: ['news', 'everywhere'], sitesOn: ['dorp.nl'] };
    expect(plan(chosen, [])).toMatchObject({ everywhere: false, hosts: [] });
    expect(registrationFor(plan(chosen, []))).toBeNull();
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
  const some: AccessPlan = { everywhere: false, hosts: ['krant.nl'], off: ['sport.krant.nl'], label: '' };
  const all: AccessPlan = { everywhere: true, hosts: [], off: ['krant.nl'], label: '' };

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

describe('the registration', () => {
  it('names each host with what lies below it, and what is off', () => {
    expect(registrationFor({ everywhere: false, hosts: ['krant.nl'], off: ['sport.krant.nl'], label: '' })).toEqual({
      matches: ['*://*.krant.nl/*'],
      excludeMatches: ['*://*.sport.krant.nl/*'],
    });
  });

  it('names the whole web once', () => {
    expect(registrationFor({ everywhere: true, hosts: ['krant.nl'], off: [], label: '' })).toEqual({
      matches: [EVERYWHERE],
      excludeMatches: [],
    });
  });
});

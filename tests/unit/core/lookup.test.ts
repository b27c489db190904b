import { describe, expect, it, vi } from 'vitest';
import { lookUp } from '../../../lib/core/lookup';
import type { HostRule, HostTarget, RegisterPart } from '../../../lib/core/register';
import { entity, slice } from '../support/register';

function rule(host: string, target: HostTarget, match: HostRule['match'] = 'subtree'): HostRule {
  return { host, match, target, sources: [] };
}

function part(domain: string, ...rules: HostRule[]): RegisterPart {
  return { ...slice([entity('outlet', 'De Krant')], []), hosts: { [domain]: rules } };
}

const krant = part('krant.nl', rule('krant.nl', { entity: 'de-krant' }));
const from = (parts: Record<string, RegisterPart | null>) =>
  vi.fn(async (domain: string) => parts[domain] ?? (domain in parts ? null : part(domain)));

describe('lookUp', () => {
  it('finds an outlet and hands over the part that answers', async () => {
    expect(await lookUp('https://www.krant.nl/bericht', from({ 'krant.nl': krant }))).toEqual({
      state: 'listed',
      entity: 'de-krant',
      slice: krant,
    });
  });

  it('reads one part for one registrable domain', async () => {
    const partFor = from({ 'krant.nl': krant });
    await lookUp('https://a.b.krant.nl/bericht', partFor);
    expect(partFor.mock.calls).toEqual([['krant.nl']]);
  });

  it('calls a host without a rule unlisted, with the edition in which it is not', async () => {
    expect(await lookUp('https://dorp.nl/', from({}))).toEqual({
      state: 'unlisted',
      why: 'no-rule',
      slice: { version: '2026.11.23', built: '2026-11-20' },
    });
  });

  it('never calls a damaged part unlisted', async () => {
    expect(await lookUp('https://krant.nl/', from({ 'krant.nl': null }))).toEqual({ state: 'damaged' });
  });

  it('is damaged when either of two parts is', async () => {
    const platform = part('blogspot.com', rule('blogspot.com', 'platform'));
    expect(await lookUp('https://naam.blogspot.com/', from({ 'naam.blogspot.com': null, 'blogspot.com': platform }))).toEqual({
      state: 'damaged',
    });
    expect(await lookUp('https://naam.blogspot.com/', from({ 'blogspot.com': null }))).toEqual({ state: 'damaged' });
  });

  it('is damaged when the part does not hold the outlet its rule names', async () => {
    const broken = part('krant.nl', rule('krant.nl', { entity: 'weg' }));
    expect(await lookUp('https://krant.nl/', from({ 'krant.nl': broken }))).toEqual({ state: 'damaged' });
  });

  it('says of a publishing platform that it is one', async () => {
    const platform = part('blogspot.com', rule('blogspot.com', 'platform'));
    expect(await lookUp('https://naam.blogspot.com/', from({ 'blogspot.com': platform }))).toMatchObject({
      state: 'unlisted',
      why: 'platform',
    });
  });

  it('says of a redirector or a cache that it carries something', async () => {
    for (const target of ['redirector', 'cache'] as const) {
      const carrier = part('kort.nl', rule('kort.nl', target));
      expect(await lookUp('https://kort.nl/abc', from({ 'kort.nl': carrier }))).toMatchObject({ state: 'unlisted', why: 'carrier' });
    }
  });

  it('looks behind a carrier that shows its target', async () => {
    const address = 'https://l.facebook.com/l.php?u=https%3A%2F%2Fkrant.nl%2Fbericht';
    expect(await lookUp(address, from({ 'krant.nl': krant }))).toMatchObject({ state: 'listed', entity: 'de-krant' });
  });

  it.each(['', 'about:blank', 'javascript:alert(1)', 'https://127.0.0.1/', 'http://localhost:3000/', 'geen adres'])(
    'asks no part about %j, which has no public host',
    async (address) => {
      const partFor = from({});
      expect(await lookUp(address, partFor)).toEqual({ state: 'unlisted', why: 'no-host', slice: null });
      expect(partFor).not.toHaveBeenCalled();
    },
  );
});

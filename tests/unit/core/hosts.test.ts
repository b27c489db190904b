import { describe, expect, it } from 'vitest';
import { filedUnder, findHost, registrableDomains } from '../../../lib/core/hosts';
import type { HostRule, HostTarget } from '../../../lib/core/register';

const rule = (host: string, target: HostTarget | string, more: Partial<HostRule> = {}): HostRule => ({
  host,
  match: 'subtree',
  target: target === 'platform' || target === 'redirector' || target === 'cache' ? target : { entity: String(target) },
  sources: ['s'],
  ...more,
});

const RULES: HostRule[] = [
  rule('nrc.nl', 'nrc'),
  rule('ad.nl', 'ad'),
  rule('vrt.be', 'vrt'),
  rule('vrt.be', 'vrt-nws', { pathPrefix: '/vrtnws' }),
  rule('vrt.be', 'vrt-sport', { pathPrefix: '/vrtnws/sporza' }),
  rule('rtl.nl', 'rtl-nieuws', { pathPrefix: '/nieuws' }),
  rule('knack.be', 'knack'),
  rule('trends.knack.be', 'trends'),
  rule('exact.nl', 'exact', { match: 'exact' }),
  rule('omroep.nl', 'omroep-exact', { match: 'exact' }),
  rule('omroep.nl', 'omroep'),
  rule('krant.co.uk', 'krant-uk'),
  rule('xn--mnchen-3ya.de', 'muenchen'),
  rule('polderpost.example', 'polderpost'),
  rule('blogspot.com', 'platform'),
  rule('schrijver.blogspot.com', 'schrijver', { match: 'exact' }),
  rule('medium.com', 'platform'),
  rule('medium.com', 'redactie-op-medium', { pathPrefix: '/@redactie' }),
  rule('blad.medium.com', 'blad', { match: 'exact' }),
  rule('substack.com', 'platform'),
  rule('github.io', 'platform'),
  rule('wordpress.com', 'platform'),
  rule('t.co', 'redirector'),
  rule('archive.ph', 'cache'),
  rule('news.google.com', 'redirector'),
  rule('google.com', 'google'),
  rule('sites.google.com', 'platform'),
];

const filed = new Map<string, HostRule[]>();
for (const one of RULES) {
  const key = filedUnder(one.host) ?? '';
  filed.set(key, [...(filed.get(key) ?? []), one]);
}

/** The answer in few words: `=nrc`, `platform`, `carrier`, `unlisted` or `no-host:why`. */
function ask(address: string): string {
  const found = findHost(address, (domain) => filed.get(domain) ?? []);
  if (found.kind === 'entity') return `=${found.entity}`;
  if (found.kind === 'no-host') return `no-host:${found.why}`;
  return found.kind === 'carrier' ? `carrier:${found.carrier}` : found.kind;
}

const TABLE: [string, string][] = [
  // The plain case and its spellings.
  ['https://nrc.nl/', '=nrc'],
  ['https://www.nrc.nl/nieuws/2026/11/23/iets-a1', '=nrc'],
  ['http://nrc.nl', '=nrc'],
  ['https://NRC.NL/Nieuws', '=nrc'],
  ['HTTPS://WWW.NRC.NL/', '=nrc'],
  ['https://nrc.nl./', '=nrc'],
  ['https://www.nrc.nl.:443/x', '=nrc'],
  ['https://nrc.nl:8443/', '=nrc'],
  ['https://lezer:geheim@nrc.nl/x', '=nrc'],
  ['https://nrc.nl/?u=https://ad.nl/', '=nrc'],
  ['https://nrc.nl/#https://ad.nl/', '=nrc'],
  ['https://app.nrc.nl/', '=nrc'],
  ['https://a.b.c.nrc.nl/', '=nrc'],
  ['https://www.krant.co.uk/a', '=krant-uk'],
  ['https://sub.krant.co.uk/a', '=krant-uk'],
  ['https://polderpost.example/artikel', '=polderpost'],
  ['https://www.polderpost.example/', '=polderpost'],
  // Look-alikes stay unlisted.
  ['https://nrc.nl.evil.example/', 'unlisted'],
  ['https://nrc-nl.com/', 'unlisted'],
  ['https://nrcnl.nl/', 'unlisted'],
  ['https://xnrc.nl/', 'unlisted'],
  ['https://nrc.com/', 'unlisted'],
  ['https://nrc.nl.com/', 'unlisted'],
  ['https://nrc.nl@evil.example/', 'unlisted'],
  ['https://evil.example/nrc.nl/', 'unlisted'],
  ['https://xn--nc-6kc.nl/', 'unlisted'],
  ['https://nг.nl/', 'unlisted'],
  ['https://ńrc.nl/', 'unlisted'],
  ['https://evil.example/?host=nrc.nl', 'unlisted'],
  ['https://other.co.uk/', 'unlisted'],
  // Both forms of an international name.
  ['https://münchen.de/', '=muenchen'],
  ['https://xn--mnchen-3ya.de/', '=muenchen'],
  ['https://www.MÜNCHEN.de/x', '=muenchen'],
  ['https://ｎｒｃ.nl/', '=nrc'],
  // Sections of a site.
  ['https://www.vrt.be/vrtnws/nl/2026/iets/', '=vrt-nws'],
  ['https://www.vrt.be/vrtnws', '=vrt-nws'],
  ['https://www.vrt.be/VRTNWS/nl', '=vrt-nws'],
  ['https://www.vrt.be/vrtnws/sporza/x', '=vrt-sport'],
  ['https://www.vrt.be/vrtnws-nieuwsbrief', '=vrt'],
  ['https://www.vrt.be/vrtnwsx/nl', '=vrt'],
  ['https://www.vrt.be/nl/vrtnws', '=vrt'],
  ['https://www.vrt.be/', '=vrt'],
  ['https://www.vrt.be/a/../vrtnws/x', '=vrt-nws'],
  ['https://www.rtl.nl/nieuws/artikel/1', '=rtl-nieuws'],
  ['https://www.rtl.nl/boulevard/artikel/1', 'unlisted'],
  ['https://trends.knack.be/economie', '=trends'],
  ['https://www.trends.knack.be/economie', '=trends'],
  ['https://www.knack.be/', '=knack'],
  ['https://mijn.knack.be/', '=knack'],
  ['https://exact.nl/', '=exact'],
  ['https://www.exact.nl/', '=exact'],
  ['https://sub.exact.nl/', 'unlisted'],
  ['https://omroep.nl/', '=omroep-exact'],
  ['https://sub.omroep.nl/', '=omroep'],
  // Carriers are unwrapped, or named.
  ['https://www.google.com/amp/s/www.nrc.nl/nieuws/a', '=nrc'],
  ['https://www-nrc-nl.cdn.ampproject.org/c/s/www.nrc.nl/nieuws/a', '=nrc'],
  ['https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.ad.nl%2Fx&h=AT1', '=ad'],
  ['https://web.archive.org/web/20260101000000/https://www.nrc.nl/x', '=nrc'],
  ['https://www-nrc-nl.translate.goog/x?_x_tr_sl=nl', '=nrc'],
  ['https://t.co/AbC123', 'carrier:redirector'],
  ['https://archive.ph/AbC12', 'carrier:cache'],
  ['https://news.google.com/articles/CBMi', 'carrier:redirector'],
  ['https://www.google.com/search?q=nrc', '=google'],
  // Publishing platforms: only an exact rule names somebody.
  ['https://schrijver.blogspot.com/2026/', '=schrijver'],
  ['https://ander.blogspot.com/2026/', 'platform'],
  ['https://x.schrijver.blogspot.com/', 'platform'],
  ['https://blogspot.com/', 'platform'],
  ['https://blad.medium.com/x', '=blad'],
  ['https://medium.com/@redactie/stuk', '=redactie-op-medium'],
  ['https://medium.com/@redactie2/stuk', 'platform'],
  ['https://medium.com/', 'platform'],
  ['https://iemand.substack.com/p/x', 'platform'],
  ['https://iemand.github.io/', 'platform'],
  ['https://github.io/', 'platform'],
  ['https://blog.wordpress.com/', 'platform'],
  ['https://sites.google.com/view/iemand', 'platform'],
  // No host to look up.
  ['http://127.0.0.1:8080/', 'no-host:ip'],
  ['http://2130706433/', 'no-host:ip'],
  ['http://0x7f.1/', 'no-host:ip'],
  ['http://[::1]/', 'no-host:ip'],
  ['http://[2001:db8::1]:8080/', 'no-host:ip'],
  ['http://localhost:3000/', 'no-host:local'],
  ['http://intranet/', 'no-host:local'],
  ['http://router.lan/', 'no-host:local'],
  ['http://nl/', 'no-host:local'],
  ['http://co.uk/', 'no-host:local'],
  ['https://nrc.nl../', 'no-host:malformed'],
  ['https://.nl/', 'no-host:malformed'],
  ['https://', 'no-host:malformed'],
  ['ftp://nrc.nl/', 'no-host:not-web'],
  ['file:///nrc.nl', 'no-host:not-web'],
  ['javascript:alert(1)', 'no-host:not-web'],
  ['about:blank', 'no-host:not-web'],
  ['chrome-extension://abcdef/popup.html', 'no-host:not-web'],
  ['data:text/html,nrc.nl', 'no-host:not-web'],
  ['nrc.nl', 'no-host:not-web'],
  ['', 'no-host:not-web'],
];

describe('findHost', () => {
  it.each(TABLE)('answers %s with %s', (address, wanted) => {
    expect(ask(address)).toBe(wanted);
  });

  it('asks for no key but the registrable domain and, on a let-out suffix, the one above it', () => {
    const asked: string[] = [];
    findHost('https://a.b.schrijver.blogspot.com/', (domain) => {
      asked.push(domain);
      return [];
    });
    findHost('https://www.krant.co.uk/', (domain) => {
      asked.push(domain);
      return [];
    });
    expect(asked).toEqual(['schrijver.blogspot.com', 'blogspot.com', 'krant.co.uk']);
  });

  it('lets no rule of the suffix name the one who rents below it', () => {
    const outlet = rule('blogspot.com', 'de-verhuurder');
    expect(findHost('https://huurder.blogspot.com/', () => [outlet]).kind).toBe('unlisted');
  });

  it('lets an empty rule match nothing', () => {
    expect(findHost('https://nrc.nl/', () => [rule('', 'alles')]).kind).toBe('unlisted');
  });

  it('gives the same answer whatever the order of the rules', () => {
    const backwards = [...RULES].reverse();
    for (const [address] of TABLE) {
      const shuffled = findHost(address, (domain) => backwards.filter((one) => filedUnder(one.host) === domain));
      expect(shuffled).toEqual(findHost(address, (domain) => filed.get(domain) ?? []));
    }
  });
});

describe('registrableDomains', () => {
  it('names the domains whose part of the register is needed', () => {
    expect(registrableDomains('https://www.nrc.nl/x')).toEqual(['nrc.nl']);
    expect(registrableDomains('https://ander.blogspot.com/')).toEqual(['ander.blogspot.com', 'blogspot.com']);
    expect(registrableDomains('https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.ad.nl%2F')).toEqual(['ad.nl']);
    expect(registrableDomains('http://localhost/')).toEqual([]);
  });
});

const WORDS =
  'de het een gemeente brug water school trein bewoners week maandag straat plan werk fietsers bus boom markt haven wijk huis tuin weg dijk polder'.split(
    ' ',
  );

/** Words in a fixed order, so that every run measures the same page. */
function words(count: number, seed: number): string {
  let state = seed;
  const next = (): string => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return WORDS[(state >>> 16) % WORDS.length] ?? 'de';
  };
  return `${Array.from({ length: count }, next).join(' ')}.`;
}

/** A news article of about 200 KB with navigation, teasers, a figure here and there and structured data; all of it invented. */
export function longArticle(): string {
  const declared = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'Brug over de Zijl weer open',
    datePublished: '2026-11-20T08:00:00+01:00',
    dateModified: '2026-11-21T10:00:00+01:00',
    author: [{ '@type': 'Person', name: 'Ans de Boer' }],
    publisher: { '@type': 'NewsMediaOrganization', name: 'Proefkrant' },
  });
  const link = (at: number): string => `<li><a href="/nieuws/${at}">${words(6, at)}</a></li>`;
  const links = (from: number, count: number): string => `<ul>${Array.from({ length: count }, (_, i) => link(from + i)).join('')}</ul>`;
  const head = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Brug over de Zijl weer open</title>
<link rel="icon" href="data:,"><meta property="og:type" content="article"><meta name="author" content="Ans de Boer">
<style>body{font:16px/1.5 sans-serif}main{display:grid;grid-template-columns:2fr 1fr;gap:1rem;max-width:70rem;margin:auto}</style>
<script type="application/ld+json">${declared}</script></head><body><header><nav>${links(1, 40)}</nav></header><main><article>
<h1>Brug over de Zijl weer open</h1><p>Door Ans de Boer</p><time datetime="2026-11-20T08:00:00+01:00">20 november 2026</time>`;
  const tail = `</article><aside><h2>Meer nieuws</h2>${links(1000, 160)}</aside></main><footer>${links(3000, 40)}</footer></body></html>`;
  let body = '';
  for (let i = 100; head.length + body.length + tail.length < 200_000; i++) body += `<p>${words(60, i)}</p>`;
  return head + body + tail;
}

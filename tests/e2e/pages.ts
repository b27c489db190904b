import type { Answer } from '../../tools/browser/site';

interface ArticleParts {
  headline: string;
  /** As it stands in the code. */
  published?: string;
  author?: string;
  /** Raw HTML put in the head or in the body, for what a test is about. */
  head?: string;
  body?: string;
  /** Instead of the whole of the structured data. */
  jsonLd?: string;
}

/** An ordinary article as news sites write them, with an invented text. */
export function article({
  headline,
  published = '2026-11-20T08:00:00+01:00',
  author = 'Ans de Boer',
  head = '',
  body = '',
  jsonLd,
}: ArticleParts): string {
  const declared = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline,
    datePublished: published,
    author: { '@type': 'Person', name: author },
  });
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${escaped(headline)}</title>
<link rel="icon" href="data:,"><meta property="og:type" content="article">${head}
<script type="application/ld+json">${jsonLd ?? declared}</script></head>
<body><main><article><h1>${escaped(headline)}</h1><p class="byline">Door ${escaped(author)}</p>
<p>De brug over de Zijl gaat volgende week weer open. Dat zei de gemeente maandag. Fietsers hoeven dan niet meer om te rijden.</p>
<p>Het werk duurde zes weken. De oude planken zijn vervangen en de leuning is hoger. De bus rijdt vanaf dinsdag ook weer.</p>
${body}</article></main></body></html>`;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** The smallest file that a browser shows as a PDF. */
export const PDF: Answer = {
  headers: { 'content-type': 'application/pdf' },
  body: '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n',
};

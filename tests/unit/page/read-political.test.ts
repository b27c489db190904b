// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readPage } from '../../../lib/page/read-page';

const NOW = new Date('2026-11-23T12:00:00Z');
const H1 = '<h1>De brug is weer open</h1>';
const STATEMENT = 'Dit is een politieke reclameboodschap';
const NOTICE = '<a href="https://verklaringen.example/v/ab12">Transparantieverklaring</a>';

function paid(body: string): unknown[] {
  const html = `<html lang="nl"><head><title>De brug is weer open</title><meta property="og:type" content="article"></head><body>${body}</body></html>`;
  const seen = readPage(new DOMParser().parseFromString(html, 'text/html'), 'https://www.krantje.example/brug', NOW);
  if (seen === null) throw new Error('the page could not be read');
  return seen.paidContent.map(({ value, text }) => [value, text]);
}

describe('the statement of political advertising', () => {
  it.each([STATEMENT, `${STATEMENT} in het kader van de Provinciale Statenverkiezingen van 2027`])(
    'is about the article as its own kicker: %s',
    (text) => {
      expect(paid(`<article><header><span class="kicker">${text}</span>${H1}</header><p>Tekst.</p></article>`)).toEqual([
        ['political-ad', text],
      ]);
      expect(paid(`<article><header>${H1}<p class="article-eyebrow">${text}</p></header><p>Tekst.</p></article>`)).toEqual([
        ['political-ad', text],
      ]);
    },
  );

  it.each([
    ['of a banner above the headline', `<div><span>${STATEMENT}</span> ${NOTICE}</div><article>${H1}<p>Tekst.</p></article>`],
    ['of a banner that is named so', `<div class="ad-banner"><span class="kicker">${STATEMENT}</span></div><article>${H1}</article>`],
    ['of a banner below it', `<article>${H1}<div>${STATEMENT} ${NOTICE}</div><p>Tekst.</p></article>`],
    ['of a banner beside it', `<article>${H1}<p>Tekst.</p></article><aside><span class="kicker">${STATEMENT}</span></aside>`],
    ['of a teaser', `<div><span class="kicker">${STATEMENT}</span><h3>Stem</h3></div><article>${H1}</article>`],
    ['in its text', `<article>${H1}<p>${STATEMENT}</p><p>Zo luidt de tekst.</p></article>`],
    ['in a longer sentence', `<article><span class="kicker">${STATEMENT}, zegt de toezichthouder</span>${H1}</article>`],
  ])('says nothing about the article %s', (_, body) => {
    expect(paid(body)).toEqual([]);
  });

  it.each(['Politieke reclame', 'Political advertisement', 'Politische Werbung', 'Politieke reclameboodschap'])(
    'is more than the law’s word, which is a subject too: %s',
    (text) => {
      expect(paid(`<article><header><span class="kicker">${text}</span>${H1}</header><p>Tekst.</p></article>`)).toEqual([]);
    },
  );
});

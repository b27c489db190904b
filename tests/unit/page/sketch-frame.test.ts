// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { isFrameSketch } from '../../../lib/core/frame-sketch';
import { sketchFrame } from '../../../lib/page/sketch-frame';

const NOTICE = 'https://verklaringen.example/v/ab12';

function sketch(body: string, top = true) {
  document.body.innerHTML = body;
  const found = sketchFrame(document, 'https://krant.example/dijk', top, false);
  expect(isFrameSketch(found)).toBe(true);
  return found;
}
const LINK = `<a href="${NOTICE}?utm=1#x">Meer informatie</a>`;

describe('a place that can be a label', () => {
  it('is a short text with the links beside it, without what may say who somebody is', () => {
    expect(sketch(`<div><span>Politieke reclame</span> ${LINK}</div>`).places).toEqual([
      { text: 'Politieke reclame', links: [NOTICE], inArticle: false },
    ]);
    expect(sketch(`<div>Politieke reclame ${LINK}</div>`).places[0]).toEqual({
      text: 'Politieke reclame',
      links: [NOTICE],
      inArticle: false,
    });
  });

  it('is the description of a picture, and a picture alone around which there is a link', () => {
    expect(sketch(`<a href="${NOTICE}"><img alt="Dit is een politieke reclameboodschap" src="x.png"></a>`).places[0]?.text).toBe(
      'Dit is een politieke reclameboodschap',
    );
    expect(sketch(`<a href="${NOTICE}"><img alt="" src="x.png"></a>`).places).toEqual([{ text: null, links: [NOTICE], inArticle: false }]);
  });

  it('may lie in a link itself', () => {
    expect(sketch(`<a href="${NOTICE}"><div><b>Politieke reclame</b></div></a>`).places[0]?.links).toEqual([NOTICE]);
  });

  it('stands in the text of an article, where labels are written about', () => {
    const { places } = sketch(`<article><h2>Politieke reclame</h2><p>Zo’n <b>politieke reclame</b> heeft een ${LINK}.</p></article>`);
    expect(places.length).toBeGreaterThan(0);
    expect(places.every(({ inArticle }) => inArticle)).toBe(true);
  });

  it('may stand in a box between the paragraphs of an article', () => {
    expect(sketch(`<article><p>Tekst.</p><div><span>Politieke reclame</span>${LINK}</div></article>`).places[0]?.inArticle).toBe(false);
  });

  it('is no part of a long sentence', () => {
    const long = 'Het kabinet praat al maanden over regels voor reclame. '.repeat(5);
    expect(sketch(`<p>${long}<b>Politieke reclame</b> ${LINK}</p>`).places).toEqual([]);
  });

  it('is not hidden, and no script', () => {
    expect(sketch('<div hidden><span>Politieke reclame</span></div><script>"Politieke reclame"</script>').places).toEqual([]);
  });

  it('in a frame of its own may be any link that is no part of a text', () => {
    expect(sketch(`<div>${LINK}</div>`, false).places).toEqual([{ text: 'Meer informatie', links: [NOTICE], inArticle: false }]);
    expect(sketch(`<div>${LINK}</div>`).places).toEqual([]);
  });

  it('leads to the web only', () => {
    expect(
      sketch('<div><span>Politieke reclame</span><a href="javascript:alert(1)">x</a><a href="mailto:a@b.c">y</a></div>').places[0]?.links,
    ).toEqual([]);
  });

  it('is bounded in number and length', () => {
    const { places } = sketch(
      `<div><b>Politieke reclame</b>${LINK.repeat(60)}</div>`.repeat(200) + `<b>${'politieke reclame '.repeat(100)}</b>`,
    );
    expect(places.length).toBeLessThanOrEqual(40);
  });
});

describe('structured data', () => {
  it('is that of a notice or advertisement, whatever its namespace', () => {
    const data = JSON.stringify({ '@type': 'ttpa:TransparencyNotice', url: NOTICE });
    expect(sketch(`<script type="application/ld+json">${data}</script>`).declared).toEqual([NOTICE]);
  });

  it('of an article about it is none', () => {
    const data = JSON.stringify({ '@type': 'NewsArticle', headline: 'Wat is een TransparencyNotice?' });
    expect(
      sketch(`<script type="application/ld+json">${data}</script><script type="application/ld+json">TransparencyNotice {</script>`)
        .declared,
    ).toEqual([]);
  });
});

describe('frames', () => {
  it('that cannot be looked into are counted, and apart those that can show something', () => {
    const closed = 'sandbox src="https://ads.example/"';
    document.body.innerHTML = `<iframe ${closed}></iframe><iframe ${closed} width="1" height="1"></iframe><iframe ${closed} allowfullscreen></iframe><iframe ${closed} style="display:none"></iframe>`;
    for (const frame of document.querySelectorAll('iframe')) Object.defineProperty(frame, 'contentDocument', { value: null });
    const { closed: all, closedShown } = sketchFrame(document, 'https://krant.example/', true, false);
    expect([all, closedShown]).toEqual([4, 1]);
  });

  it('that can be looked into are read by themselves', () => {
    expect(sketch('<p>Tekst</p>').closed).toBe(0);
  });
});

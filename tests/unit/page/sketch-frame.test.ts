// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
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
      { text: 'Politieke reclame', links: [NOTICE], inArticle: false, bare: false },
    ]);
    expect(sketch(`<div>Politieke reclame ${LINK}</div>`).places[0]).toEqual({
      text: 'Politieke reclame',
      links: [NOTICE],
      inArticle: false,
      bare: false,
    });
  });

  it('is the description of a picture, and a picture alone around which there is a link', () => {
    expect(sketch(`<a href="${NOTICE}"><img alt="Dit is een politieke reclameboodschap" src="x.png"></a>`).places[0]?.text).toBe(
      'Dit is een politieke reclameboodschap',
    );
    expect(sketch(`<a href="${NOTICE}"><img alt="" src="x.png"></a>`).places).toEqual([
      { text: null, links: [NOTICE], inArticle: false, bare: false },
    ]);
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
    expect(sketch(`<div>${LINK}</div>`, false).places).toEqual([{ text: null, links: [NOTICE], inArticle: false, bare: false }]);
    expect(sketch(`<div>${LINK}</div>`).places).toEqual([]);
  });

  it('in a frame of its own is a link with its fellows, since only where they lead counts', () => {
    const links = Array.from({ length: 20 }, (_, at) => `<a href="https://winkel.example/${at}">Nu in de winkel</a>`).join('');
    const { places } = sketch(links + LINK, false);
    expect(places.map((each) => each.links.length)).toEqual([8, 8, 5]);
    expect(places[2]?.links).toContain(NOTICE);
    const long = 'Het kabinet praat al maanden over regels voor reclame. '.repeat(5);
    expect(sketch(`<p>${long}${LINK}</p>`, false).places).toEqual([]);
  });

  it('is no heading, entry, picture or paragraph of a text, also where the page does not say what its article is', () => {
    const text = `<p>${'Het kabinet praat over regels voor reclame. '.repeat(4)}</p>`;
    const figure = `<figure><a href="${NOTICE}"><img alt="Politieke reclame" src="x.png"></a></figure>`;
    const picture = `<figure><a href="${NOTICE}"><img alt="" src="x.png"></a></figure>`;
    const list = `<ul><li><a href="${NOTICE}">Politieke reclame</a></li></ul>`;
    const label = 'Dit is een politieke reclameboodschap';
    for (const part of [
      `<h2>${label}</h2>`,
      `<p>${label} ${LINK}</p>`,
      list,
      figure,
      picture,
      `<blockquote><p>${label}</p></blockquote>`,
    ]) {
      const { places } = sketch(`<main>${text}${part}</main>`);
      expect(places.length).toBeGreaterThan(0);
      expect(places.every(({ inArticle }) => inArticle)).toBe(true);
    }
    // A box of its own among the paragraphs is none of them, whatever it is made of.
    expect(sketch(`<main>${text}<div><p>${label}</p>${LINK}</div>${text}</main>`).places[0]?.inArticle).toBe(false);
    expect(sketch(`<div><h2>${label}</h2>${LINK}</div>`).places[0]?.inArticle).toBe(false);
  });

  it('is found beside a form that has the name of the body', () => {
    expect(sketch(`<form name="body"></form><div><span>Politieke reclame</span>${LINK}</div>`).places[0]?.links).toEqual([NOTICE]);
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

describe('a frame full of links', () => {
  it('costs no more when it has twice as many', () => {
    const looks = (links: number): number => {
      document.body.innerHTML = Array.from({ length: links }, (_, at) => `<a href="https://winkel.example/${at}"><b>x</b></a>`).join('');
      const [closest, attribute] = [vi.spyOn(Element.prototype, 'closest'), vi.spyOn(Element.prototype, 'getAttribute')];
      sketchFrame(document, 'https://reclame.example/', false, false);
      const count = closest.mock.calls.length + attribute.mock.calls.length;
      vi.restoreAllMocks();
      return count;
    };
    const once = looks(1_000);
    expect(once).toBeGreaterThan(0);
    expect(looks(2_000)).toBe(once);
  });
});

describe('a label alone', () => {
  const label = 'Dit is een politieke reclameboodschap';

  it.each([
    `<p>${label}</p>`,
    `<section id="comments"><div><img src="x.png" alt=""><p>${label}</p></div></section>`,
    `<div itemtype="https://schema.org/Comment"><a href="/jan">Jan</a><div>${label}</div></div>`,
  ])('is bare: %s', (html) => {
    expect(sketch(html).places[0]?.bare).toBe(true);
  });

  it('is not beside what an advertisement is made of, in a box that fits the screen', () => {
    expect(sketch(`<div class="responsive"><span>${label}</span><img src="x.png" alt=""></div>`).places[0]?.bare).toBe(false);
  });
});

describe('structured data', () => {
  it('says that the page is a notice of its own address only', () => {
    const page = (url: string) =>
      sketch(`<script type="application/ld+json">${JSON.stringify({ '@type': 'TransparencyNotice', url })}</script>`).isNotice;
    expect([page('https://www.krant.example/dijk/'), page(NOTICE)]).toEqual([true, false]);
  });

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

  it.each([
    ['style="width:0;height:0;border:0"', 0],
    ['style="width: 1px"', 0],
    ['style="position:absolute; left: -9999px"', 0],
    ['style="visibility:hidden"', 0],
    ['style="width:100%;height:10px"', 1],
    ['style="width:0.5em;max-width:0px"', 1],
    ['style="max-width:100%;left:-5px"', 1],
    ['allow="autoplay; fullscreen"', 0],
    ['allowfullscreen title="Video"', 0],
    ['allowfullscreen id="google_ads_iframe_1"', 1],
    ['allowfullscreen name="ad-slot"', 1],
    ['allowfullscreen title="Advertisement"', 1],
    ['allowfullscreen id="adagio-speler"', 0],
    ['allowfullscreen id="ad-slot" width="1" height="1"', 0],
    ['hidden', 0],
  ])('with %s count by what can be seen in them', (attributes, shown) => {
    document.body.innerHTML = `<iframe sandbox ${attributes}></iframe>`;
    for (const frame of document.querySelectorAll('iframe')) Object.defineProperty(frame, 'contentDocument', { value: null });
    expect(sketchFrame(document, 'https://krant.example/', true, false).closedShown).toBe(shown);
  });

  it('may be objects, and lie in an open shadow root', () => {
    document.body.innerHTML = '<embed src="https://ads.example/"><object data="x.pdf" type="application/pdf"></object><div></div>';
    const root = document.querySelector('div')?.attachShadow({ mode: 'open' });
    if (root !== undefined) root.innerHTML = '<fencedframe></fencedframe>';
    expect(sketchFrame(document, 'https://krant.example/', true, false).closed).toBe(2);
  });

  it('that can be looked into are read by themselves', () => {
    expect(sketch('<p>Tekst</p>').closed).toBe(0);
  });
});

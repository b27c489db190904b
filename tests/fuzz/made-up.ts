/** A page as the fuzzer begins with it. */
export interface Page {
  name: string;
  html: string;
  url: string;
}

const TEXT = 'De brug over het kanaal is weer open voor verkeer, zegt de gemeente. Bewoners reageren blij. ';

function page(name: string, head: string, body: string, url = `https://www.krantje.example/binnenland/${name}`, lang = 'nl'): Page {
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>De brug is weer open - Krantje</title>${head}</head><body>${body}</body></html>`;
  return { name, html, url };
}

const ld = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const paragraphs = (count: number): string => `<p>${TEXT.repeat(4)}</p>`.repeat(count);
const links = (count: number): string =>
  `<ul>${Array.from({ length: count }, (_, i) => `<li><a href="/t${i}">Bericht nummer ${i}</a></li>`).join('')}</ul>`;
const teaser = (day: number): string =>
  `<article class="teaser"><a href="/t${day}"><h2>Bericht ${day}</h2></a><time datetime="2024-05-0${day}">${day} mei 2024</time></article>`;

const GRAPH = {
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'NewsArticle',
      '@id': 'https://www.krantje.example/binnenland/graph#artikel',
      mainEntityOfPage: 'https://www.krantje.example/binnenland/graph',
      headline: 'De brug is weer open',
      datePublished: '2024-05-12T14:02:00+02:00',
      dateModified: '2024-05-13T08:00:00Z',
      author: [{ '@id': '#anna' }, { '@type': 'Person', name: 'Jan de Boer' }, { name: 'ANP' }],
      publisher: { '@id': '#krantje' },
      articleSection: ['Binnenland', 'Opinie'],
      isAccessibleForFree: 'False',
      digitalSourceType: 'https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
      correction: { '@type': 'CorrectionComment', text: 'De brug ligt in Oost.', datePublished: '2024-05-14' },
      sponsor: { name: 'Voorbeeldbank' },
    },
    { '@type': 'Person', '@id': '#anna', name: 'Anna Bakker' },
    {
      '@type': 'NewsMediaOrganization',
      '@id': '#krantje',
      name: 'Krantje',
      ownershipFundingInfo: '/eigenaar',
      ethicsPolicy: 'https://www.krantje.example/code?van=brug#kop',
      foundingDate: '1901',
      parentOrganization: { name: 'Voorbeeldgroep' },
    },
    { '@type': 'WebPage', datePublished: '2024-05-11' },
  ],
};

/** Pages of our own making, one for each way in which pages state what the reader looks for. */
export const MADE_UP: readonly Page[] = [
  page(
    'graph',
    `${ld(GRAPH)}<meta property="og:site_name" content="Krantje"><meta property="og:type" content="article"><link rel="canonical" href="/binnenland/graph">
     <meta property="article:published_time" content="2024-05-12T14:02:00+02:00"><meta name="ai-disclosure" content="ai-assisted">`,
    `<header>${links(12)}</header><main><article><span class="kicker">Advertorial</span><h1>De brug is weer open</h1><p class="byline">Door <a rel="author" href="/a">Anna Bakker</a> en Jan de Boer</p>
     <time datetime="2024-05-12T14:02:00+02:00">12 mei 2024, 14:02</time><p>DEN HAAG (ANP) – ${TEXT}</p>${paragraphs(6)}
     <p>Correctie 13 mei 2024: in een eerdere versie lag de brug in West.</p><p>Dit artikel verscheen eerder in Ander Blad.</p></article><aside>${teaser(1)}${teaser(2)}</aside></main>`,
  ),
  page(
    'metas',
    `<meta name="author" content="Anna Bakker, Jan de Boer &amp; Belga"><meta name="DC.date.issued" content="2024-05-12"><meta name="sailthru.date" content="2024-05-12 14:02:00">
     <meta name="parsely-author" content="Anna Bakker"><meta property="og:updated_time" content="1715515320"><meta name="twitter:label1" content="Geschreven door"><meta name="twitter:data1" content="Anna Bakker">
     <meta property="article:section" content="Opinie"><meta property="article:content_tier" content="locked"><meta name="original-source" content="https://www.anderblad.example/brug"><link rel="canonical" href="https://www.anderblad.example/brug">`,
    `<h1>De brug is weer open</h1>${paragraphs(5)}<p>${TEXT} (Belga)</p>`,
  ),
  page(
    'microdata',
    '',
    `<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">De brug is weer open</h1><span itemprop="author" itemscope><span itemprop="name">Anna Bakker</span></span>
     <meta itemprop="datePublished" content="2024-05-12T12:02:00Z"><time itemprop="dateModified" datetime="2024-05-14">14 mei 2024</time><div itemprop="articleBody">${paragraphs(5)}</div></div>`,
  ),
  page(
    'rdfa',
    '',
    `<div vocab="https://schema.org/" typeof="NewsArticle"><h1 property="headline">De brug is weer open</h1><span property="schema:author">Anna Bakker</span>
     <span property="schema:datePublished" content="2024-05-12">12 mei 2024</span><div property="articleBody">${paragraphs(5)}</div></div>`,
  ),
  page(
    'zichtbaar',
    '',
    `<nav>${links(8)}</nav><h1>De brug is weer open</h1><div class="meta">Van onze verslaggever <b>Anna Bakker</b> · Gepubliceerd op zondag 12 mei 2024 om 14:02 · Bijgewerkt 13 mei 2024</div>${paragraphs(4)}<div class="comments">${teaser(5)}</div>`,
  ),
  page(
    'vor-stunden',
    '',
    `<h1>Die Brücke ist wieder offen</h1><p>Von Anna Müller-Lüdenscheidt, vor 3 Stunden</p>${paragraphs(3)}`,
    undefined,
    'de',
  ),
  page(
    'hier',
    '',
    `<h1>Le pont est rouvert</h1><p>Par Anne Dupont, publié le 12 mai 2024 à 14h02, mis à jour hier à 10:00</p>${paragraphs(3)}`,
    undefined,
    'fr',
  ),
  page(
    'us',
    '',
    `<h1>The bridge is open again</h1><p>By Ann Baker and John O’Neil</p><p>03/05/2021 2:02 PM</p>${paragraphs(3)}`,
    undefined,
    'en',
  ),
  page('adres', '', `<h1>De brug is weer open</h1>${paragraphs(3)}`, 'https://www.krantje.example/2024/05/12/brug?wie=anna#kop'),
  page(
    'voorpagina',
    '<meta property="og:type" content="website">',
    `<h1>Krantje</h1>${[1, 2, 3, 4, 5, 6].map(teaser).join('')}`,
    'https://www.krantje.example/',
  ),
  page('fout', '', '<h1>404: pagina niet gevonden</h1><p>12 mei 2024</p>'),
  page(
    'live',
    ld({
      '@type': 'LiveBlogPosting',
      headline: 'De brug is weer open',
      datePublished: '2024-05-12',
      liveBlogUpdate: [{ '@type': 'BlogPosting', datePublished: '2024-05-13', author: 'Anna Bakker' }],
    }),
    `<h1>De brug is weer open</h1>${[1, 2, 3, 4, 5].map((day) => `<article><time datetime="2024-05-12T0${day}:00:00+02:00">0${day}:00</time><p>${TEXT}</p></article>`).join('')}`,
  ),
  page(
    'video',
    ld({ '@type': 'VideoObject', name: 'De brug is weer open', uploadDate: '2024-05-12', author: 'Anna Bakker' }),
    '<h1>De brug is weer open</h1><video></video>',
  ),
  page(
    'script',
    '',
    `<h1>De brug is weer open</h1><div class="post-date">12.05.2024</div>${paragraphs(1)}<script>window.data={"publishedAt":"2024-05-12T14:02:00Z","a":1}</script>`,
  ),
  page(
    'kapot',
    `<script type="application/ld+json">/*<![CDATA[*/{"@type":"NewsArticle","headline":"De brug\nis weer open","datePublished":"2024-05-12",}/*]]>*/</script>`,
    `<h1>De brug is weer open</h1>${paragraphs(2)}`,
  ),
  page('leeg', '', '<div id="app"></div>'),
];

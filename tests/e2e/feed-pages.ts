import { escaped } from './pages';

/** Feeds and results as the platforms build them, with styles that matter to a chip: rows that truncate, a menu at the far end. Invented. */
export const X_HOME = 'https://x.com/home';
export const GOOGLE = 'https://www.google.com/search?q=dijk';

interface PostParts {
  name?: string;
  handle?: string;
  text?: string;
  /** Raw HTML after the text. */
  more?: string;
}

export function xAddress(at: number, handle = `dijkwacht${at}`): string {
  return `/${handle}/status/${2_016_058_596_782_670_000n + BigInt(at)}`;
}

/** One post, about 60 elements. Every fifth has a link to a site of our list. */
export function xPost(at: number, { name = `Dijkwacht ${at}`, handle = `dijkwacht${at}`, text, more = '' }: PostParts = {}): string {
  const link = at % 5 === 0 ? ' <a href="https://t.co/AAAAAAAAA1"><span aria-hidden="true">https://</span>nrc.nl/nieuws/dijk</a>' : '';
  const said = text ?? `Bericht nummer ${at}: de dijk bij Waterdorp houdt, en de polder blijft droog. `;
  const action = (what: string): string =>
    `<div class="r"><button data-testid="${what}"><div dir="ltr" class="r"><div class="icon"><svg viewBox="0 0 24 24"><g><path d="M3 3h18v18H3z"></path></g></svg></div><div><span><span>${at}</span></span></div></div></button></div>`;
  return `<div data-testid="cellInnerDiv"><div class="cell"><article role="article" data-testid="tweet" tabindex="0"><div class="r">
<div class="side"><div data-testid="Tweet-User-Avatar"><a href="/${handle}" role="link" aria-hidden="true" tabindex="-1"><div class="face"></div></a></div></div>
<div class="main"><div class="head r"><div class="r shrink"><div data-testid="User-Name" class="r shrink">
<div class="shrink"><div class="shrink"><a href="/${handle}" role="link" class="shrink r"><div dir="ltr" class="cut bold"><span><span>${escaped(name)}</span></span></div><div class="mark"><span><svg data-testid="icon-verified" viewBox="0 0 22 22"><path d="M2 2h18v18H2z"></path></svg></span></div></a></div></div>
<div class="r shrink after"><div class="r shrink"><div class="shrink"><a href="/${handle}" role="link" tabindex="-1" class="shrink"><div dir="ltr" class="cut soft"><span>@${handle}</span></div></a></div><div dir="ltr" aria-hidden="true" class="dot soft"><span>·</span></div><div class="r fixed"><a href="${xAddress(at, handle)}" role="link" dir="ltr" class="soft"><time datetime="2026-11-20T08:00:00.000Z">20 nov</time></a></div></div></div>
</div></div><div class="r menu"><button data-testid="caret" aria-label="Meer"><div class="icon"><svg viewBox="0 0 24 24"><g><path d="M3 12h18"></path></g></svg></div></button></div></div>
<div><div data-testid="tweetText" dir="auto" lang="nl"><span>${escaped(said)}</span>${link}</div></div>${more}
<div role="group" class="r group">${['reply', 'retweet', 'like', 'bookmark'].map(action).join('')}</div></div></div></article></div></div>`;
}

const X_CSS = `*{box-sizing:border-box}body{margin:0;font:15px/20px system-ui,sans-serif;color:#0f1419;background:#fff}
div{display:flex;flex-direction:column;min-width:0;position:relative;align-items:stretch}a{color:inherit;text-decoration:none}button{all:unset;cursor:pointer}
span div,div[dir]{display:block}.r{flex-direction:row}.shrink{flex-shrink:1;max-width:100%}a.r{display:flex}.fixed{flex-shrink:0}
.cut{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.bold{font-weight:700}.soft{color:#536471}.after{margin-left:4px}.dot{padding:0 4px;flex-shrink:0}
.cell{border-bottom:1px solid #eff3f4}article{display:flex;flex-direction:column;padding:12px 16px;cursor:pointer;outline:0}.side{flex:0 0 40px;margin-right:8px}
.face{width:40px;height:40px;border-radius:50%;background:#cfd9de}.main{flex:1 1 0}.head{justify-content:space-between;align-items:flex-start;margin-bottom:2px}
.mark svg{width:18px;height:18px;fill:#1d9bf0;margin-left:2px}.mark{flex-shrink:0}.menu{margin-left:20px;flex-shrink:0}.icon svg{width:18px;height:18px;fill:none;stroke:#536471}
[data-testid=tweetText]{display:block;overflow-wrap:break-word;white-space:pre-wrap}.group{justify-content:space-between;margin-top:12px;max-width:425px;color:#536471}
#react-root{max-width:600px;margin:0 auto;border:solid #eff3f4;border-width:0 1px}main{display:block}`;
const X_DARK = 'body{color:#e7e9ea;background:#000}.soft,.group{color:#71767b}.cell,#react-root{border-color:#2f3336}';

interface PageParts {
  dark?: boolean;
  /** Raw HTML at the end of the head or of the body. */
  head?: string;
  tail?: string;
  lang?: string;
}

export function xPage(posts: readonly string[], { dark = false, head = '', tail = '', lang = 'nl' }: PageParts = {}): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Startpagina / X</title><link rel="icon" href="data:,">
<style>${X_CSS}${dark ? X_DARK : ''}</style>${head}</head><body><div id="react-root"><main role="main"><section><div id="feed">${posts.join('')}</div></section></main></div>${tail}</body></html>`;
}

export function xPosts(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => xPost(from + i));
}

/** One result of a desktop page. Every fifth leads to a site of our list. */
export function googleResult(at: number): string {
  const host = at % 5 === 0 ? 'www.nrc.nl' : `krant${at}.example`;
  return `<div class="MjjYud"><div class="g" data-rpos="${at}"><div><div class="kb0PBd"><div class="yuRUbf"><span><a href="https://${host}/nieuws/${at}" data-ved="2ah${at}"><h3>Dijk bij Waterdorp wordt hoger, deel ${at}</h3><br><div class="top"><div class="row"><span class="ico"></span><div><div><span class="nm">Krant ${at}</span></div><div class="ad"><cite role="text">https://${host}<span role="text"> › nieuws › ${at}</span></cite></div></div></div></div></a></span><div class="more"><div role="button" tabindex="0" aria-label="Over dit resultaat"><svg viewBox="0 0 24 24"><path d="M12 8v8"></path></svg></div></div></div></div>
<div class="kb0PBd"><div class="VwiC3b"><span><span>3 dagen geleden — </span></span><span>De dijk wordt een meter hoger. Dat zei het <em>waterschap</em> maandag. Het werk duurt zes weken.</span></div></div><div class="kb0PBd"><div><span>Gevonden:</span> <span>dijk</span> <a href="/search?q=dijk+${at}">Meer</a></div></div></div></div></div>`;
}

const GOOGLE_CSS = `body{margin:0;font:14px/1.58 arial,sans-serif;color:#1f1f1f;background:#fff}#search{max-width:652px;margin:0 180px}a{text-decoration:none;color:#1a0dab}
.MjjYud{margin-bottom:30px}.yuRUbf{position:relative}h3{display:inline-block;font:400 22px/1.3 arial;margin:26px 0 3px;padding-top:5px;line-height:1.3}
.top{position:absolute;left:0;top:0;color:#1f1f1f}.row{display:flex;align-items:center}.ico{width:28px;height:28px;border-radius:50%;background:#e8eaed;margin-right:12px}
.nm{font-size:14px;line-height:20px;display:block}.ad{font-size:12px;line-height:18px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;max-width:480px}cite{font-style:normal;color:#4d5156}
.more{position:absolute;top:6px;left:330px;width:18px}.more svg{width:18px;height:18px;stroke:#70757a}@media(max-width:700px){#search{margin:0 16px}.ad{max-width:200px}}`;
const GOOGLE_DARK =
  'body{color:#e8eaed;background:#202124}a{color:#99c3ff}.top,.nm{color:#dadce0}cite{color:#bdc1c6}.ico{background:#3c4043}';

export function googlePage(results: readonly string[], { dark = false, head = '', tail = '', lang = 'nl' }: PageParts = {}): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>dijk - Google Zoeken</title><link rel="icon" href="data:,">
<style>${GOOGLE_CSS}${dark ? GOOGLE_DARK : ''}</style>${head}</head><body><div id="main"><div id="search"><div id="rso">${results.join('')}</div></div></div>${tail}</body></html>`;
}

export function googleResults(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => googleResult(from + i));
}

/** The page of one video, with the parts that say what it is. */
export const YOUTUBE_WATCH = 'https://www.youtube.com/watch?v=DDDDDDDDDD1';
export const YOUTUBE_PAGE = `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Dijk - YouTube</title><link rel="icon" href="data:,"></head><body><ytd-app><ytd-page-manager>
<ytd-watch-flexy video-id="DDDDDDDDDD1"><div id="microformat"><ytd-player-microformat-renderer><script type="application/ld+json">{"@context":"https://schema.org","@type":"VideoObject","embedUrl":"https://www.youtube.com/embed/DDDDDDDDDD1","uploadDate":"2026-03-02T06:00:12-08:00","author":"Omroep Voorbeeld"}</script></ytd-player-microformat-renderer></div>
<ytd-watch-metadata><h1><yt-formatted-string>De dijk</yt-formatted-string></h1><div id="owner"><ytd-video-owner-renderer><div id="upload-info"><ytd-channel-name id="channel-name"><yt-formatted-string id="text"><a href="/@omroepvoorbeeld">Omroep Voorbeeld</a></yt-formatted-string><ytd-badge-supported-renderer><div class="badge"><yt-icon></yt-icon></div></ytd-badge-supported-renderer></ytd-channel-name><yt-formatted-string id="owner-sub-count">12 abonnees</yt-formatted-string></div></ytd-video-owner-renderer></div></ytd-watch-metadata>
</ytd-watch-flexy></ytd-page-manager></ytd-app></body></html>`;

/** Remembers where everything stood before any chip could come. */
export const REMEMBER = `<script>
window.placesNow = () => [...document.querySelectorAll('body *')].filter((each) => each.attributes.length > 0 || each.childNodes.length > 0).map((each) => { const { x, y, width, height } = each.getBoundingClientRect(); return [each.localName, x + scrollX, y + scrollY, width, height].join(' '); });
window.placesBefore = window.placesNow(); window.shift = 0;
if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) new PerformanceObserver((list) => { for (const each of list.getEntries()) window.shift += each.value; }).observe({ type: 'layout-shift', buffered: true });
</script>`;

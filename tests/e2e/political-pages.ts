import type { Reader } from '../../tools/browser/reader';
import { type Surface, visibleText, waitFor } from '../../tools/browser/surface';
import { escaped } from './pages';

export const LABEL = 'Dit is een politieke reclameboodschap';
export const CLOSED = 'We konden niet alle advertenties op deze pagina lezen.';
export const TITLE = 'Reclame op deze pagina';

/** Where a notice stands, by the addresses in the register; the register has only some of them. */
export function noticeAddress(id: string): string {
  return `https://politiekereclame.nl/transparantie-verklaringen/${id}`;
}

/** One that the register has. */
export const LISTED = noticeAddress('kdldpv');

/** An advertisement as it is drawn in a page or in a frame of its own. */
export function ad(notice: string, label = LABEL): string {
  return `<div class="ad"><span>${label}</span> <a href="${notice}">Transparantieverklaring</a></div>`;
}

/** The same as a page by itself, for a frame. */
export function adPage(id: string, more = ''): string {
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Reclame</title></head><body>${ad(noticeAddress(id))}${more}</body></html>`;
}

export function srcdoc(html: string): string {
  return `<iframe srcdoc="${escaped(html)}" width="300" height="90"></iframe>`;
}

export function framed(address: string, more = ''): string {
  return `<iframe src="${address}" width="300" height="90" ${more}></iframe>`;
}

/** A page with this beside its article. */
export function beside(article: string, html: string): string {
  return article.replace('</main>', `</main><aside>${html}</aside>`);
}

/** The popup once everything was looked for; what stands under "Reclame op deze pagina", empty where nothing does. */
export async function popupAround(reader: Reader): Promise<{ popup: Surface; around: string }> {
  const popup = await reader.clickToolbar();
  await waitFor(popup, 'a finished popup', () => document.documentElement.dataset.ready !== undefined);
  return { popup, around: await popup.run(() => document.querySelector<HTMLElement>('.around')?.innerText.replace(/\s+/g, ' ') ?? '') };
}

/** From the popup, by its own button: in both browsers the way a person gets there. */
export async function panelOf(reader: Reader, popup: Surface): Promise<Surface> {
  if (reader.browser === 'firefox') await reader.closePopup();
  else await popup.run(() => document.querySelector<HTMLElement>('header button')?.click());
  const panel = await reader.panel();
  await waitFor(panel, 'a panel with its facts', () => document.querySelector('[data-fact="paid"]') !== null);
  return panel;
}

/** The numbers of the notices that the panel leads to, in its order. */
export async function noticesIn(panel: Surface): Promise<string[]> {
  return panel.run(() =>
    Array.from(document.querySelectorAll<HTMLAnchorElement>('[data-fact="around"] a[href*="/transparantie-verklaringen/"]'), ({ href }) =>
      href.replace(/^.*\//, ''),
    ),
  );
}

export async function wordsOf(surface: Surface): Promise<string> {
  return (await visibleText(surface)).replace(/\s+/g, ' ');
}

import type { Plugin } from 'vite';

/**
 * The content security policy of the whole extension (docs/decisions/updates.md). `https:` in `connect-src` is for the
 * updates of the register, whose address an administrator may set; only the background uses it, and every page narrows the
 * policy again (`pagesStayInside`). Firefox fetches through a frame of its own, which must be allowed to stand in the background.
 */
export function contentSecurityPolicy(browser: string): string {
  const firefox = browser === 'firefox';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self' https:",
    ...(firefox ? ["frame-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${firefox ? "'self'" : "'none'"}`,
  ].join('; ');
}

/** What every page of the extension adds to the policy: it cannot ask anything of the network, nor open a frame. */
export const PAGE_POLICY = "connect-src 'self'; frame-src 'none'";

/** Puts `PAGE_POLICY` first in the head of every page that is built. */
export function pagesStayInside(): Plugin {
  return {
    name: 'pages-stay-inside',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY }, injectTo: 'head-prepend' },
    ],
  };
}

/**
 * Addresses that a page marks with `rel=me` as its own elsewhere (https://microformats.org/wiki/rel-me), without a parser: the page is
 * somebody else's, and nothing else of it is wanted. Comments and scripts are left out.
 */
export function relMe(html: string): string[] {
  const found: string[] = [];
  const shown = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<(script|style|template|noscript|textarea)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ');
  for (const [tag] of shown.matchAll(/<(?:a|link)\s(?:[^<>"']|"[^"]*"|'[^']*')*>/gi)) {
    const rel = attributeIn(tag, 'rel');
    const href = attributeIn(tag, 'href');
    if (rel?.toLowerCase().split(/\s+/).includes('me') && href !== null) found.push(href.trim());
  }
  return [...new Set(found)];
}

function attributeIn(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? null : value.replace(/&amp;|&#38;|&#x26;/gi, '&');
}

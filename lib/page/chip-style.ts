import type { Stand } from './chip-stand';

/** The line's own colour and letter: the chip reads on light and dark pages, and no font is loaded for it. */
const CHIP = `
button { font: inherit; color: inherit; background: none; cursor: pointer; }
.chip { border: 1px solid; border-radius: 6px; padding: 2px 8px; min-block-size: 24px; white-space: nowrap; }
:focus-visible { outline: 2px solid; outline-offset: 2px; }
`;

export const HEADLINE_CHIP = `
:host { all: initial !important; position: absolute !important; color: inherit !important; font: 500 14px/1.3 sans-serif !important;
  font-family: inherit !important; margin-inline-start: 8px !important; z-index: 1 !important; }
${CHIP}`;

const POST_HOST = `all: initial !important; font: 500 12px/1.3 sans-serif !important; font-family: inherit !important; z-index: 1 !important;`;

/** Over a text that fills its line a chip is still to be read. */
export const ON_LIGHT = '.chip { color: #1b2430; background: #fff; border-color: #76818f; }';
export const ON_DARK = '.chip { color: #e7ebf0; background: #14181f; border-color: #7f8a99; }';

const IN_BLOCK = `:host { ${POST_HOST} display: block !important; position: relative !important; block-size: 0 !important;
  align-self: stretch !important; flex: none !important; }`;

/** Each takes no room. In a row an element out of flow would stand at its beginning, so there it is a box without a size. */
export const POST_CHIP: Readonly<Record<Stand['as'], string>> = {
  item: `
:host { ${POST_HOST} display: flex !important; position: relative !important; inline-size: 0 !important; block-size: 0 !important;
  flex: none !important; align-self: center !important; }
${CHIP}
.chip { margin: -12px 0 0 6px; inline-size: max-content; }
`,
  inline: `
:host { ${POST_HOST} position: absolute !important; margin-inline-start: 6px !important; }
${CHIP}
.chip { margin-block-start: -3px; }
`,
  block: `${IN_BLOCK}${CHIP}.chip { position: absolute; inset-inline-end: 0; inset-block-end: 0; }`,
  above: `${IN_BLOCK}${CHIP}.chip { position: absolute; inset-inline-end: 0; inset-block-end: 30px; }`,
};

export const CARD = `
.card button { border: 0; padding: 2px 0; min-block-size: 24px; text-align: start; }
.card { color-scheme: light dark; color: light-dark(#1b2430, #e7ebf0); background: light-dark(#fff, #14181f); border: 1px solid light-dark(#76818f, #7f8a99);
  border-radius: 10px; padding: 14px 16px; inline-size: min(360px, calc(100vw - 32px)); max-block-size: calc(100vh - 32px); overflow: auto; box-sizing: border-box;
  position: fixed; inset: 16px auto auto 16px; margin: 0; font: 400 14px/1.4 system-ui, sans-serif; overflow-wrap: anywhere; }
.card p, dl, dd { margin: 0; }
.lead { font: 600 18px/1.25 Georgia, serif; padding-inline-end: 70px; }
dl { margin-block: 10px; border-block-start: 1px solid light-dark(#dde2e8, #303945); }
dt, .small { color: light-dark(#55606e, #a6b0bd); font-size: 13px; }
dt { margin-block-start: 8px; }
.step + :not(.step) { margin-block-start: 6px; }
.step { border-inline-start: 2px solid light-dark(#76818f, #7f8a99); padding-inline-start: 10px; }
.card .close { position: absolute; inset: 10px 12px auto auto; }
.card .close, .card .link { color: light-dark(#1f4b99, #9dbdff); text-decoration: underline; text-underline-offset: .18em; }
.foot { display: flex; flex-wrap: wrap; gap: 0 16px; }
`;

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/** One parsed sheet for each document, however many chips there are. */
export function sheetFor(document: Document, css: string): CSSStyleSheet {
  const known = sheets.get(document) ?? new Map<string, CSSStyleSheet>();
  sheets.set(document, known);
  const sheet = known.get(css) ?? new CSSStyleSheet();
  if (!known.has(css)) sheet.replaceSync(css);
  known.set(css, sheet);
  return sheet;
}

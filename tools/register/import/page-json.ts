import { type JsonLd, readJsonLd } from '../../../lib/core/read/json-ld';
import { ImportProblem, lineAt } from './clean';

/** The core reads blocks up to this many characters; a longer one would be left out without a word. */
const MAX_BLOCK = 1_000_000;

/**
 * JSON-LD of a saved page, or of a file that is JSON-LD itself. Blocks are found by their tags alone, without a parser:
 * the page is somebody else's, and nothing else of it is wanted.
 */
export function pageJsonLd(text: string, from: string): JsonLd {
  const source = text.replace(/^\ufeff/, '');
  const blocks = /^\s*[[{]/.test(source) ? [{ text: source, at: 0 }] : scriptBlocks(source);
  if (blocks.length === 0)
    throw new ImportProblem(
      `${from}: this page has no data about itself in its code (no JSON-LD), as many pages do not: then there is nothing to import — ` +
        'look whether another page of the site has it, such as the front page; what was printed or saved as text alone has lost it',
    );
  for (const block of blocks) {
    if (block.text.length > MAX_BLOCK)
      throw new ImportProblem(`${from}:${lineAt(source, block.at)}: a block of JSON-LD of more than ${MAX_BLOCK} characters`);
  }
  const ld = readJsonLd(blocks.map((block) => block.text));
  const [broken] = ld.broken;
  const at = broken === undefined ? undefined : blocks.find((block) => block.text.startsWith(broken));
  if (at !== undefined && ld.nodes.length === 0) throw new ImportProblem(`${from}:${lineAt(source, at.at)}: broken JSON-LD`);
  return ld;
}

function scriptBlocks(html: string): { text: string; at: number }[] {
  const lower = html.toLowerCase();
  const blocks: { text: string; at: number }[] = [];
  for (let start = lower.indexOf('<script'); start >= 0; start = lower.indexOf('<script', start)) {
    const open = lower.indexOf('>', start);
    if (open < 0) break;
    const close = lower.indexOf('</script', open);
    if (/type\s*=\s*["']?application\/ld\+json/.test(lower.slice(start, Math.min(open, start + 2000))))
      blocks.push({ text: html.slice(open + 1, close < 0 ? undefined : close), at: open + 1 });
    if (close < 0) break;
    start = close;
  }
  return blocks;
}

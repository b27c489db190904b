import { EVIDENCE } from '../../lib/platforms/evidence';
import type { PageCheck } from './check-page';

const LABELS: Readonly<Record<string, string>> = {
  ad: 'advertisement',
  'political-ad': 'political advertisement',
  'paid-partnership': 'paid partnership',
  automated: 'automated account',
  'publisher-context': 'note about the publisher',
  ai: 'made with AI',
  parody: 'parody account',
};

/** A check in plain sentences, for somebody who saved a page and is no programmer. */
export function checkText(check: PageCheck | null): string {
  if (check === null)
    return [
      'No platform was recognised on this page: Colofon would leave it alone.',
      'If you know which one it is, say so with --platform, or give the address with --url.',
    ].join('\n');
  const { units, read, without, chips, left } = check;
  const { name, gaps } = EVIDENCE[check.platform];
  const thing = check.kind === 'post' ? 'post' : 'result';
  const lines = [`Platform: ${name}.`, `Places where a ${thing} may stand: ${units}. Recognised: ${read}.`];
  if (read === 0)
    lines.push(`Nothing was recognised. If you see ${thing}s in the page, the platform has changed: please send us this text.`);
  else lines.push('', 'Of those that were recognised:', ...fieldsOf(check, without), `  a place for the chip: ${part(chips, read)}`);
  const found = Object.entries(check.labels).map(([kind, count]) => `${LABELS[kind] ?? kind} ${count}`);
  if (read > 0) lines.push('', `Labels that were read: ${found.length === 0 ? 'none' : found.join(', ')}.`);
  if (units > read) lines.push('', `Left alone: ${units - read}.`, ...leftOf(left));
  if (check.shapes.length > 0) lines.push('What those look like that were not understood:', ...check.shapes.map((shape) => `  ${shape}`));
  lines.push('', 'Known gaps on this platform:', ...gaps.map((gap) => `  - ${gap}`));
  return lines.join('\n');
}

function fieldsOf({ kind, read }: PageCheck, without: PageCheck['without']): string[] {
  const rows: [string, number][] = [
    ['who published it', without.author],
    ['when', without.date],
    ['an address of its own', without.permalink],
    [kind === 'post' ? 'links to other sites' : 'where it leads', without.links],
    ['a label', without.labels],
  ];
  // A result is known by where it leads; who and when are not on the page.
  const shown = kind === 'post' ? rows : rows.filter(([what]) => what === 'where it leads' || what === 'a label');
  return shown.map(([what, missing]) => `  ${what}: ${part(read - missing, read)}`);
}

function part(some: number, all: number): string {
  if (some === all) return `all ${all}`;
  return some === 0 ? `none of ${all}` : `${some} of ${all}`;
}

function leftOf({ hidden, empty, inside, other }: PageCheck['left']): string[] {
  const rows: [number, string][] = [
    [hidden, 'hidden by the page'],
    [empty, 'still empty'],
    [inside, 'part of another one'],
    [other, 'not understood'],
  ];
  return rows.filter(([count]) => count > 0).map(([count, why]) => `  ${why}: ${count}`);
}

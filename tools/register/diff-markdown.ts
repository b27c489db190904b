import { plainText, type Run, type Words } from '../../lib/words/words';
import { isEmpty, type RegisterDiff } from './diff';
import { type Report, report } from './diff-text';
import { DIFF_WORDS, type DiffWords } from './diff-words';

/** The change log for people. */
export function asMarkdown(diff: RegisterDiff, words: Words): string {
  const tool = DIFF_WORDS[words.language];
  const editions = tool.editions(words.day(diff.old.built), words.day(diff.new.built));
  const head = `# ${tool.title}\n\n${editions}`;
  return `${head}\n\n${isEmpty(diff) ? tool.nothing : blocks(report(diff, words, tool), tool).join('\n\n')}\n`;
}

function blocks({ summary, groups, carriers, records, sources }: Report, tool: DiffWords): string[] {
  const grouped = groups.map(({ name, presence, lines }) => {
    const mark = presence === 'new' ? ` (${tool.markNew})` : presence === 'removed' ? ` (${tool.markRemoved})` : '';
    const items = lines.map(({ label, text, notes }) => {
      return `- ${label === '' ? '' : `**${label}:** `}${escaped(text)}${nested(notes)}`;
    });
    return `## ${escaped(name)}${mark}\n\n${items.join('\n')}`;
  });
  const list = (title: string, items: string[]): string[] => (items.length === 0 ? [] : [`## ${title}\n\n${items.join('\n')}`]);
  return [
    summary.map((line) => `- ${line}`).join('\n'),
    ...grouped,
    ...list(
      tool.carriers,
      carriers.map((text) => `- ${escaped(text)}`),
    ),
    ...list(
      tool.recordsTitle,
      records.map(({ label, text, href }) => `- **${label}:** ${inline([href === null ? { text } : { text, href }])}`),
    ),
    ...list(
      tool.sources,
      sources.map(({ label, text, notes }) => `- **${label}:** ${inline(text)}${nested(notes)}`),
    ),
  ];
}

/** The same for programs: `changes` by entity, each line with the claim it is about (null where it would name somebody who left). */
export function asJson(diff: RegisterDiff, words: Words): string {
  const { summary, groups, carriers, records, sources } = report(diff, words, DIFF_WORDS[words.language]);
  const edition = ({ version, built }: { version: string; built: string }): object => ({ version, built });
  const changes = groups.map(({ entity, name, presence, lines }) => ({
    entity,
    name,
    presence,
    lines: lines.map(({ what, claim, text, notes }) => ({ what, claim, text, notes: notes.map(plainText) })),
  }));
  const cited = sources.map(({ id, label, text, notes }) => ({ id, label, text: plainText(text), notes: notes.map(plainText) }));
  const all = {
    language: words.language,
    from: edition(diff.old),
    to: edition(diff.new),
    summary,
    changes,
    carriers,
    records,
    sources: cited,
  };
  return `${JSON.stringify(all, null, 2)}\n`;
}

function nested(notes: Run[][]): string {
  return notes.map((runs) => `\n  - ${inline(runs)}`).join('');
}

function inline(runs: readonly Run[]): string {
  return runs.map(({ text, href }) => (href === undefined ? escaped(text) : link(text, href))).join('');
}

/** A title or name can hold anything; here it stays text. */
function escaped(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ').replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}

function link(text: string, href: string): string {
  const label = escaped(text);
  if (!URL.canParse(href) || !/^https?:$/.test(new URL(href).protocol)) return label;
  return `[${label}](${new URL(href).href.replace(/[()<>\s]/g, (sign) => encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'))})`;
}

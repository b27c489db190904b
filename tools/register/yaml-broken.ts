import type { Document } from 'yaml';

/** YAML that cannot be read, in words, with the line to look at first. */
interface BrokenYaml {
  line: number;
  what: string;
  remedy: string;
}

const ALIGN = 'put what belongs together exactly below each other, with spaces';

/** The first thing wrong with a text; null when it can be read. */
export function brokenYaml(document: Document, text: string): BrokenYaml | null {
  const [error] = document.errors;
  const lines = text.split(/\r\n|\n/);
  if (error === undefined) return starred(document, lines);
  const line = Math.min(error.linePos?.[0].line ?? 1, lines.length);
  const column = error.linePos?.[0].col ?? 1;
  const here = lines[line - 1] ?? '';
  const { code, message } = error;
  if (code === 'TAB_AS_INDENT') return { line, what: 'the line begins with a tab', remedy: 'use spaces' };
  if (code === 'DUPLICATE_KEY') {
    const key = here.trim().replace(/^- /, '').split(':')[0] ?? '';
    return { line, what: `"${key}" stands twice in the same place`, remedy: 'keep one, or make one list of the two' };
  }
  if (code === 'BAD_SCALAR_START')
    return { line, what: `a text cannot begin with ${here.charAt(column - 1)}`, remedy: 'put quotes around the text' };
  if (/closing ["']/.test(message)) return openQuote(lines, message.includes("'") ? "'" : '"', line);
  if (/flow-(seq|map)-end/.test(message))
    return { line, what: 'a bracket is closed that was not opened', remedy: 'take it away, or open it' };
  if (/^Flow (sequence|map)/i.test(message) || /end with a [\]}]/.test(message)) return openBracket(lines, line);
  if (/(^|[^\S])[^\s:]+: \S.*: /.test(here.replace(/"[^"]*"|'[^']*'/g, '""').replace(/^\s*- /, '')) && code === 'BLOCK_AS_IMPLICIT_KEY')
    return { line, what: 'there are two colons in one line', remedy: 'put quotes around a text that holds a colon' };
  if (code === 'MULTILINE_IMPLICIT_KEY' && !/:(\s|$)/.test(here))
    return { line, what: 'there is no colon with a space after it', remedy: 'write word: value' };
  if (code === 'UNEXPECTED_TOKEN' && /["']/.test(here))
    return { line, what: 'something stands after the closing quote', remedy: 'put the quotes around the whole text' };
  // A line with a value below which something deeper stands is at fault together with the line that follows.
  const [first, second] = /^Nested mappings/.test(message) ? [line, after(lines, line)] : [before(lines, line), line];
  return { line, what: `line ${first} or ${second} is indented differently from the lines beside it`, remedy: ALIGN };
}

/** `*name` points at a mark elsewhere in the file, which nobody means. */
function starred(document: Document, lines: readonly string[]): BrokenYaml | null {
  try {
    document.toJS();
    return null;
  } catch {
    const at = lines.findIndex((line) => /(^|[\s[{,])\*/.test(line));
    return { line: Math.max(1, at + 1), what: 'a text cannot begin with *', remedy: 'put quotes around the text' };
  }
}

function openBracket(lines: readonly string[], from: number): BrokenYaml {
  for (let line = from; line > 0; line -= 1) {
    const text = (lines[line - 1] ?? '').replace(/"[^"]*"|'[^']*'|(^|\s)#.*$/g, '');
    for (const [open, close] of [
      ['[', ']'],
      ['{', '}'],
    ] as const)
      if (text.split(open).length > text.split(close).length)
        return {
          line,
          what: `a bracket is not closed: ${open} without ${close}`,
          remedy: `put ${close} where the list ends, usually at the end of the line`,
        };
  }
  return { line: from, what: 'a bracket is not closed', remedy: 'put ] or } where the list ends' };
}

function openQuote(lines: readonly string[], quote: string, from: number): BrokenYaml {
  const at = lines.findIndex((line) => new RegExp(`(:|-|\\[|,)\\s*${quote}`).test(line) && line.split(quote).length % 2 === 0);
  return { line: at < 0 ? from : at + 1, what: 'a text between quotes is not closed', remedy: `put ${quote} where the text ends` };
}

function before(lines: readonly string[], line: number): number {
  for (let at = line - 1; at > 0; at -= 1) if ((lines[at - 1] ?? '').trim() !== '') return at;
  return line;
}

function after(lines: readonly string[], line: number): number {
  for (let at = line + 1; at <= lines.length; at += 1) if ((lines[at - 1] ?? '').trim() !== '') return at;
  return line;
}

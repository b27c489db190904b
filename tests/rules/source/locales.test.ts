import { describe, expect, it } from 'vitest';
import { committedFiles, productSources, read } from '../files';
import { identifier, isNode, type Node, parse, textOf, walk } from '../syntax';

type Messages = Record<string, { message: string }>;
const nl = JSON.parse(read('public/_locales/nl/messages.json')) as Messages;
const en = JSON.parse(read('public/_locales/en/messages.json')) as Messages;

/** Words that judge, or that people who teach found unclear. In the reader's language they never stand in the interface. */
const FORBIDDEN = {
  nl: 'betrouwbaar,onbetrouwbaar,betrouwbare,echt,echte,nep,nepnieuws,onwaar,verdacht,verdachte,veilig,veilige,onveilig,waarschuwing,pas op,score,beoordeling,geverifieerd,goedgekeurd,propaganda,staatsmedia,medium,register'.split(
    ',',
  ),
  en: 'reliable,unreliable,trustworthy,untrustworthy,fake,suspicious,safe,unsafe,warning,beware,score,rating,verified,approved,propaganda,state media'.split(
    ',',
  ),
};

/** A word with another meaning: a commercial register is a public register, not our list. */
const ALLOWED = new Set(['source_kind_register']);

const LONGEST_SENTENCE = 15;
const LONGEST_NAME = 45;
const LONGEST_DESCRIPTION = 132;

function placeholders(message: string): string[] {
  return [...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
}

function forbiddenIn(message: string, words: readonly string[]): string[] {
  return words.filter((word) => new RegExp(`(?<![\\p{L}])${word}(?![\\p{L}])`, 'iu').test(message));
}

/** Sentences with more words than a B1 reader takes in at once. A placeholder counts as one word. */
function longSentences(message: string): string[] {
  const sentences = message.split(/(?<=[.!?:])\s+|\n+/);
  return sentences.filter((sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length > LONGEST_SENTENCE);
}

describe('texts of the interface', () => {
  it('are the same keys in Dutch and English, sorted', () => {
    expect(Object.keys(en)).toEqual(Object.keys(nl));
    expect(Object.keys(nl)).toEqual([...Object.keys(nl)].sort());
    expect(Object.keys(nl).filter((key) => !/^[a-z][a-z0-9_]*$/.test(key))).toEqual([]);
  });

  it('are never empty', () => {
    for (const messages of [nl, en]) expect(Object.entries(messages).filter(([, { message }]) => message.trim() === '')).toEqual([]);
  });

  it('have the same placeholders in both languages', () => {
    const differing = Object.keys(nl).filter(
      (key) => `${placeholders(nl[key]?.message ?? '')}` !== `${placeholders(en[key]?.message ?? '')}`,
    );
    expect(differing).toEqual([]);
  });

  it('hold no word that judges', () => {
    const found = (['nl', 'en'] as const).flatMap((language) =>
      Object.entries(language === 'nl' ? nl : en)
        .filter(([key]) => !ALLOWED.has(key))
        .flatMap(([key, { message }]) => forbiddenIn(message, FORBIDDEN[language]).map((word) => `${language} ${key}: ${word}`)),
    );
    expect(found).toEqual([]);
  });

  it('have short sentences in Dutch', () => {
    expect(Object.entries(nl).flatMap(([key, { message }]) => longSentences(message).map((sentence) => `${key}: ${sentence}`))).toEqual([]);
  });

  it('fit the stores', () => {
    for (const messages of [nl, en]) {
      expect(messages.extension_name?.message.length).toBeLessThanOrEqual(LONGEST_NAME);
      expect(messages.extension_description?.message.length).toBeLessThanOrEqual(LONGEST_DESCRIPTION);
    }
  });

  it('are all used', () => {
    expect(unusedKeys(Object.keys(nl), usedTexts())).toEqual([]);
  });
});

/** String literals and fixed beginnings of composed strings, in everything that may name a text. */
function usedTexts(): { whole: Set<string>; prefixes: Set<string> } {
  const whole = new Set<string>();
  const prefixes = new Set<string>();
  const files = [...productSources(), ...committedFiles().filter((file) => /^(wxt\.config|tools\/.*)\.ts$/.test(file))];
  for (const file of files) {
    walk(parse(file, read(file)), (node) => {
      if (node.type === 'Literal' && typeof node.value === 'string') {
        whole.add(node.value);
        for (const [, key] of node.value.matchAll(/__MSG_(\w+)__/g)) if (key) whole.add(key);
      } else if (node.type === 'TemplateLiteral' && Array.isArray(node.quasis)) {
        const [head] = node.quasis as { value: { raw: string } }[];
        if (head?.value.raw.endsWith('_')) prefixes.add(head.value.raw);
      } else if (node.type === 'MemberExpression') whole.add(identifier(node.property) ?? '');
    });
  }
  return { whole, prefixes };
}

function unusedKeys(keys: string[], { whole, prefixes }: ReturnType<typeof usedTexts>): string[] {
  return keys.filter((key) => !whole.has(key) && ![...prefixes].some((prefix) => key.startsWith(prefix)));
}

/** Words for a reader that stand in the code instead of in the texts. Keys of texts are none, and two names need no translation. */
function writtenTexts(file: string, code: string): string[] {
  const found: string[] = [];
  const look = (text: string | null): void => {
    if (text !== null && !(text in nl) && /\p{L}{2,}/u.test(text.replace(/Colofon|UTC/g, ''))) found.push(`${file}: ${text.trim()}`);
  };
  walk(parse(file, code), (node, parents) => {
    if (node.type === 'JSXText') look(String(node.value));
    if (node.type === 'JSXExpressionContainer' && isDrawn(parents)) for (const each of results(node.expression)) look(textOf(each));
    if (node.type === 'JSXAttribute' && isNode(node.name) && SPOKEN.has(String(node.name.name))) {
      const value = isNode(node.value) && node.value.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
      for (const each of results(value)) look(textOf(each));
    }
  });
  return found;
}

const SPOKEN = new Set([
  'title',
  'alt',
  'placeholder',
  'label',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
]);

function isDrawn(parents: readonly Node[]): boolean {
  const last = parents.at(-1)?.type;
  return last === 'JSXElement' || last === 'JSXFragment';
}

/** What an expression can come to: both sides of a choice. */
function results(node: unknown): unknown[] {
  if (!isNode(node)) return [];
  if (node.type === 'ConditionalExpression') return [...results(node.consequent), ...results(node.alternate)];
  if (node.type === 'LogicalExpression') return [...results(node.left), ...results(node.right)];
  return [node];
}

describe('pages and components', () => {
  it('hold no words of their own', () => {
    expect(productSources().flatMap((file) => (file.endsWith('.tsx') ? writtenTexts(file, read(file)) : []))).toEqual([]);
  });

  it('hold none in their HTML either', () => {
    const pages = committedFiles().filter((file) => /^entrypoints\/.*\.html$/.test(file));
    const words = pages.map((file) =>
      read(file)
        .replace(/<[^>]*>/g, ' ')
        .replaceAll('Colofon', ''),
    );
    expect(words.filter((text) => /\p{L}/u.test(text))).toEqual([]);
  });
});

describe('the rules about texts bite', () => {
  it('on a judging word, also with a capital, and not inside another word', () => {
    expect(forbiddenIn('Deze site is Betrouwbaar.', FORBIDDEN.nl)).toEqual(['betrouwbaar']);
    expect(forbiddenIn('Een echtpaar uit Nepal.', FORBIDDEN.nl)).toEqual([]);
  });

  it('on a long sentence, and not on two short ones', () => {
    const words = (count: number): string => Array.from({ length: count }, () => 'woord').join(' ');
    expect(longSentences(`${words(16)}.`)).toHaveLength(1);
    expect(longSentences(`${words(15)}. ${words(15)}.`)).toEqual([]);
  });

  it.each([
    ['between tags', 'const a = <p>Hallo daar</p>;'],
    ['in braces', "const a = <p>{'Hallo daar'}</p>;"],
    ['in a choice', "const a = <p>{b ? 'Ja hoor' : t('no')}</p>;"],
    ['in a spoken attribute', 'const a = <img alt="Een hond" />;'],
  ])('on words %s', (_where, code) => {
    expect(writtenTexts('a.tsx', code)).toHaveLength(1);
  });

  it('and not on keys, classes and the name', () => {
    expect(writtenTexts('a.tsx', "const a = <p class=\"lead\" data-fact={'who'}>{t('lead')} · Colofon</p>;")).toEqual([]);
  });

  it('on a key that nothing uses', () => {
    expect(unusedKeys(['lead_listed', 'lead', 'left_over'], { whole: new Set(['lead']), prefixes: new Set(['lead_']) })).toEqual([
      'left_over',
    ]);
  });
});

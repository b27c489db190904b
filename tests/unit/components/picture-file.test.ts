// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { fileFor } from '../../../components/explorer/SavePicture';
import { pictureOf } from '../../../components/picture-layout';
import { profileOf } from '../../../lib/core/card';
import type { Claim } from '../../../lib/core/register';
import { wordsIn } from '../../../lib/words/words';
import { claim, entity, shares, slice, source, TODAY } from '../support/register';

const nl = wordsIn('nl');
const people = [
  entity('outlet', 'De Krant'),
  entity('organisation', 'Uit & Geverij <script>alert(1)</script>'),
  entity('person', 'Anna'),
  entity('person', 'Bram'),
];
const PUBLISHER = 'Uit & Geverij <script>alert(1)</script>';
const CLAIMS: Claim[] = [
  claim('De Krant', 'published-by', PUBLISHER, { sources: ['verslag'] }),
  claim(PUBLISHER, 'owned-by', 'Anna', { ...shares(60), sources: ['akte'] }),
  claim(PUBLISHER, 'owned-by', 'Bram', { sources: ['akte'], interests: [{ instrument: 'priority-share', scope: 'group' }] }),
];
const SOURCES = [
  source('verslag', { title: 'Jaarverslag', publisher: 'Uitgeverij', published: '2024-05' }),
  source('akte', { title: 'Akte van het Archief', publisher: 'Archief', published: '2021' }),
];

function saved(keeper: string | null = null) {
  const who = profileOf(slice(people, CLAIMS, SOURCES), 'de-krant', TODAY);
  if (who === null) throw new Error('not in the slice');
  return { file: fileFor({ who, built: '2026-11-20', keeper, today: TODAY, words: nl }), picture: pictureOf(who.chain, nl) };
}

const parsed = (): Document => new DOMParser().parseFromString(saved().file.svg, 'image/svg+xml');
const texts = (): string[] => [...parsed().querySelectorAll('text')].map((each) => each.textContent ?? '');

describe('a saved drawing', () => {
  it('names the organisation whose own list it was made from', () => {
    expect(saved('De Bibliotheek').file.svg).toContain('Gegevens van: De Bibliotheek, 20 november 2026');
  });

  it('stands by itself: title, every source, the day it was saved and the date of the list', () => {
    expect(texts()[0]).toBe('Van wie is De Krant?');
    const all = texts().join(' ');
    expect(all).toContain('Bronnen: Jaarverslag (Uitgeverij), mei 2024; Akte van het Archief, 2021');
    expect(all).toContain('Volgens bronnen uit 2025');
    expect(all).toContain('Bewaard op 23 november 2026 met Colofon. Onze lijst van 20 november 2026.');
  });

  it('has everything that the drawing on the page has', () => {
    const { picture } = saved();
    const words = [
      ...picture.boxes.flatMap(({ nameLines, noteLines }) => [...nameLines, ...noteLines]),
      ...picture.lines.flatMap(({ labelLines }) => labelLines),
    ];
    expect(words.filter((text) => !texts().includes(text))).toEqual([]);
    expect(texts()).toContain('prioriteitsaandeel');
  });

  it('runs nothing and needs nothing from elsewhere, whatever a name holds', () => {
    expect([...parsed().querySelectorAll('script, style, image, foreignObject, use, a')]).toEqual([]);
    expect(saved().file.svg).not.toMatch(/href|url\(|<script|@import|\son\w+=/);
    expect(texts().join(' ')).toContain('<script>alert(1)</script>');
  });

  it('is ink on white of its own, with a size', () => {
    const root = parsed().documentElement;
    const { file } = saved();
    expect([root.getAttribute('width'), root.getAttribute('height')]).toEqual([`${file.width}`, `${file.height}`]);
    expect(root.querySelector('rect')?.getAttribute('fill')).toBe('#ffffff');
  });

  it('keeps everything inside its edges', () => {
    const { file } = saved();
    const places = [...parsed().querySelectorAll('svg > text')].map((each) => Number(each.getAttribute('y')));
    expect(places.every((y) => y > 0 && y < file.height)).toBe(true);
  });
});

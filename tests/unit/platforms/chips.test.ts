// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { ADAPTERS } from '../../../lib/platforms/all';
import { endsLine } from '../../../lib/platforms/dom';
import { fixturesOf, pageOf } from './support';

const CASES = ADAPTERS.flatMap((adapter) => fixturesOf(adapter.id).map((file) => ({ file, adapter })));

describe.each(CASES)('the place of the chip in $file', ({ file, adapter }) => {
  const page = pageOf(file);
  // A chip is only placed where a post was read.
  const units = [...page.querySelectorAll(adapter.unit)].filter((unit) => adapter.read(unit) !== null);
  const places = units.map((unit) => ({ unit, place: adapter.chipAfter(unit) }));

  it('is in the post, or is the link around its title, and in no link and no button', () => {
    for (const { unit, place } of places) {
      if (place === null) continue;
      expect(unit.contains(place) || place === unit.closest('a')).toBe(true);
      expect(place.parentElement?.closest('a, button, [role="button"]') ?? null).toBeNull();
    }
  });

  it('has nothing behind it in its box', () => {
    for (const { place } of places) if (place?.parentElement) expect(endsLine(place, place.parentElement)).toBe(true);
  });

  it('stays the same when the chip stands there, and what is read too', () => {
    for (const { unit, place } of places) {
      const read = JSON.stringify(adapter.read(unit));
      const chip = page.createElement('span');
      place?.after(chip);
      expect(adapter.chipAfter(unit)).toBe(place);
      expect(JSON.stringify(adapter.read(unit))).toBe(read);
      chip.remove();
    }
  });

  it('is asked for without a look at styles or sizes', () => {
    const asked: string[] = [];
    const view = page.defaultView ?? window;
    const { getComputedStyle } = view;
    view.getComputedStyle = (...rest) => {
      asked.push('getComputedStyle');
      return getComputedStyle.apply(view, rest);
    };
    for (const unit of units) {
      adapter.read(unit);
      adapter.chipAfter(unit);
    }
    view.getComputedStyle = getComputedStyle;
    expect(asked).toEqual([]);
  });
});

it('is found on most posts of every platform but one', () => {
  const without = ADAPTERS.filter(({ id, unit, chipAfter }) =>
    fixturesOf(id).every((file) => [...pageOf(file).querySelectorAll(unit)].every((each) => chipAfter(each) === null)),
  );
  expect(without.map(({ id }) => id)).toEqual(['brave']);
});

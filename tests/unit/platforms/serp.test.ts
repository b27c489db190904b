// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { addressIn, adLabel, behind, hostAddress, isFolded, shownAddress } from '../../../lib/platforms/serp';

const box = (html: string): Element => {
  const element = document.createElement('div');
  element.innerHTML = html;
  return element;
};

describe('the address of a link', () => {
  it('is made whole, and opened where it is carried', () => {
    expect(addressIn('/url?q=https://krant.example/a', 'https://www.google.nl/')?.href).toBe('https://krant.example/a');
    expect(addressIn('/over', 'https://zoek.example/')?.href).toBe('https://zoek.example/over');
  });

  it('is none for what is no page', () => {
    for (const href of [null, 'javascript:alert(1)', 'data:text/html,x', 'https://', `https://krant.example/${'a'.repeat(9_000)}`])
      expect(addressIn(href, 'https://zoek.example/')).toBeNull();
  });
});

describe('the address that a result shows', () => {
  it('is a host, with or without a trail', () => {
    expect(shownAddress(box('https://krant.example › binnenland'), false)).toBe('https://krant.example/');
    expect(shownAddress(box('<b>www.krant.example</b>/pad/naar'), true)).toBe('https://www.krant.example/');
    expect(shownAddress(box('www.voorbeeld-krant.example'), true)).toBe('https://www.voorbeeld-krant.example/');
  });

  it('is none in a sentence, a number or a name', () => {
    for (const said of ['Krant.example: nu goedkoop', 'krant.example is echt', '1.200 reacties', 'De Krant', 'user@krant.example', ''])
      expect(shownAddress(box(said), true)).toBeNull();
    expect(shownAddress(box('krant.example › a'), false)).toBeNull();
  });

  it('takes a domain only in full', () => {
    expect(hostAddress('Krant.Example')).toBe('https://krant.example/');
    for (const host of [null, 'krant', 'krant.example/pad', 'a b.example', '10.0.0.1']) expect(hostAddress(host)).toBeNull();
  });
});

describe('small questions', () => {
  it('quotes a short word for an advertisement and no sentence', () => {
    expect(adLabel(box('Advertentie')).text).toBe('Advertentie');
    expect(adLabel(box('x'.repeat(41))).text).toBeNull();
    expect(adLabel(null).text).toBeNull();
  });

  it('tells folded within the list from behind a dialog', () => {
    const page = box(
      '<div aria-hidden="true"><ol><li id="a"></li><li aria-hidden="true"><p id="b"></p></li></ol></div><div hidden><ol><li id="c"></li></ol></div>',
    );
    const folded = (id: string): boolean | null => {
      const unit = page.querySelector(`#${id}`);
      return unit && isFolded(unit, 'ol');
    };
    expect([folded('a'), folded('b'), folded('c')]).toEqual([false, true, true]);
  });

  it('finds a place behind a link, never in a heading and never outside the unit', () => {
    const unit = box('<a id="link"><cite></cite></a><h2><cite id="kop"></cite></h2>');
    expect(behind(unit.querySelector('cite'), unit)?.id).toBe('link');
    expect(behind(unit.querySelector('#kop'), unit)).toBeNull();
    expect(behind(box('<cite></cite>').firstElementChild, unit)).toBeNull();
    expect(behind(null, unit)).toBeNull();
  });
});

// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { FactsContext } from '../../../components/facts-context';
import { OwnershipPicture } from '../../../components/OwnershipPicture';
import { contentOf } from '../../../components/picture-content';
import { chainOf } from '../../../lib/core/chain';
import type { Claim } from '../../../lib/core/register';
import { wordsIn } from '../../../lib/words/words';
import { draw, press, texts } from '../support/draw';
import { claim, entity, shares, slice, TODAY } from '../support/register';

const nl = wordsIn('nl');
const people = [
  entity('outlet', 'De Krant'),
  entity('organisation', 'Uitgeverij van het Lage Land B.V.'),
  entity('person', 'Anna'),
  entity('person', 'Bram'),
  entity('person', 'Cas'),
  entity('foundation', 'Stichting Steun'),
  entity('public-body', 'Staat'),
];
const PUBLISHER = 'Uitgeverij van het Lage Land B.V.';

const together = (other: string) => ({
  interests: [{ instrument: 'ordinary-share' as const, capital: { exact: 40 }, scope: 'group' as const, jointly: [other] }],
});

const TANGLED: Claim[] = [
  claim('De Krant', 'published-by', PUBLISHER),
  claim('De Krant', 'owned-by', 'Stichting Steun', { interests: [{ instrument: 'priority-share', scope: 'these-titles' }] }),
  claim(PUBLISHER, 'owned-by', 'Anna', together('bram')),
  claim(PUBLISHER, 'owned-by', 'Bram', together('anna')),
  claim(PUBLISHER, 'owned-by', 'Staat', shares(20)),
  claim('Stichting Steun', 'governance-appointed-by', 'Staat'),
  claim('Stichting Steun', 'owned-by', { words: 'de leden', lang: 'nl' }, { valid: { from: '2011' } }),
];
const DISPUTED: Claim[] = [
  claim('De Krant', 'owned-by', 'Anna', { sources: ['een'] }),
  claim('De Krant', 'owned-by', 'Cas', { sources: ['twee'] }),
];

function picture(claims: Claim[], around: object = { textBeside: true, linkTo: (id: string) => `#${id}` }): HTMLElement {
  const chain = chainOf(slice(people, claims), 'de-krant', TODAY);
  return draw(
    <FactsContext.Provider value={around}>
      <OwnershipPicture chain={chain} label="Tekening" words={nl} />
    </FactsContext.Provider>,
  ).at;
}

const joined = (at: Element, selector: string): string => [...at.querySelectorAll(selector)].map((each) => each.textContent).join(' ');

const boxOf = (at: HTMLElement, id: string): SVGElement => {
  const found = at.querySelector<SVGElement>(`[data-box="${id}"]`);
  if (found === null) throw new Error(`no box ${id}`);
  return found;
};

/** As a mouse or a script would: the drawing hears of it. */
async function focus(at: HTMLElement, id: string): Promise<void> {
  await act(async () => boxOf(at, id).focus());
}

async function key(name: string): Promise<string | null> {
  await act(async () => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  });
  return document.activeElement?.getAttribute('data-box') ?? null;
}

describe('the drawing and its text', () => {
  it.each([
    ['tangled', TANGLED],
    ['disputed', DISPUTED],
    ['nothing known', []],
  ])('say the same: %s', (_what, claims) => {
    const at = picture(claims);
    const drawnBoxes = [...at.querySelectorAll('.picture .box')].map((box) => joined(box, 'text:not(.note)'));
    const drawnNotes = [...at.querySelectorAll('.picture .box')].map((box) => joined(box, 'text.note')).filter((text) => text !== '');
    const drawnLines = [...at.querySelectorAll('.picture .line')].map((line) => joined(line, 'text')).filter((text) => text !== '');
    const tree = at.querySelector('.holders') as Element;
    expect([...new Set(texts(tree, '.name'))].sort()).toEqual([...drawnBoxes].sort());
    expect(pairsIn(tree)).toEqual(pairsOf(claims));
    expect(
      texts(tree, '.ends')
        .map((text) => text.replace('· ', ''))
        .sort(),
    ).toEqual(drawnNotes.sort());
    const said = (text: string): string => text.replace('· ', '').replaceAll(', ', ' ');
    expect(texts(tree, '.held').map(said).sort()).toEqual(drawnLines.sort());
  });

  /** Who stands directly under whom in the text, each pair once. */
  function pairsIn(tree: Element): string[] {
    const nameIn = (item: Element | null | undefined): string => item?.querySelector(':scope > .name')?.textContent ?? '';
    return [...tree.querySelectorAll('li li')].map((item) => `${nameIn(item.parentElement?.closest('li'))} > ${nameIn(item)}`).sort();
  }

  function pairsOf(claims: Claim[]): string[] {
    const { boxes, lines } = contentOf(chainOf(slice(people, claims), 'de-krant', TODAY), nl);
    const textOf = (id: string): string => boxes.find((box) => box.id === id)?.text ?? '';
    return [...new Set(lines.map(({ from, to }) => `${textOf(from)} > ${textOf(to)}`))].sort();
  }

  it('keep the text behind a button where there is little room', async () => {
    const at = picture([claim('De Krant', 'owned-by', 'Anna')], {});
    const shown = () => [
      at.querySelector('.holders')?.closest('[hidden]') === null,
      at.querySelector('button')?.getAttribute('aria-expanded'),
    ];
    expect(shown()).toEqual([false, 'false']);
    await press(at.querySelector('button'));
    expect(shown()).toEqual([true, 'true']);
  });

  it('show the text at once where the drawing is too wide to be seen as a whole', async () => {
    const at = picture(TANGLED, {});
    expect(at.querySelector('.holders')?.closest('[hidden]')).toBeNull();
    await press(at.querySelector('button'));
    expect(at.querySelector('.holders')?.closest('[hidden]')).not.toBeNull();
  });

  it('lead to the page of each holder where there are such pages, and nowhere else', () => {
    expect(boxOf(picture(TANGLED), 'anna').getAttribute('href')).toBe('#anna');
    expect(picture(TANGLED).querySelector('.holders a')?.getAttribute('href')).toMatch(/^#/);
    expect(picture(TANGLED, {}).querySelectorAll('a')).toHaveLength(0);
  });
});

describe('walking the drawing', () => {
  it('is entered at one box, the one it is about', () => {
    const at = picture(TANGLED);
    expect([...at.querySelectorAll('.picture [tabindex="0"]')].map((box) => box.getAttribute('data-box'))).toEqual(['de-krant']);
  });

  it('goes up to a holder, sideways, and down to what is held', async () => {
    const at = picture(TANGLED);
    await focus(at, 'de-krant');
    const first = await key('ArrowUp');
    const second = await key(first === 'stichting-steun' ? 'ArrowRight' : 'ArrowLeft');
    expect([first, second].sort()).toEqual(['stichting-steun', 'uitgeverij-van-het-lage-land-b-v-'].sort());
    expect(await key('ArrowDown')).toBe('de-krant');
    expect(await key('ArrowUp')).toBe(second);
    expect(at.querySelectorAll('.picture [tabindex="0"]')).toHaveLength(1);
  });

  it('reaches every box, also those that are nobody', async () => {
    const at = picture(TANGLED);
    const reached = new Set(['de-krant']);
    const queue = ['de-krant'];
    for (let from = queue.shift(); from !== undefined; from = queue.shift()) {
      for (const name of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
        await focus(at, from);
        const next = await key(name);
        if (next !== null && !reached.has(next)) {
          reached.add(next);
          queue.push(next);
        }
      }
    }
    expect(reached.size).toBe(at.querySelectorAll('.box').length);
  });

  it('stays where nothing stands in that direction, and knows Home and End', async () => {
    const at = picture(DISPUTED);
    await focus(at, 'de-krant');
    expect(await key('ArrowDown')).toBe('de-krant');
    expect(['anna', 'cas']).toContain(await key('End'));
    expect(await key('Home')).toBe('de-krant');
  });

  it('leaves keys that do something else alone', () => {
    const at = picture(TANGLED);
    boxOf(at, 'de-krant').focus();
    const event = new KeyboardEvent('keydown', { key: 'ArrowUp', ctrlKey: true, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
    expect(document.activeElement?.getAttribute('data-box')).toBe('de-krant');
  });

  it('says of each box what it holds of whom, and how it ends', () => {
    const at = picture(TANGLED);
    const name = (id: string) => boxOf(at, id).getAttribute('aria-label');
    expect(name('de-krant')).toBe('De Krant. Hier begint de tekening. Daarboven staan nog 2 vakken');
    expect(name('staat')).toBe(
      'Staat. Van Uitgeverij van het Lage Land B.V.: 20%, bron 2025. Van Stichting Steun: benoemt bestuur of toezicht, bron 2025. de overheid',
    );
    expect(name('stichting-steun')).toBe(
      'Stichting Steun. Van De Krant: prioriteitsaandeel alleen voor deze titels, bron 2025. Daarboven staan nog 2 vakken',
    );
    expect(boxOf(picture([]), 'de-krant').getAttribute('aria-label')).toBe(
      'De Krant. Hier begint de tekening. wie eigenaar is, weten we niet',
    );
  });
});

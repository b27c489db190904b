// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChipCard } from '../../../lib/messages';
import { type ChipActions, placeChip } from '../../../lib/page/chip';

const content: ChipCard = {
  lead: '<b>De Krant</b> is van Uitgever.',
  rows: [
    {
      question: 'who',
      label: 'Van wie?',
      first: [],
      steps: ['De Krant', 'Uitgever'],
      lines: [{ text: 'volgens bronnen uit 2025', small: true }],
    },
  ],
  more: 'Alle bronnen',
  close: 'Sluit',
  switchOff: 'Kijk hier niet meer automatisch',
};

let root: ShadowRoot;
let mode: ShadowRootMode | undefined;
let headline: Element;
let actions: { [Name in keyof ChipActions]: ReturnType<typeof vi.fn<ChipActions[Name]>> };

beforeEach(() => {
  document.body.innerHTML = '<a href="/bericht"><h1>Een kop</h1></a>';
  headline = document.querySelector('h1') ?? document.body;
  actions = { card: vi.fn(async () => content), more: vi.fn(), switchOff: vi.fn() };
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    mode = init.mode;
    root = attach.call(this, init);
    return root;
  });
  Object.assign(HTMLElement.prototype, { showPopover: vi.fn(), hidePopover: vi.fn() });
});
afterEach(() => vi.restoreAllMocks());

/** A click as a person gives it, or as a script of the page does. */
function click(target: Element | null | undefined, isTrusted = true): MouseEvent {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  target?.dispatchEvent(event);
  return event;
}

const button = (name: string): HTMLElement | null => root.querySelector<HTMLElement>(name);
const named = (text: string): HTMLElement | undefined => [...root.querySelectorAll('button')].find((each) => each.textContent === text);

describe('the chip', () => {
  it('is one text button behind a wall that the page cannot look through', () => {
    const chip = placeChip(headline, 'Van wie?', actions);
    expect(mode).toBe('closed');
    expect(chip.host.shadowRoot).toBeNull();
    expect(chip.host.parentElement).toBe(headline);
    expect(button('.chip')?.textContent).toBe('Van wie?');
    expect(root.querySelectorAll('button')).toHaveLength(1);
  });

  it('changes no text of the headline', () => {
    placeChip(headline, 'Van wie?', actions);
    expect(headline.textContent).toBe('Een kop');
  });

  it('asks nothing until it is clicked', () => {
    placeChip(headline, 'Van wie?', actions);
    for (const type of ['mouseover', 'mouseenter', 'pointerover', 'focus'])
      button('.chip')?.dispatchEvent(new Event(type, { bubbles: true }));
    expect(actions.card).not.toHaveBeenCalled();
  });

  it('does not answer to a click that a script makes', () => {
    placeChip(headline, 'Van wie?', actions);
    click(button('.chip'), false);
    button('.chip')?.click();
    expect(actions.card).not.toHaveBeenCalled();
  });

  it('does not let a click follow the link around the headline', () => {
    placeChip(headline, 'Van wie?', actions);
    const follow = vi.fn();
    document.querySelector('a')?.addEventListener('click', follow);
    expect(click(button('.chip')).defaultPrevented).toBe(true);
    expect(follow).not.toHaveBeenCalled();
  });

  it('goes as it came', () => {
    const before = document.body.innerHTML;
    placeChip(headline, 'Van wie?', actions).remove();
    expect(document.body.innerHTML).toBe(before);
  });
});

describe('its card', () => {
  beforeEach(async () => {
    placeChip(headline, 'Van wie?', actions);
    click(button('.chip'));
    await vi.waitFor(() => expect(HTMLElement.prototype.showPopover).toHaveBeenCalled());
  });

  it('shows all sentences, as text and never as HTML', () => {
    const card = button('.card');
    expect(card?.querySelector('.lead')?.textContent).toBe(content.lead);
    expect(card?.querySelector('b')).toBeNull();
    expect([...(card?.querySelectorAll('dt, dd') ?? [])].map((each) => each.textContent)).toEqual([
      'Van wie?',
      'De Krant',
      'Uitgever',
      'volgens bronnen uit 2025',
    ]);
  });

  it('has a name for who cannot see it', () => {
    expect(button('.card')?.getAttribute('role')).toBe('dialog');
    expect(button('.card')?.getAttribute('aria-label')).toBe('Van wie?');
  });

  it('leads to all sources and to switching off, by a click of a person only', () => {
    click(named(content.more), false);
    click(named(content.switchOff ?? ''), false);
    expect([actions.more, actions.switchOff].map((action) => action.mock.calls.length)).toEqual([0, 0]);
    click(named(content.more));
    click(named(content.switchOff ?? ''));
    expect([actions.more, actions.switchOff].map((action) => action.mock.calls.length)).toEqual([1, 1]);
  });

  it('closes', () => {
    click(named(content.close));
    expect(HTMLElement.prototype.hidePopover).toHaveBeenCalled();
  });

  it('is made anew at the next click, not added to', async () => {
    click(button('.chip'));
    await vi.waitFor(() => expect(HTMLElement.prototype.showPopover).toHaveBeenCalledTimes(2));
    expect(root.querySelectorAll('.lead')).toHaveLength(1);
  });
});

it('opens nothing when there is no answer', async () => {
  actions.card.mockResolvedValue(null);
  placeChip(headline, 'Van wie?', actions);
  click(button('.chip'));
  await Promise.resolve();
  await Promise.resolve();
  expect(HTMLElement.prototype.showPopover).not.toHaveBeenCalled();
});

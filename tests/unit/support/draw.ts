import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';

/** Draws into a fresh element of the document; `again` draws something else in the same place, as an update does. */
export function draw(what: ComponentChild): { at: HTMLElement; again: (next: ComponentChild) => void } {
  const at = document.createElement('div');
  document.body.replaceChildren(at);
  const again = (next: ComponentChild): void => act(() => render(next, at)) as unknown as undefined;
  again(what);
  return { at, again };
}

/** Everything that happens on a click, drawn to the end. */
export async function press(target: Element | null | undefined): Promise<void> {
  await act(async () => {
    (target as HTMLElement | null | undefined)?.click();
  });
}

export async function type(field: Element | null, text: string): Promise<void> {
  await act(async () => {
    (field as HTMLInputElement).value = text;
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

export async function send(form: Element | null | undefined): Promise<void> {
  await act(async () => {
    form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
}

export function texts(at: ParentNode, selector: string): string[] {
  return [...at.querySelectorAll(selector)].map((each) => (each.textContent ?? '').replace(/\s+/g, ' ').trim());
}

import { visibleText, waitFor } from '../../tools/browser/surface';
import { expect, test } from './fixture';

interface Permissions {
  permissions: { getAll: () => Promise<{ origins?: string[]; permissions?: string[] }> };
  scripting: { getRegisteredContentScripts: () => Promise<object[]> };
}

test('a new user is welcomed, has given access to no site, and nothing runs in pages', async ({ startReader }) => {
  const reader = await startReader({ keepWelcome: true });
  expect(await reader.tabs()).toContain(reader.inside('welcome.html'));
  await reader.switchTo(reader.inside('welcome.html'));
  const options = await reader.open(reader.inside('options.html'));
  const { origins, scripts } = await options.run(async () => {
    const { browser, chrome } = globalThis as unknown as { browser?: Permissions; chrome: Permissions };
    const api = browser ?? chrome;
    return { origins: (await api.permissions.getAll()).origins ?? [], scripts: await api.scripting.getRegisteredContentScripts() };
  });
  expect(origins).toEqual([]);
  expect(scripts).toEqual([]);
  expect(reader.requests()).toEqual([]);
});

test('the welcome page leads to six practice pages and lets a person begin again', async ({ startReader }) => {
  const reader = await startReader();
  const welcome = await reader.open(reader.inside('welcome.html'));
  await waitFor(welcome, 'six practice pages', () => document.querySelectorAll('a[href*="/practice/"]').length === 6);
  const address = await welcome.run(() => document.querySelector<HTMLAnchorElement>('a[href*="/practice/"]')?.href ?? '');
  await reader.goTo(address);
  await reader.goTo(reader.inside('welcome.html'));
  const again = await reader.open(reader.inside('welcome.html'));
  await waitFor(again, 'a button to begin again', () =>
    [...document.querySelectorAll('button')].some((each) => each.textContent === 'Begin opnieuw'),
  );
  expect(await visibleText(again)).toContain('Bekeken');
  await reader.clickOn('.printed .actions button');
  await waitFor(again, 'the marks to be gone', () => !document.body.innerText.includes('Bekeken'));
});

test('the language follows the browser until a person chooses one, and then changes at once', async ({ startReader }) => {
  const reader = await startReader({ language: 'en' });
  const options = await reader.open(reader.inside('options.html'));
  await waitFor(options, 'English', () => document.documentElement.lang === 'en');
  await options.run(() => {
    const choice = document.querySelector<HTMLSelectElement>('#language');
    if (!choice) throw new Error('no choice of language');
    choice.value = 'nl';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await waitFor(options, 'Dutch', () => document.documentElement.lang === 'nl' && document.body.innerText.includes('Instellingen'));
  await reader.open(reader.inside('practice/nl/ordinary.html'));
  const popup = await reader.clickToolbar();
  await waitFor(popup, 'a Dutch card', () => document.body.innerText.includes('Van wie?'));
});

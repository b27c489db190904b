import { expect, test, inChromium } from './fixture';
test('x', async ({ reader }) => {
  const c = inChromium(reader);
  const o = await reader.open(reader.inside('options.html'));
  console.log(await o.run(() => [(globalThis as any).chrome.i18n.getUILanguage(), navigator.language, navigator.languages, document.body.innerText.slice(0,50)]), process.env.LANGUAGE, process.env.LANG, process.env.LC_ALL);
  reader.site.put('https://www.nrc.nl/a', '<p>hallo');
  await reader.open('https://www.nrc.nl/a');
  const p = await reader.clickToolbar();
  console.log(await p.run(() => [(globalThis as any).chrome.i18n.getUILanguage(), navigator.language, navigator.languages, document.body.innerText.slice(0,50)]));
  console.log(await p.run(() => (globalThis as any).chrome.storage.local.get()));
});

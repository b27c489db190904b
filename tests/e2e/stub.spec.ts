import { readCard } from '../../tools/browser/surface';
import { expect, test } from './fixture';

test('stub shows', async ({ reader }) => {
  reader.site.put('https://www.nrc.nl/a', '<!doctype html><title>Hallo</title><link rel=icon href="data:,"><p>ja');
  await reader.open('https://www.nrc.nl/a');
  const before = reader.requests();
  const card = await readCard(await reader.clickToolbar());
  expect(card.who.text).toContain('Hallo');
  expect(reader.requests()).toEqual(before);
});
test('stub again', async ({ reader }) => {
  reader.site.put('https://www.nrc.nl/b', '<!doctype html><title>Dag</title><link rel=icon href="data:,"><p>ja');
  await reader.open('https://www.nrc.nl/b');
  expect((await readCard(await reader.clickToolbar())).who.text).toContain('Dag');
});

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCard } from '../../tools/browser/surface';
import { buildFor, expect, test } from './fixture';
import { article } from './pages';

/** A copy of the build in which one byte in the middle of every part with real outlets is another. */
function damagedCopy(browser: 'chromium' | 'firefox'): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'colofon-damaged-'));
  cpSync(buildFor(browser), folder, { recursive: true });
  for (const file of readdirSync(path.join(folder, 'register')).filter((each) => /^\d+\.json\.gz$/.test(each))) {
    const part = path.join(folder, 'register', file);
    const bytes = readFileSync(part);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0xff;
    writeFileSync(part, bytes);
  }
  return folder;
}

test('a damaged part says so for its outlets, and nothing else breaks', async ({ startReader }, info) => {
  const extension = damagedCopy(info.project.name === 'firefox' ? 'firefox' : 'chromium');
  try {
    const reader = await startReader({ extension });
    const address = 'https://www.nrc.nl/nieuws/2026/11/20/brug-a1';
    reader.site.put(address, article({ headline: 'Brug over de Zijl weer open' }));
    await reader.open(address);
    const card = await readCard(await reader.clickToolbar());
    expect(card.who.state).toBe('unread');
    expect(card.who.text).toContain('Dit deel van onze lijst is beschadigd.');
    expect(card.when.text).toContain('20 november 2026');
    await reader.closePopup();
    await reader.open(reader.inside('practice/nl/ordinary.html'));
    const practice = await readCard(await reader.clickToolbar());
    expect(practice.who.state).toBe('known');
  } finally {
    rmSync(extension, { recursive: true, force: true });
  }
});

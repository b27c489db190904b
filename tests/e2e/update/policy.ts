import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserName } from './installation';

const CHROMIUM = process.env.CHROMIUM_POLICIES ?? '/etc/chromium/policies/managed';
const FIREFOX_ID = 'colofon@colofon.example';

/**
 * Sets settings for the extension as an administrator of the machine does, for browsers that are started after this.
 * Chromium knows one folder for the whole machine; the extension in `folder` gets an id of its own, so that no other is meant.
 *
 * @returns takes them back
 */
export function setPolicy(browser: BrowserName, folder: string, settings: Record<string, string>): () => void {
  return browser === 'firefox' ? inHome(settings) : inPolicies(withOwnId(folder), settings);
}

/** A manifest with a public key has the id that follows from it, wherever the extension lies. */
function withOwnId(folder: string): string {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'der' });
  const file = path.join(folder, 'manifest.json');
  writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), key: key.toString('base64') }));
  const hex = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return Array.from(hex, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16))).join('');
}

function inPolicies(id: string, settings: Record<string, string>): () => void {
  const file = path.join(CHROMIUM, `colofon-test-${id}.json`);
  try {
    mkdirSync(CHROMIUM, { recursive: true });
    writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: settings } } }));
  } catch (error) {
    throw new Error(`This test sets a policy for Chromium and may not write ${CHROMIUM}: run it as root, or make that folder writable.`, {
      cause: error,
    });
  }
  return () => rmSync(file, { force: true });
}

/** Firefox looks in the home of whoever starts it. */
function inHome(settings: Record<string, string>): () => void {
  const before = process.env.HOME;
  const home = mkdtempSync(path.join(tmpdir(), 'colofon-home-'));
  const folder = path.join(home, '.mozilla', 'managed-storage');
  mkdirSync(folder, { recursive: true });
  const manifest = { name: FIREFOX_ID, description: 'Colofon', type: 'storage', data: settings };
  writeFileSync(path.join(folder, `${FIREFOX_ID}.json`), JSON.stringify(manifest));
  process.env.HOME = home;
  return () => {
    if (before === undefined) delete process.env.HOME;
    else process.env.HOME = before;
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PLATFORM_HOSTS, PLATFORM_IDS } from '../../../lib/platforms/hosts';
import { ROOT } from '../files';

const BROWSERS = ['chrome', 'firefox'] as const;
/** In bytes after gzip: what a page that is read may have to take in. */
const LIMITS: Readonly<Record<string, number>> = {
  'reader.js': 12 * 1024,
  'headline.js': 4 * 1024,
  // On a click, on the page of a platform: all adapters, to read one post.
  'post.js': 20 * 1024,
  ...Object.fromEntries(PLATFORM_IDS.map((platform) => [`feed-${platform}.js`, 16 * 1024])),
};

function built(browser: string, file: string): Buffer {
  return readFileSync(path.join(ROOT, '.output', `${browser}-mv3`, file));
}

function filesOf(browser: string): string[] {
  const folder = path.join(ROOT, '.output', `${browser}-mv3`);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
}

describe.each(BROWSERS)('scripts that run in a page, in %s', (browser) => {
  it.each(Object.entries(LIMITS))('%s stays small', (file, limit) => {
    expect(gzipSync(built(browser, file), { level: 9 }).length).toBeLessThanOrEqual(limit);
  });

  it.each(Object.keys(LIMITS))('%s holds no framework, no polyfill and no data of the register', (file) => {
    const code = built(browser, file).toString('utf8');
    expect(code).not.toMatch(/preact|webextension-polyfill|dexie|tldts/i);
    const addresses = Array.from(code.matchAll(/https?:\/\/((?:[a-z0-9-]+\.)+[a-z]+)/gi), ([, host = '']) => host.replace(/^www\./, ''));
    // A script of platforms may name those: links in a page are held against them.
    const own = /^(?:feed-|post)/.test(file) ? PLATFORM_HOSTS.map((host) => host.replace(/^www\./, '')) : [];
    expect(addresses.filter((host) => ![...own, 'schema.org', 'w3.org', 'ogp.me'].includes(host))).toEqual([]);
  });
});

describe.each(BROWSERS)('the build for %s', (browser) => {
  it('runs no code from elsewhere and no text as code', () => {
    for (const file of filesOf(browser).filter((each) => each.endsWith('.js'))) {
      const code = built(browser, file).toString('utf8');
      expect.soft(code, file).not.toMatch(/\beval\s*\(|new Function\s*\(|importScripts\s*\(/);
    }
  });

  it('loads nothing from elsewhere in its pages and styles', () => {
    for (const file of filesOf(browser).filter((each) => /\.(html|css)$/.test(each))) {
      const text = built(browser, file).toString('utf8');
      expect.soft(text, file).not.toMatch(/(?:src|url\(|@import)\s*=?\s*["'(]?\s*https?:/i);
      expect.soft(text, file).not.toMatch(/<script(?![^>]*\b(?:src|type="application\/ld\+json"))[^>]*>/i);
      expect.soft(text, file).not.toMatch(/<link[^>]+rel="?(?:stylesheet|preload|modulepreload|icon)"?[^>]+href="?https?:/i);
    }
  });

  it('ships no source map, no source and no left-over', () => {
    expect(filesOf(browser).filter((file) => /\.(map|ts|tsx)$|(^|\/)(node_modules|\.git|\.DS_Store)/.test(file))).toEqual([]);
  });

  it('ships the register in parts under 64 KB', () => {
    const parts = filesOf(browser).filter((file) => /^register\/.*\.gz$/.test(file));
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect.soft(built(browser, part).length, part).toBeLessThanOrEqual(64 * 1024);
  });
});

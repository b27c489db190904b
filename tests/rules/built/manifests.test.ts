import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../files';
import expected from '../permissions.json';

type Manifest = Record<string, unknown> & { permissions?: string[] };

function manifestOf(browser: 'chrome' | 'firefox'): Manifest {
  return JSON.parse(readFileSync(path.join(ROOT, '.output', `${browser}-mv3`, 'manifest.json'), 'utf8')) as Manifest;
}

/** Every difference between a manifest and the checked-in list, as sentences: this list is what a reader is asked to agree to. */
function manifestProblems(browser: 'chrome' | 'firefox', manifest: Manifest): string[] {
  const problems: string[] = [];
  const same = (what: string, is: unknown, wanted: unknown): void => {
    if (JSON.stringify(is) !== JSON.stringify(wanted)) problems.push(`${what} is ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}`);
  };
  const wanted = expected[browser];
  same('permissions', [...(manifest.permissions ?? [])].sort(), wanted.permissions);
  same('optional_host_permissions', manifest.optional_host_permissions, wanted.optional_host_permissions);
  same('content_security_policy', manifest.content_security_policy, wanted.content_security_policy);
  for (const key of expected.both.absent) if (key in manifest) problems.push(`${key} is there`);
  if (browser === 'chrome') same('minimum_chrome_version', manifest.minimum_chrome_version, expected.chrome.minimum_chrome_version);
  else {
    same('browser_specific_settings', manifest.browser_specific_settings, expected.firefox.browser_specific_settings);
    const sidebar = manifest.sidebar_action as { open_at_install?: unknown } | undefined;
    same('open_at_install', sidebar?.open_at_install, expected.firefox.open_at_install);
  }
  return problems;
}

describe('what the builds ask for', () => {
  it.each(['chrome', 'firefox'] as const)('is in %s exactly what was agreed', (browser) => {
    expect(manifestProblems(browser, manifestOf(browser))).toEqual([]);
  });

  // The page that fetches in Firefox has no origin and no extension API; practice pages are no code of ours but a script.
  it.each(['chrome', 'firefox'] as const)('lets in %s no page of its own ask anything of the network', (browser) => {
    const folder = path.join(ROOT, '.output', `${browser}-mv3`);
    const pages = readdirSync(folder).filter((file) => file.endsWith('.html') && file !== 'register-fetch.html');
    expect(pages).toContain('popup.html');
    const policy = `<meta http-equiv="Content-Security-Policy" content="${expected.both.page_policy.replaceAll("'", '&#39;')}">`;
    for (const page of pages) {
      const html = readFileSync(path.join(folder, page), 'utf8');
      expect(html.indexOf(policy), page).toBeGreaterThan(0);
      expect(html.indexOf(policy), page).toBeLessThan(html.indexOf('<script'));
    }
  });

  it.each(['chrome', 'firefox'] as const)('is in %s described in both languages', (browser) => {
    const { name, description, default_locale } = manifestOf(browser);
    expect({ name, description, default_locale }).toEqual({
      name: '__MSG_extension_name__',
      description: '__MSG_extension_description__',
      default_locale: 'nl',
    });
  });
});

describe('the rule about manifests bites', () => {
  const good = manifestOf('firefox');
  it.each([
    ['one permission more', { permissions: [...(good.permissions ?? []), 'tabs'] }],
    ['a host permission', { host_permissions: ['https://*/*'] }],
    ['a static content script', { content_scripts: [{ matches: ['https://*/*'], js: ['a.js'] }] }],
    ['a web-accessible resource', { web_accessible_resources: [{ resources: ['a.css'], matches: ['<all_urls>'] }] }],
    ['a wider policy', { content_security_policy: { extension_pages: "script-src 'self' 'unsafe-eval'" } }],
    ['a sidebar that opens by itself', { sidebar_action: { default_panel: 'sidepanel.html' } }],
    [
      'collected data',
      { browser_specific_settings: { gecko: { id: 'a@b', data_collection_permissions: { required: ['browsingActivity'] } } } },
    ],
  ])('on %s', (_what, change) => {
    expect(manifestProblems('firefox', { ...good, ...change })).toHaveLength(1);
  });
});

import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { contentSecurityPolicy, pagesStayInside } from './tools/build/policy';

/**
 * Nothing is asked for at install but a click's worth of access (docs/decisions/access.md): no host permission, no static
 * content script, no web-accessible resource. `tests/rules` holds both built manifests against `tests/rules/permissions.json`.
 */
export default defineConfig({
  manifestVersion: 3,
  modulesDir: 'wxt-modules',
  imports: false,
  vite: () => ({ plugins: [preact(), pagesStayInside()], build: { sourcemap: false } }),
  hooks: {
    // The pages' own titles would otherwise become the tooltips of button and sidebar.
    'build:manifestGenerated': (_, manifest) => {
      if (manifest.action) manifest.action.default_title = '__MSG_tooltip_not_read__';
      if (manifest.sidebar_action)
        Object.assign(manifest.sidebar_action, {
          default_title: 'Colofon',
          open_at_install: false,
          default_icon: { 16: '/icons/read-16.png', 32: '/icons/read-32.png' },
        });
    },
  },
  zip: { excludeSources: ['tests/e2e/keys/**'] },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    short_name: 'Colofon',
    description: '__MSG_extension_description__',
    default_locale: 'nl',
    icons: {
      16: '/icons/read-16.png',
      32: '/icons/read-32.png',
      48: '/icons/read-48.png',
      128: '/icons/read-128.png',
    },
    permissions: ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    optional_host_permissions: ['*://*/*'],
    content_security_policy: { extension_pages: contentSecurityPolicy(browser) },
    ...(browser === 'firefox' ? {} : { storage: { managed_schema: 'managed-schema.json' } }),
    action: {
      default_title: '__MSG_tooltip_not_read__',
      default_icon: { 16: '/icons/not-read-16.png', 32: '/icons/not-read-32.png' },
    },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+C' } },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'colofon@colofon.example', strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : { minimum_chrome_version: '137' }),
  }),
});

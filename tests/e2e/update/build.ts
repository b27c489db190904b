import { build } from 'wxt';
import { contentSecurityPolicy, pagesStayInside } from '../../../tools/build/policy';

/** `tsx tests/e2e/update/build.ts chrome|firefox OUTPUT`: the extension with the address and root key of the environment built in. */
const [browser = 'chrome', outDir = ''] = process.argv.slice(2);
await build({
  browser,
  manifestVersion: 3,
  outDir,
  manifest: {
    content_security_policy: { extension_pages: contentSecurityPolicy(browser) },
    ...(browser === 'firefox' ? {} : { storage: { managed_schema: 'managed-schema.json' } }),
  },
  vite: () => ({ plugins: [pagesStayInside()] }),
});

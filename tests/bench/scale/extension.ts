import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { contentSecurityPolicy } from '../../../tools/build/policy';

/**
 * An unpacked extension of the product's look-up and update, without the rest of it.
 *
 * @param register folder of a compiled register to package, null for none
 */
export async function benchExtension(folder: string, register: string | null, address: string, rootKey: string): Promise<string> {
  for (const name of ['background', 'page']) {
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      define: {
        'import.meta.env.WXT_REGISTER_ADDRESS': JSON.stringify(address),
        'import.meta.env.WXT_REGISTER_ROOT_KEY': JSON.stringify(rootKey),
        'import.meta.env': '{}',
      },
      build: {
        outDir: folder,
        emptyOutDir: false,
        minify: true,
        lib: { entry: path.join(import.meta.dirname, `${name}.ts`), formats: ['es'], fileName: () => `${name}.js` },
      },
    });
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'page.html'), '<!doctype html><script type="module" src="page.js"></script>');
  if (register !== null) cpSync(register, path.join(folder, 'register'), { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Bench',
    version: '1',
    background: { service_worker: 'background.js', type: 'module' },
    permissions: ['alarms', 'storage'],
    content_security_policy: { extension_pages: contentSecurityPolicy('chrome') },
  };
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

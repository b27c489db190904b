import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** What runs in the page, and what understands it, as one script that leaves `colofon.sketchPage` and `colofon.observe` behind. */
export async function bundleHalves(): Promise<string> {
  const entry = fileURLToPath(new URL('./halves.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'colofon' } },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new Error('the reader could not be bundled');
  return chunk.code.replace('var colofon', 'globalThis.colofon');
}

import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The reader as one script that leaves `colofonReader.readPage` behind. */
export async function bundleReader(): Promise<string> {
  const entry = fileURLToPath(new URL('../../lib/page/read-page.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'colofonReader' } },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new Error('the reader could not be bundled');
  return chunk.code;
}

import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** A file of `lib/page` as one script that leaves its functions behind in `colofonReader`. */
export async function bundleReader(file: 'read-page.ts' | 'read-posts.ts'): Promise<string> {
  const entry = fileURLToPath(new URL(`../../lib/page/${file}`, import.meta.url));
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

import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** The reader as one script that leaves `colofonReader.readPage` behind. */
export async function bundleReader(): Promise<string> {
  const input = fileURLToPath(new URL('../../lib/page/read-page.ts', import.meta.url));
  const build = await rolldown({ input, platform: 'browser', logLevel: 'silent' });
  try {
    const { output } = await build.generate({ format: 'iife', name: 'colofonReader' });
    return output[0].code;
  } finally {
    await build.close();
  }
}

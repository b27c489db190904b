import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { FetchDone, FetchTask } from '../lib/app/fetch-frame';
import { download } from '../lib/store/download';

/**
 * Runs in `public/register-fetch.html`, a page in a sandbox, so that its requests carry no origin (`lib/app/fetch-frame.ts`).
 * Fetches what its parent asks for, and nothing else; it can reach nothing of the extension.
 */
export default defineUnlistedScript({
  include: ['firefox'],
  main() {
    addEventListener('message', ({ source, data, origin }: MessageEvent<FetchTask>) => {
      if (source === parent) void fetchFor(data, origin);
    });
    parent.postMessage('ready', '*');
  },
});

async function fetchFor({ id, address, limits }: FetchTask, origin: string): Promise<void> {
  const done: FetchDone = { id, answer: await download(address, limits) };
  parent.postMessage(done, origin, done.answer.ok ? [done.answer.bytes.buffer] : []);
}

import browser from 'webextension-polyfill';
import { type Download, type Downloader, download, type Limits } from '../store/download';

/** What the sandboxed page is asked (`entrypoints/register-fetch.ts`). */
export interface FetchTask {
  id: number;
  address: string;
  limits: Limits;
}

export interface FetchDone {
  id: number;
  answer: Download;
}

/**
 * A way to fetch that tells nobody which installation asks. Firefox sends `Origin: moz-extension://<UUID of this installation>`
 * with a request from the background, and `null` with one from a sandboxed page; so there the background, which is a page,
 * opens one. In Chromium the background is a worker, whose origin is the same in every installation.
 */
export function openDownloader(): { download: Downloader; close: () => void } {
  if (typeof document === 'undefined') return { download, close: () => undefined };
  const frame = document.createElement('iframe');
  // Without `allow-same-origin`: the page has no origin, no storage and no extension API.
  frame.sandbox.add('allow-scripts');
  const waiting = new Map<number, (answer: Download) => void>();
  let last = 0;
  const ready = new Promise<void>((resolve) => {
    addEventListener('message', receive);
    function receive({ source, data }: MessageEvent<unknown>): void {
      if (source === null || source !== frame.contentWindow) return;
      if (data === 'ready') resolve();
      else if (isDone(data)) waiting.get(data.id)?.(data.answer);
    }
    frame.addEventListener('close-downloader', () => removeEventListener('message', receive));
  });
  frame.src = browser.runtime.getURL('/register-fetch.html');
  document.body.append(frame);
  return {
    download: async (address, limits) => {
      await ready;
      const id = ++last;
      const task: FetchTask = { id, address, limits };
      return new Promise((resolve) => {
        // Should the page be gone, its own limits are gone with it.
        const end = setTimeout(() => done({ ok: false, reason: 'too-slow' }), limits.total + 1000);
        const done = (answer: Download): void => {
          clearTimeout(end);
          waiting.delete(id);
          resolve(answer);
        };
        waiting.set(id, done);
        // A page without an origin can be named by no other target; nothing in a task is secret.
        frame.contentWindow?.postMessage(task, '*');
      });
    },
    close: () => {
      frame.dispatchEvent(new Event('close-downloader'));
      frame.remove();
    },
  };
}

/** What comes back is verified by signature and hash like anything from the network; here only its shape counts. */
function isDone(data: unknown): data is FetchDone {
  if (typeof data !== 'object' || data === null || !('id' in data) || !('answer' in data)) return false;
  const { answer } = data;
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  return answer.ok === true ? 'bytes' in answer && answer.bytes instanceof Uint8Array : 'reason' in answer;
}

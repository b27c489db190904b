import type { Reason } from '../core/update/reasons';
import { joined } from './unpack';

/** How much and how long one file may take. Times in milliseconds. */
export interface Limits {
  /** A file that is larger is broken off as soon as it is. */
  most: number;
  /** Its size is known: anything else is refused. */
  exact: boolean;
  /** Until the server answers, and between two pieces. */
  silence: number;
  /** For the whole file: a server that sends a byte now and then does not keep us. */
  total: number;
}

export type Download = { ok: true; bytes: Uint8Array<ArrayBuffer> } | { ok: false; reason: Reason };

/** Fetches one file; as a value, so that it can be done here or in a frame. */
export type Downloader = (address: string, limits: Limits) => Promise<Download>;

/**
 * The only place from which the extension asks anything of the network. The request says nothing about who asks: no cookies,
 * no referrer, no header of our own. `no-cache` lets the browser revalidate what it has by itself. A redirect could lead
 * anywhere and is refused.
 */
export async function download(address: string, limits: Limits): Promise<Download> {
  const stop = new AbortController();
  let reason: Reason = 'unreachable';
  const giveUp = (why: Reason): void => {
    reason = why;
    stop.abort();
  };
  const end = setTimeout(() => giveUp('too-slow'), limits.total);
  let quiet = setTimeout(() => giveUp('too-slow'), limits.silence);
  try {
    const response = await fetch(address, {
      cache: 'no-cache',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: stop.signal,
    });
    if (response.status !== 200 || response.body === null) {
      await response.body?.cancel();
      return { ok: false, reason: 'no-file' };
    }
    const reader = response.body.getReader();
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let length = 0;
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      clearTimeout(quiet);
      quiet = setTimeout(() => giveUp('too-slow'), limits.silence);
      length += step.value.length;
      if (length > limits.most) {
        await reader.cancel();
        return { ok: false, reason: 'too-large' };
      }
      chunks.push(step.value);
    }
    if (limits.exact && length !== limits.most) return { ok: false, reason: 'wrong-size' };
    return { ok: true, bytes: joined(chunks, length) };
  } catch {
    return { ok: false, reason };
  } finally {
    clearTimeout(end);
    clearTimeout(quiet);
  }
}

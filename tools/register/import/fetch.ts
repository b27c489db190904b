import { filedUnder } from '../../../lib/core/hosts';
import { ImportProblem, MAX_BYTES } from './clean';

/** Named with every request, so that a site can see who asks and refuse it. */
export const USER_AGENT = 'Colofon register tool';

const TIMEOUT = 20_000;
const MAX_REDIRECTS = 3;

export interface Fetched {
  bytes: Uint8Array;
  /** Where it was in the end. */
  address: string;
}

export interface FetchWishes {
  /** Said before every request. */
  announce: (line: string) => void;
  accept?: string;
  timeout?: number;
  maxBytes?: number;
}

/**
 * One file from the network: announced first, at most 5 MB and 20 seconds, redirects only within the same site. Null when the
 * site says that it is not there.
 */
export async function fetchFile(address: string, wishes: FetchWishes): Promise<Fetched | null> {
  const signal = AbortSignal.timeout(wishes.timeout ?? TIMEOUT);
  let here = new URL(address);
  for (let turn = 0; turn <= MAX_REDIRECTS; turn += 1) {
    wishes.announce(`asking ${here.href}`);
    const response = await asked(here, wishes, signal);
    const next = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && next !== null) {
      await response.body?.cancel();
      const there = URL.canParse(next, here) ? new URL(next, here) : null;
      if (there === null || !sameSite(here, there))
        throw new ImportProblem(`${here.href}: points to another site, ${there?.origin ?? 'with a broken address'} — not followed`);
      here = there;
      continue;
    }
    if (response.status === 404 || response.status === 410) {
      await response.body?.cancel();
      return null;
    }
    if (!response.ok) {
      await response.body?.cancel();
      throw new ImportProblem(`${here.href}: answers with ${response.status}`);
    }
    return { bytes: await bounded(response, here, wishes.maxBytes ?? MAX_BYTES), address: here.href };
  }
  throw new ImportProblem(`${address}: more than ${MAX_REDIRECTS} redirects`);
}

async function asked(here: URL, { accept }: FetchWishes, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(here, {
      redirect: 'manual',
      headers: { 'user-agent': USER_AGENT, ...(accept === undefined ? {} : { accept }) },
      signal,
    });
  } catch (error) {
    throw new ImportProblem(`${here.href}: ${reason(error)}`);
  }
}

async function bounded(response: Response, here: URL, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > most) throw new ImportProblem(`${here.href}: more than ${most} bytes — not read`);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof ImportProblem) throw error;
    throw new ImportProblem(`${here.href}: ${reason(error)}`);
  }
  return Buffer.concat(chunks);
}

/** The same registrable domain, and never from https to http. On a machine without a public name, the same port as well. */
function sameSite(from: URL, to: URL): boolean {
  if (to.protocol !== from.protocol && to.protocol !== 'https:') return false;
  const [one, other] = [filedUnder(from.hostname), filedUnder(to.hostname)];
  return one === null ? from.host === to.host : one === other;
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return 'cannot be reached';
  if (error.name === 'TimeoutError') return 'takes too long';
  return error.cause instanceof Error ? `cannot be reached (${error.cause.message})` : error.message;
}

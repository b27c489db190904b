import { afterEach, describe, expect, it, vi } from 'vitest';
import { packagedFile, packagedIndex, packagedNewsHosts } from '../../../lib/store/packaged-register';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/browser')).browser }));
afterEach(() => vi.unstubAllGlobals());

function serve(reply: () => Response | Promise<Response>) {
  const fetched = vi.fn(async (_: string) => reply());
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

const index = { format: 1, version: '2026.11.23', built: '2026-11-20', parts: [], counts: {} };

describe('the packaged register', () => {
  it('is read from the extension itself and from nowhere else', async () => {
    const fetched = serve(() => new Response(new Uint8Array([1, 2])));
    expect(await packagedFile('000.json.gz')).toEqual({ ok: true, bytes: new Uint8Array([1, 2]) });
    expect(fetched.mock.calls.map(([address]) => address)).toEqual(['chrome-extension://abcdef/register/000.json.gz']);
  });

  it('says so when a file is missing', async () => {
    serve(() => new Response(null, { status: 404 }));
    expect(await packagedFile('999.json.gz')).toEqual({ ok: false });
    serve(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await packagedFile('999.json.gz')).toEqual({ ok: false });
    expect(await packagedIndex()).toBeNull();
  });

  it('gives its index', async () => {
    serve(() => Response.json(index));
    expect(await packagedIndex()).toEqual(index);
  });

  it('gives the news hosts, which look-ups have no need of, from a file apart', async () => {
    const fetched = serve(() => Response.json(['krant.nl', 3]));
    expect(await packagedNewsHosts()).toEqual(['krant.nl']);
    expect(fetched.mock.calls.map(([address]) => address)).toEqual(['chrome-extension://abcdef/register/news-hosts.json']);
  });

  it.each(['', 'null', '[]', '{"format":1', '{"format":2,"parts":[]}', '{"format":1,"parts":{}}', '"index"'])(
    'has no index, and no news sites, when the file is %s',
    async (text) => {
      serve(() => new Response(text));
      expect(await packagedIndex()).toBeNull();
      expect(await packagedNewsHosts()).toEqual([]);
    },
  );
});

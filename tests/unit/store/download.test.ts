import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { download, type Limits } from '../../../lib/store/download';

const LIMITS: Limits = { most: 1000, exact: false, silence: 300, total: 900 };
let server: Server | null = null;

async function serve(listener: RequestListener): Promise<string> {
  const made = createServer(listener);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}/manifest.json`;
}

afterEach(async () => {
  const open = server;
  server = null;
  open?.closeAllConnections();
  await new Promise<void>((resolve) => (open === null ? resolve() : open.close(() => resolve())));
});

describe('a download', () => {
  it('gives the bytes of a file that is as it should be', async () => {
    const address = await serve((_, response) => response.end('abc'));
    expect(await download(address, LIMITS)).toEqual({ ok: true, bytes: new TextEncoder().encode('abc') });
  });

  it('breaks off data that does not end as soon as it is too much', async () => {
    let sent = 0;
    const address = await serve((_, response) => {
      const more = setInterval(() => {
        sent += 600;
        response.write('x'.repeat(600));
      }, 20);
      response.on('close', () => clearInterval(more));
    });
    expect(await download(address, LIMITS)).toEqual({ ok: false, reason: 'too-large' });
    const then = sent;
    await new Promise((resolve) => setTimeout(resolve, 200));
    // Nobody listens any more: at most what was on its way came after.
    expect(sent).toBeLessThanOrEqual(then + 1200);
  });

  it('gives up on a server that does not answer', async () => {
    const address = await serve(() => undefined);
    expect(await download(address, LIMITS)).toEqual({ ok: false, reason: 'too-slow' });
  });

  it('gives up on a server that sends a byte now and then', async () => {
    const address = await serve((_, response) => {
      const drip = setInterval(() => response.write('x'), 100);
      response.on('close', () => clearInterval(drip));
    });
    const begun = Date.now();
    expect(await download(address, LIMITS)).toEqual({ ok: false, reason: 'too-slow' });
    expect(Date.now() - begun).toBeLessThan(3000);
  });

  it('gives up on a server that falls silent halfway', async () => {
    const address = await serve((_, response) => response.write('abc'));
    expect(await download(address, LIMITS)).toEqual({ ok: false, reason: 'too-slow' });
  });

  it.each([
    ['shorter', 'ab'],
    ['longer', 'abcd'],
  ])('refuses a file that is %s than was said', async (_, body) => {
    const address = await serve((_request, response) => response.end(body));
    const { ok } = await download(address, { ...LIMITS, most: 3, exact: true });
    expect(ok).toBe(false);
  });

  it('follows no redirect', async () => {
    const address = await serve((request, response) => {
      if (request.url === '/elsewhere') response.end('abc');
      else response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect(await download(address, LIMITS)).toEqual({ ok: false, reason: 'unreachable' });
  });

  it.each([404, 500, 206, 204])('takes nothing from an answer %i', async (status) => {
    const address = await serve((_, response) => response.writeHead(status).end());
    expect(await download(address, LIMITS)).toEqual({ ok: false, reason: 'no-file' });
  });

  it('says nothing in the request of who asks', async () => {
    let heard: string[] = [];
    const address = await serve((request, response) => {
      heard = Object.keys(request.headers);
      response.end('abc');
    });
    await download(address, LIMITS);
    expect(heard.filter((name) => /cookie|referer|authorization|origin|if-|x-/.test(name))).toEqual([]);
  });
});

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fetchFile } from '../../../../../tools/register/import/fetch';

async function site(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

describe('fetchFile', () => {
  it('says the address before it asks, and who asks', async () => {
    const said: string[] = [];
    let agent: string | undefined;
    const host = await site((request, response) => {
      expect(said).toEqual([`asking ${host}/trust.txt`]);
      agent = request.headers['user-agent'];
      response.end('belongto=persbond.example');
    });
    const fetched = await fetchFile(`${host}/trust.txt`, { announce: (line) => said.push(line) });
    expect(new TextDecoder().decode(fetched?.bytes)).toBe('belongto=persbond.example');
    expect(agent).toBe('Colofon register tool');
  });

  it('says nothing is there when the site says so', async () => {
    const host = await site((_, response) => response.writeHead(404).end());
    expect(await fetchFile(`${host}/ads.txt`, { announce: () => {} })).toBeNull();
  });

  it('follows a redirect on the same site, announced, and not to another or for ever', async () => {
    const said: string[] = [];
    const other = await site((_, response) => response.end('elders'));
    const host = await site((request, response) => {
      if (request.url === '/a') response.writeHead(301, { location: '/b' }).end();
      else if (request.url === '/b') response.end('hier');
      else if (request.url === '/weg') response.writeHead(302, { location: `${other}/` }).end();
      else if (request.url === '/script') response.writeHead(302, { location: 'javascript:alert(1)' }).end();
      else response.writeHead(302, { location: '/rond' }).end();
    });
    const announce = (line: string): void => {
      said.push(line);
    };
    expect((await fetchFile(`${host}/a`, { announce }))?.address).toBe(`${host}/b`);
    expect(said).toEqual([`asking ${host}/a`, `asking ${host}/b`]);
    await expect(fetchFile(`${host}/weg`, { announce })).rejects.toThrow(/points to another site, .* — not followed/);
    await expect(fetchFile(`${host}/script`, { announce })).rejects.toThrow(/not followed/);
    await expect(fetchFile(`${host}/rond`, { announce })).rejects.toThrow(/more than 3 redirects/);
    expect(said.join()).not.toContain(other);
  });

  it('stops at the size and time it was given, also when the site does not say how much comes', async () => {
    const host = await site((request, response) => {
      if (request.url === '/groot') {
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(10_000)));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      } else response.write('begin');
    });
    await expect(fetchFile(`${host}/groot`, { announce: () => {}, maxBytes: 50_000 })).rejects.toThrow(/more than 50000 bytes/);
    await expect(fetchFile(`${host}/traag`, { announce: () => {}, timeout: 200 })).rejects.toThrow(/takes too long/);
  });

  it('says in one line what else goes wrong', async () => {
    const host = await site((_, response) => response.writeHead(503).end());
    await expect(fetchFile(`${host}/`, { announce: () => {} })).rejects.toThrow(/answers with 503/);
    await expect(fetchFile('http://127.0.0.1:1/', { announce: () => {} })).rejects.toThrow(/cannot be reached|bad port/);
  });
});

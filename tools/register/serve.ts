import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { join } from 'node:path';
import { selfSigned } from '../browser/certificate';

/** Names that stand in a tree; nothing else of the folder is served. */
const PATH = /^\/((manifest|keys)\.(json|sig)|(files|bundles)\/[0-9a-f]{64}\.bin)$/;

/**
 * Serves a tree on this machine over https with a certificate of its own, as any static host would: with the one header that
 * lets an extension read it.
 */
export function serveTree(tree: string, port: number, log: (line: string) => void): Promise<Server> {
  const server = createServer(selfSigned(), (request, response) => {
    const path = request.url ?? '/';
    const file = PATH.test(path) ? join(tree, path) : null;
    const size = file === null ? undefined : statSync(file, { throwIfNoEntry: false })?.size;
    log(`${request.method ?? ''} ${path} ${size === undefined ? 404 : 200}`);
    if (file === null || size === undefined || request.method !== 'GET') {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': path.endsWith('.json') ? 'application/json' : 'application/octet-stream',
      'content-length': size,
      'cache-control': path.endsWith('.bin') ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
      'access-control-allow-origin': '*',
    });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

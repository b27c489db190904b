import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { selfSigned } from './certificate';

/** What is answered at an address. `html` is short for a 200 with a UTF-8 page. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body: string | Buffer;
}

export interface LoggedRequest {
  method: string;
  /** Scheme, host, path and query. */
  address: string;
  /** `sec-fetch-dest`: `document`, `image`, `empty` (a fetch) and so on; null where the browser sends none. */
  destination: string | null;
  origin: string | null;
}

/**
 * The whole internet, on loopback: browsers under test resolve every name to this server, which answers the pages it was
 * given, 404 to all else, and writes down every request and every connection.
 */
export interface Site {
  tlsPort: number;
  plainPort: number;
  /** Every request since the start, in order of arrival. */
  log: LoggedRequest[];
  /** Connections opened since the start, also those that never became a request. */
  connections: () => number;
  /** Serves `answer` (a page, or a full answer) at an http(s) address; the query of the address counts too. */
  put: (address: string, answer: string | Answer) => void;
  close: () => Promise<void>;
}

export async function startSite(): Promise<Site> {
  const answers = new Map<string, Answer>();
  const log: LoggedRequest[] = [];
  let connections = 0;

  const listen = (scheme: 'http' | 'https'): RequestListener => {
    return (request, response) => {
      const address = addressOf(scheme, request);
      log.push({
        method: request.method ?? '',
        address,
        destination: header(request, 'sec-fetch-dest'),
        origin: header(request, 'origin'),
      });
      reply(response, answers.get(address) ?? { status: 404, body: '<!doctype html><title>404</title><p>Niets gevonden.' });
    };
  };
  const tls = createTlsServer(selfSigned(), listen('https'));
  const plain = createServer(listen('http'));
  for (const server of [tls, plain]) server.on('connection', (_socket: Socket) => connections++);
  const [tlsPort, plainPort] = await Promise.all([start(tls), start(plain)]);

  return {
    tlsPort,
    plainPort,
    log,
    connections: () => connections,
    put: (address, answer) => {
      answers.set(new URL(address).href, typeof answer === 'string' ? { body: answer } : answer);
    },
    close: async () => {
      await Promise.all([stop(tls), stop(plain)]);
    },
  };
}

/** Chromium's `--host-resolver-rules`: the two web ports come here, anything else does not exist. No name is looked up. */
export function resolverRules(site: Site): string {
  return `MAP *:443 127.0.0.1:${site.tlsPort},MAP *:80 127.0.0.1:${site.plainPort},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1`;
}

/** The same for Firefox, as preferences. */
export function resolverPreferences(site: Site): Record<string, string> {
  return {
    'network.dns.forceResolve': '127.0.0.1',
    'network.socket.forcePort': `443=${site.tlsPort};80=${site.plainPort}`,
  };
}

function addressOf(scheme: string, request: IncomingMessage): string {
  try {
    return new URL(request.url ?? '/', `${scheme}://${request.headers.host ?? 'unknown.invalid'}`).href;
  } catch {
    return `${scheme}://unreadable.invalid/`;
  }
}

function header(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
}

function reply(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status ?? 200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...answer.headers });
  response.end(answer.body);
}

async function start(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A server that was stopped before is stopped. */
async function stop(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { selfSigned } from '../../../tools/browser/certificate';

/** How the server behaves, from the next request on. */
export interface Behaviour {
  /** Sends the header that lets an extension read the answer. */
  cors: boolean;
  /** Bytes a second for the files, 0 for as fast as it can. */
  rate: number;
  /** Answers everything with a redirect to another host. */
  redirect: boolean;
}

/** A real static web server with TLS in front of one tree. */
export interface Nginx {
  port: number;
  /** `METHOD /path status` of every request since the last call. */
  requests: () => string[];
  /** Bytes sent since the last call, headers included. */
  sent: () => number;
  behave: (behaviour: Partial<Behaviour>) => Promise<void>;
  close: () => Promise<void>;
}

const REDIRECT = 'return 302 https://elders.example$uri;';
const ORDINARY: Behaviour = { cors: true, rate: 0, redirect: false };

/** The tree is served under `/v1/`. */
export async function startNginx(tree: string): Promise<Nginx> {
  const folder = mkdtempSync(path.join(tmpdir(), 'colofon-nginx-'));
  // The server's workers run as another user when it is started by root.
  chmodSync(folder, 0o755);
  chmodSync(tree, 0o755);
  mkdirSync(path.join(folder, 'temp'));
  const { key, cert } = selfSigned();
  writeFileSync(path.join(folder, 'key.pem'), key);
  writeFileSync(path.join(folder, 'cert.pem'), cert);
  const port = await freePort();
  const file = path.join(folder, 'nginx.conf');
  const log = path.join(folder, 'access.log');
  const sizes = path.join(folder, 'sizes.log');
  for (const each of [log, sizes]) writeFileSync(each, '');
  writeFileSync(file, configuration(folder, tree, port, ORDINARY));
  const server = spawn(process.env.NGINX_PATH ?? '/usr/sbin/nginx', ['-c', file, '-p', folder, '-e', path.join(folder, 'error.log')], {
    stdio: 'ignore',
  });
  await answering(port);

  let [seen, counted] = [0, 0];
  const linesOf = (name: string): string[] => readFileSync(name, 'utf8').split('\n').filter(Boolean);
  return {
    port,
    requests: () => {
      const fresh = linesOf(log).slice(seen);
      seen += fresh.length;
      return fresh;
    },
    sent: () => {
      const fresh = linesOf(sizes).slice(counted);
      counted += fresh.length;
      return fresh.reduce((sum, line) => sum + Number(line), 0);
    },
    behave: async (behaviour) => {
      writeFileSync(file, configuration(folder, tree, port, { ...ORDINARY, ...behaviour }));
      server.kill('SIGHUP');
      // New workers take over within this; old ones finish what they were sending.
      await new Promise((resolve) => setTimeout(resolve, 500));
    },
    close: async () => {
      await stopped(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configuration(folder: string, tree: string, port: number, { cors, rate, redirect }: Behaviour): string {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/temp;`).join(' ');
  const root = process.getuid?.() === 0 ? 'user root;' : '';
  return `${root} daemon off; pid ${folder}/nginx.pid; worker_processes 1;
events { worker_connections 256; }
http {
  ${paths}
  log_format plain '$request_method $uri $status';
  access_log ${folder}/access.log plain;
  log_format size '$bytes_sent';
  access_log ${folder}/sizes.log size;
  types { application/json json; } default_type application/octet-stream;
  server {
    listen 127.0.0.1:${port} ssl http2;
    ssl_certificate ${folder}/cert.pem; ssl_certificate_key ${folder}/key.pem;
    ${cors ? 'add_header Access-Control-Allow-Origin * always;' : ''}
    location /v1/files/ { ${rate > 0 ? `limit_rate ${rate};` : ''} ${redirect ? REDIRECT : `alias ${tree}/files/;`} }
    location /v1/ { ${redirect ? REDIRECT : `alias ${tree}/;`} }
    location / { return 404; }
  }
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => resolve(false));
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('nginx did not start');
}

async function stopped(server: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => server.on('close', resolve));
  if (server.exitCode === null && server.kill('SIGQUIT')) await gone;
}

import { connect, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, connect as tlsConnect } from 'node:tls';
import { selfSigned } from '../../../tools/browser/certificate';

/** The one port that browsers under test reach for every https host, split by the name they ask for. */
export interface Front {
  port: number;
  close: () => Promise<void>;
}

/** @param portFor by what stands in the first bytes of a TLS connection, where the host's name is readable */
export async function startFront(host: string, hostPort: () => number, otherPort: number): Promise<Front> {
  const server = createServer((socket) => {
    socket.once('data', (hello) => {
      const onward = connect(hello.includes(host) ? hostPort() : otherPort, '127.0.0.1');
      onward.write(hello);
      join(socket, onward);
    });
    socket.on('error', () => socket.destroy());
  });
  return { port: await listen(server), close: () => closed(server) };
}

/** Takes the TLS off, writes down every byte that the browser sends, and puts it on again towards the real server. */
export interface Recorder {
  port: number;
  /** Requests as they came, each with its headers, sorted. */
  requests: () => string[];
  close: () => Promise<void>;
}

export async function startRecorder(serverPort: number): Promise<Recorder> {
  const heard: string[] = [];
  const server = createTlsServer({ ...selfSigned(), ALPNProtocols: ['http/1.1'] }, (socket) => {
    const onward = tlsConnect({ port: serverPort, host: '127.0.0.1', rejectUnauthorized: false, ALPNProtocols: ['http/1.1'] });
    const at = heard.push('') - 1;
    socket.on('data', (bytes) => {
      heard[at] += bytes.toString('latin1');
    });
    join(socket, onward);
  });
  return {
    port: await listen(server),
    requests: () =>
      heard
        .flatMap((text) => text.split('\r\n\r\n'))
        .filter(Boolean)
        .sort(),
    close: () => closed(server),
  };
}

function join(left: Socket, right: Socket): void {
  left.pipe(right);
  right.pipe(left);
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Connections that a browser keeps open would hold it for minutes. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.unref();
    setTimeout(resolve, 200);
  });
}

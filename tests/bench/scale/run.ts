import { mkdtempSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { startNginx } from '../../e2e/update/nginx';
import { quantile } from '../measure';
import { type BenchBrowser, benchBrowser, type During } from './browser';
import { benchExtension } from './extension';
import { type CompiledRegister, compileInto, newTree, packedSize, type ReleaseTree, removeFolder } from './releases';

const HOST = 'lijst.example';

/** One figure, with what is wanted of it at the largest size. */
export interface Figure {
  what: string;
  value: number;
  unit: string;
  limit: number | null;
}

export interface SizeReport {
  domains: number;
  figures: Figure[];
}

/** Both are told as they come: at the largest size the whole takes many minutes. */
export interface Telling {
  step: (line: string) => void;
  figure: (figure: Figure) => void;
}

/** Everything that grows with the register, for each number of domains, in a real Chromium and from a real server. */
export async function measureScale(sizes: readonly number[], telling: Telling): Promise<SizeReport[]> {
  const reports: SizeReport[] = [];
  for (const domains of sizes) {
    const folder = mkdtempSync(path.join(tmpdir(), 'colofon-scale-'));
    const figures: Figure[] = [];
    const add = (...found: Figure[]): void => {
      for (const each of found) telling.figure(each);
      figures.push(...found);
    };
    try {
      await measure({ folder, domains, add, step: (line) => telling.step(`${domains} domains: ${line}`) });
      reports.push({ domains, figures });
    } finally {
      removeFolder(folder);
    }
  }
  return reports;
}

interface Bench {
  folder: string;
  domains: number;
  step: (line: string) => void;
  add: (...figures: Figure[]) => void;
}

async function measure(bench: Bench): Promise<void> {
  const { folder, domains, add, step } = bench;
  step('making the register');
  const first = compileInto(path.join(folder, 'first'), domains, 0);
  const tree = newTree(path.join(folder, 'tree'));
  add(figure('load of the machine', loadavg()[0] ?? 0, ''), ...sizes(first));
  step('look-ups in the package');
  const packaged = await benchExtension(path.join(folder, 'packaged'), first.folder, `https://${HOST}/v1/`, tree.root.public);
  await withBrowser(packaged, 0, async (browser) => add(...(await lookUps(browser, first, 'package'))));
  step('signing');
  const manifest = tree.publish(first, '2026.11.23');
  add(figure('manifest', packedKB(tree, 'manifest.json'), 'kB gzip'), figure('index', manifest.index.bytes / 1000, 'kB gzip'));
  const server = await startNginx(tree.folder);
  const bare = await benchExtension(path.join(folder, 'bare'), null, `https://${HOST}/v1/`, tree.root.public);
  try {
    await withBrowser(bare, server.port, (browser) => updates(browser, bench, first, tree, server.sent));
  } finally {
    await server.close();
  }
}

async function updates(
  browser: BenchBrowser,
  { folder, domains, add, step }: Bench,
  first: CompiledRegister,
  tree: ReleaseTree,
  sent: () => number,
): Promise<void> {
  step('a whole update');
  const addresses = first.sample(200).map((host) => `https://www.${host}/nieuws`);
  const empty = await browser.memory();
  sent();
  const whole = installed(await browser.update([]));
  const wholeBytes = sent();
  const after = await browser.memory();
  add(
    figure('whole update, from the click to the answer', whole.update / 1000, 's', 3),
    figure('whole update, sent by the server', wholeBytes / 1e6, 'MB'),
    figure('memory of the extension before it', empty.now / 1e6, 'MB'),
    figure('memory at its most during it', after.most / 1e6, 'MB'),
  );
  add(...(await lookUps(browser, first, 'stored')));

  step('1 % changed');
  const second = compileInto(path.join(folder, 'second'), domains, 0.01);
  tree.publish(second, '2026.11.24');
  sent();
  const changes = installed(await browser.update(addresses));
  const changeBytes = sent();
  add(
    figure('1 % changed, sent by the server', changeBytes / 1e6, 'MB'),
    figure('1 % changed, share of the whole', (100 * changeBytes) / wholeBytes, '%', 3),
    figure('1 % changed, from the click to the answer', changes.update / 1000, 's'),
    ...during('1 % changed', changes),
  );

  step('another whole update, with look-ups during it');
  tree.publish(first, '2026.11.25');
  tree.withoutChanges();
  const again = installed(await browser.update(addresses));
  add(figure('whole update with look-ups during it', again.update / 1000, 's'), ...during('whole update', again));
}

function installed(during: During): During {
  if (during.last?.result !== 'updated') throw new Error(`the update was not installed: ${during.last?.reason ?? 'no answer'}`);
  return during;
}

function during(what: string, { inPage, inBackground }: { inPage: number[]; inBackground: number[] }): Figure[] {
  return [
    figure(`${what}: look-ups in a page meanwhile`, inPage.length, ''),
    figure(`${what}: the middle one`, quantile(inPage, 0.5), 'ms'),
    figure(`${what}: the slowest`, quantile(inPage, 1), 'ms'),
    figure(`${what}: asked of the background, the middle one`, quantile(inBackground, 0.5), 'ms'),
    figure(`${what}: asked of the background, the slowest`, quantile(inBackground, 1), 'ms'),
  ];
}

/** Cold: the background was stopped, and this is the first thing it does. Warm: the same part was read just before. */
async function lookUps(browser: BenchBrowser, register: CompiledRegister, where: string): Promise<Figure[]> {
  const addresses = register.sample(60).map((host) => `https://www.${host}/nieuws`);
  const cold: number[] = [];
  const started: number[] = [];
  for (const address of addresses.slice(0, 15)) {
    await browser.stopBackground();
    const { times, ready, listed } = await browser.lookUp([address]);
    if (listed !== 1) throw new Error(`${address} was not found`);
    cold.push(times[0] ?? Number.NaN);
    started.push(ready);
  }
  await browser.lookUp(addresses);
  const others = await browser.lookUp(addresses);
  const [one = ''] = addresses;
  const same = await browser.lookUp(Array.from({ length: 101 }, () => one));
  return [
    // The clock also counts what else the machine is doing; the quickest of them is nearest to the work itself.
    figure(`look-up in the ${where}, just woken: quickest of 15`, quantile(cold, 0), 'ms', 10),
    figure(`look-up in the ${where}, just woken: median`, quantile(cold, 0.5), 'ms'),
    figure('  its script had run after', quantile(started, 0.5), 'ms'),
    figure(`look-up in the ${where}, awake, an outlet read before (median of 100)`, quantile(same.times.slice(1), 0.5), 'ms', 1),
    figure(`look-up in the ${where}, awake, another part each time (median of 60)`, quantile(others.times, 0.5), 'ms'),
  ];
}

function sizes({ bytes, index }: CompiledRegister): Figure[] {
  const parts = index.parts.map((part) => part.bytes);
  return [
    figure('package', bytes / 1e6, 'MB gzip'),
    figure('outlets', index.counts.outlets, ''),
    figure('parts', parts.length, ''),
    figure('largest part', Math.max(...parts) / 1000, 'kB gzip'),
    figure('middle part', quantile(parts, 0.5) / 1000, 'kB gzip'),
  ];
}

async function withBrowser(extension: string, port: number, work: (browser: BenchBrowser) => Promise<void>): Promise<void> {
  const browser = await benchBrowser(extension, HOST, port);
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

function packedKB(tree: ReleaseTree, name: string): number {
  return packedSize(path.join(tree.folder, name)) / 1000;
}

function figure(what: string, value: number, unit: string, limit: number | null = null): Figure {
  return { what, value: Math.round(value * 100) / 100, unit, limit };
}

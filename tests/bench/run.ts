import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startChromium } from '../../tools/browser/chromium';
import { type ChromiumReader, chromiumReader } from '../../tools/browser/reader';
import { waitFor } from '../../tools/browser/surface';
import { benchFeed } from './feed';
import { benchFrames } from './frames';
import { compare, inPairs, quantile } from './measure';
import { longArticle } from './page';
import { benchReader } from './reader-run';
import { measureScale } from './scale/run';

const ROOT = path.resolve(import.meta.dirname, '../..');
const EXTENSION = process.env.COLOFON_BUILD ? path.join(process.env.COLOFON_BUILD, 'chromium') : path.join(ROOT, '.output', 'chrome-mv3');
const FLOOR = path.join(ROOT, 'tests', 'bench', 'floor');

const addressOf = (at: number): string => `https://www.nrc.nl/nieuws/lang-${at}`;

interface Gate {
  what: string;
  value: number;
  limit: number;
  unit: string;
  detail: string;
}

function served(reader: ChromiumReader, runs: number): void {
  const html = longArticle();
  for (let at = -3; at < runs; at++) reader.site.put(addressOf(at), html);
}

/** From the start of the popup's document to the drawn card, by the popup's own clock, with the background stopped. */
async function measurePopup(reader: ChromiumReader, runs: number): Promise<Gate> {
  const times: number[] = [];
  for (let at = -1; at < runs; at++) {
    await reader.open(addressOf(0));
    await reader.stopBackground();
    await reader.chromium.context.pages().at(-1)?.bringToFront();
    const popup = await reader.clickToolbar();
    // Asking the popup again and again while it works would be measured too.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await waitFor(popup, 'a finished card', () => performance.getEntriesByName('colofon-card').length > 0);
    const time = await popup.run(() => performance.getEntriesByName('colofon-card')[0]?.startTime ?? Number.NaN);
    if (at >= 0) times.push(time);
    await reader.reset();
  }
  const detail = `quartiles ${quantile(times, 0.25)}–${quantile(times, 0.75)} ms, slowest ${quantile(times, 1)} ms, ${times.length} runs`;
  return { what: 'popup start to finished card, background asleep (median)', value: quantile(times, 0.5), limit: 150, unit: 'ms', detail };
}

/** Switched off: no script and no element in the page, and the same work as in a bare browser. */
async function measureOff(reader: ChromiumReader, runs: number): Promise<Gate[]> {
  const bare = await startChromium({ site: reader.site });
  try {
    const [without, withIt] = await inPairs(bare.context, reader.chromium.context, addressOf, runs);
    const task = compare(
      without.map((each) => each.task),
      withIt.map((each) => each.task),
    );
    const [a] = without;
    const [b] = withIt;
    const detail = `${task.without} ms bare, ${task.with} ms with, difference ${task.difference} ms (quartiles ${task.quartiles.join(' to ')})`;
    return [
      {
        what: 'off: scripts of the extension in the page',
        value: b?.scripts.length ?? Number.NaN,
        limit: 0,
        unit: '',
        detail: (b?.scripts ?? []).join(', '),
      },
      { what: 'off: elements added to the page', value: (b?.elements ?? Number.NaN) - (a?.elements ?? 0), limit: 0, unit: '', detail: '' },
      {
        what: 'off: main-thread work against a bare browser (ratio of medians)',
        value: Math.round((task.with / task.without) * 1000) / 1000,
        limit: 1.15,
        unit: '×',
        detail,
      },
    ];
  } finally {
    await bare.close();
  }
}

async function switchOnNews(reader: ChromiumReader): Promise<void> {
  await reader.grant();
  const options = await reader.open(reader.inside('options.html'));
  await waitFor(options, 'the choices', () => document.querySelectorAll('.choices input').length === 3);
  await reader.clickOn('.choices label:nth-of-type(1) input');
  await waitFor(options, 'news sites to be on', () => document.querySelector<HTMLInputElement>('.choices input')?.checked === true);
  await reader.reset();
}

/** Switched on: above an extension whose content script is empty, since even that has a price. */
async function measureOn(reader: ChromiumReader, runs: number): Promise<Gate[]> {
  await switchOnNews(reader);
  const floor = await startChromium({ site: reader.site, extension: FLOOR });
  try {
    const [without, withIt] = await inPairs(floor.context, reader.chromium.context, addressOf, runs);
    const task = compare(
      without.map((each) => each.task),
      withIt.map((each) => each.task),
    );
    const script = compare(
      without.map((each) => each.script),
      withIt.map((each) => each.script),
    );
    const layout = compare(
      without.map((each) => each.layout),
      withIt.map((each) => each.layout),
    );
    const parts = `script ${script.difference} ms, style and layout ${layout.difference} ms`;
    const detail = `${task.without} ms floor, ${task.with} ms with (quartiles of differences ${task.quartiles.join(' to ')}); ${parts}`;
    const added = (withIt[0]?.elements ?? Number.NaN) - (without[0]?.elements ?? 0);
    return [
      {
        what: 'on: main-thread work above an empty content script (median of pairs)',
        value: task.difference,
        limit: 3,
        unit: 'ms',
        detail,
      },
      { what: 'on: elements added to the page', value: added, limit: 1, unit: '', detail: (withIt[0]?.scripts ?? []).join(', ') },
    ];
  } finally {
    await floor.close();
  }
}

async function main(): Promise<number> {
  const at = process.argv.indexOf('--runs');
  const runs = at < 0 ? 30 : Number(process.argv[at + 1]);
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs wants a whole number');
  const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : null;
  if (only === 'scale') return scale();
  if (only === 'reader') return readPages();
  if (only === 'feed') return report('bench-feed.json', runs, await benchFeed({ extension: EXTENSION, runs, note }));
  if (only === 'frames') return report('bench-frames.json', runs, await benchFrames({ extension: EXTENSION, runs, note }));
  const reader = await chromiumReader({ extension: EXTENSION });
  try {
    served(reader, runs);
    const gates: Gate[] = [];
    for (const [what, measure] of [
      ['popup', async () => [await measurePopup(reader, 20)]],
      ['off', () => measureOff(reader, runs)],
      ['on', () => measureOn(reader, runs)],
    ] as const) {
      if (only !== null && only !== what) continue;
      process.stderr.write(`… measuring: ${what}\n`);
      gates.push(...(await measure()));
    }
    return report('bench.json', runs, gates);
  } finally {
    await reader.close();
  }
}

function note(line: string): void {
  process.stderr.write(`… ${line}\n`);
}

function report(file: string, runs: number, gates: readonly Gate[]): number {
  for (const { what, value, limit, unit, detail } of gates) {
    console.log(`${value <= limit ? '✓' : '✗'} ${what}: ${value} ${unit} (at most ${limit})${detail ? `\n    ${detail}` : ''}`);
  }
  mkdirSync(path.join(ROOT, '.reports'), { recursive: true });
  writeFileSync(path.join(ROOT, '.reports', file), `${JSON.stringify({ runs, gates }, null, 2)}\n`);
  return gates.every(({ value, limit }) => value <= limit) ? 0 : 1;
}

/** Needs real pages, which not every machine has, so only when asked for by name: `--every N` of them, `--no-peers` without other tools. */
async function readPages(): Promise<number> {
  const at = process.argv.indexOf('--every');
  const every = at < 0 ? 4 : Number(process.argv[at + 1]);
  if (!Number.isInteger(every) || every < 1) throw new Error('--every wants a whole number');
  const peers = !process.argv.includes('--no-peers');
  return (await benchReader({ every, peers, note: (line) => process.stderr.write(`… ${line}\n`) })) ? 0 : 1;
}

/** Takes minutes, so only when asked for by name. Limits count at the largest size. */
async function scale(): Promise<number> {
  const at = process.argv.indexOf('--sizes');
  const sizes = at < 0 ? [2000, 50_000, 250_000] : (process.argv[at + 1] ?? '').split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) throw new Error('--sizes wants whole numbers with commas between them');
  const reports = await measureScale(sizes, {
    step: (line) => process.stderr.write(`… ${line}\n`),
    figure: ({ what, value, unit, limit }) => {
      const mark = limit === null ? ' ' : value <= limit ? '✓' : '✗';
      console.log(`${mark} ${what}: ${value} ${unit}${limit === null ? '' : ` (wanted: at most ${limit})`}`);
    },
  });
  mkdirSync(path.join(ROOT, '.reports'), { recursive: true });
  writeFileSync(path.join(ROOT, '.reports', 'scale.json'), `${JSON.stringify(reports, null, 2)}\n`);
  return reports.every(({ figures }) => figures.every(({ value, limit }) => limit === null || value <= limit)) ? 0 : 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);

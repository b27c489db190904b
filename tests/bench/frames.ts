import type { CDPSession } from '@playwright/test';
import { type ChromiumReader, chromiumReader } from '../../tools/browser/reader';
import { type Surface, waitFor } from '../../tools/browser/surface';
import { quantile } from './measure';
import { longArticle } from './page';

/** Frames of advertising in the page that is measured; they may take this long to be read in all. */
const FRAMES = 30;
const LIMIT = 60;
/** Of other sites, so many: each of them has a process of its own in the browser. */
const SITES = 6;

const LABEL =
  '<div><span>Dit is een politieke reclameboodschap</span> <a href="https://politiekereclame.nl/transparantie-verklaringen/proef1">Transparantieverklaring</a></div>';

interface FrameGate {
  what: string;
  value: number;
  limit: number;
  unit: string;
  detail: string;
}

interface FrameBench {
  extension: string;
  runs: number;
  note: (line: string) => void;
}

/** An advertisement of some 150 elements with pictures and links; every fifth is a labelled political one. */
function banner(at: number): string {
  const cell = `<div class="cell"><a href="https://winkel.example/${at}"><img alt="" src="data:,"><b>Fietsen</b> <span>nu in de winkel</span></a></div>`;
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><style>.cell{float:left}</style></head><body>${cell.repeat(30)}${at % 5 === 0 ? LABEL : ''}</body></html>`;
}

function pageWith(frames: readonly string[]): string {
  return longArticle().replace('</article>', `</article><aside>${frames.join('')}</aside>`);
}

function quoted(html: string): string {
  return html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/**
 * What a click costs on a page with many frames of advertising: from the order to run the script in all frames to the last
 * answer, by the clock of an extension page, in a page that was just loaded. Access to all sites is given, so that frames
 * of other sites are read as well. By turns an empty script is run in the same frames: what that takes is the browser's own work, mostly
 * making room for a script in each frame. Thread time of the page's own process is printed beside both.
 */
export async function benchFrames({ extension, runs, note }: FrameBench): Promise<FrameGate[]> {
  const reader = await chromiumReader({ extension });
  try {
    await reader.grant();
    const options = await reader.open(reader.inside('options.html'));
    await waitFor(options, 'the choices', () => document.querySelectorAll('.choices input').length === 3);
    await reader.clickOn('.choices label:nth-of-type(3) input');
    await waitFor(options, 'everywhere to be on', () => document.querySelectorAll<HTMLInputElement>('.choices input')[2]?.checked === true);
    const own = Array.from({ length: FRAMES }, (_, at) => `<iframe srcdoc="${quoted(banner(at))}"></iframe>`);
    const others = Array.from({ length: FRAMES }, (_, at) => {
      const address = `https://reclame${at % SITES}.example/${at}`;
      reader.site.put(address, banner(at));
      return `<iframe src="${address}"></iframe>`;
    });
    const gates: FrameGate[] = [];
    for (const [what, frames] of [
      ['of the page itself', own],
      [`of ${SITES} other sites`, others],
    ] as const) {
      note(`measuring: ${FRAMES} frames ${what}`);
      const address = `https://www.nrc.nl/nieuws/reclame-${gates.length}`;
      reader.site.put(address, pageWith(frames));
      gates.push(await measureFrames(reader, options, address, what, runs));
    }
    return gates;
  } finally {
    await reader.close();
  }
}

async function measureFrames(reader: ChromiumReader, options: Surface, address: string, what: string, runs: number): Promise<FrameGate> {
  const ours: Spent[] = [];
  const empty: Spent[] = [];
  for (let at = -2; at < runs; at++) {
    for (const list of at % 2 === 0 ? [ours, empty] : [empty, ours]) {
      const spent = await once(reader, options, address, list === empty);
      // The first ones warm the browser's caches.
      if (at >= 0) list.push(spent);
    }
  }
  const [clock, thread, emptyClock, emptyThread] = [ours.map(of.ms), ours.map(of.thread), empty.map(of.ms), empty.map(of.thread)];
  const spread = `quartiles ${quantile(clock, 0.25)}–${quantile(clock, 0.75)} ms, slowest ${quantile(clock, 1)} ms, ${runs} runs`;
  const floor = `an empty script ${quantile(emptyClock, 0.5)} ms, thread ${quantile(emptyThread, 0.5)} ms`;
  return {
    what: `frames: from the order to the last answer, a page and ${FRAMES} frames ${what} (median, by the clock)`,
    value: quantile(clock, 0.5),
    limit: LIMIT,
    unit: 'ms',
    detail: `${spread}; thread of the page ${quantile(thread, 0.5)} ms; ${floor}`,
  };
}

interface Spent {
  ms: number;
  thread: number;
}

const of = { ms: ({ ms }: Spent): number => ms, thread: ({ thread }: Spent): number => thread };

async function once(reader: ChromiumReader, options: Surface, address: string, empty: boolean): Promise<Spent> {
  await reader.open(address);
  const page = reader.page();
  await page.waitForTimeout(300);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await threadTime(session);
  const { ms, frames, labelled } = await options.run(readAll, address, empty);
  const thread = (await threadTime(session)) - before;
  await page.close();
  const wanted = empty ? 0 : FRAMES / 5;
  if (frames !== FRAMES + 1 || labelled !== wanted)
    throw new Error(`${frames} frames answered, ${labelled} with a label, instead of ${FRAMES + 1} and ${wanted}`);
  return { ms, thread };
}

/** Runs in an extension page. */
async function readAll(address: string, empty: boolean): Promise<{ ms: number; frames: number; labelled: number }> {
  const { chrome } = globalThis as unknown as { chrome: ScriptingApi };
  const [tab] = await chrome.tabs.query({ url: address });
  if (tab === undefined) throw new Error(`no tab shows ${address}`);
  const start = performance.now();
  const script = empty ? { func: () => null } : { files: ['/frame.js'] };
  const results = await chrome.scripting.executeScript({ target: { tabId: tab.id, allFrames: true }, ...script });
  const ms = performance.now() - start;
  const labelled = results.filter(({ result }) => result?.places.some(({ text }) => text === 'Dit is een politieke reclameboodschap'));
  return { ms, frames: results.length, labelled: labelled.length };
}

interface ScriptingApi {
  tabs: { query: (filter: { url: string }) => Promise<{ id: number }[]> };
  scripting: {
    executeScript: (order: object) => Promise<{ result: { places: { text: string | null }[] } | null }[]>;
  };
}

/** Milliseconds of work of the page's main thread so far: also that of its frames that live in the same process. */
async function threadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

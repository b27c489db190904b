import browser from 'webextension-polyfill';
import type { AroundPage } from '../core/around';
import { adsIn, type FrameSketch, isFrameSketch, MAX_FRAMES } from '../core/frame-sketch';
import { type General, NO_GENERAL } from '../core/general';
import { generalFrom, lookUpNotice, type NoticeLookup } from '../core/notice-lookup';
import { mayBePage } from './inject';
import { registerToAsk } from './register';

/** Reads a page and its frames on a person's click; null where the browser lets nobody in. */
export async function readAround({ id, url }: { id?: number | undefined; url?: string | undefined }): Promise<AroundPage | null> {
  if (id === undefined || !mayBePage(url)) return null;
  const [read, { partFor }] = await Promise.all([readFrames(id), registerToAsk()]);
  if (read === null) return null;
  const answer = await generalFrom(partFor);
  const general = answer?.general ?? NO_GENERAL;
  const { ads, own, closed } = adsIn(read.frames, general.noticeAddresses);
  const lookUp = (address: string): Promise<NoticeLookup | null> => lookUpNotice(address, general, partFor);
  const ownNotice = own === null ? null : await lookUp(own);
  return {
    closed: closed + read.failed,
    damaged: answer === null,
    elections: general.elections,
    own: own === null ? null : { address: own, notice: ownNotice },
    ads: await Promise.all(
      ads.map(async ({ label, notice }) => ({
        label,
        address: notice?.address ?? null,
        notice: notice === null ? null : await lookUp(notice.address),
      })),
    ),
  };
}

/** In the page and in every frame that may be read; frames that may not be are left out by the browser. */
async function readFrames(tabId: number): Promise<{ frames: FrameSketch[]; failed: number } | null> {
  try {
    const results = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['/frame.js'] });
    const frames = results.map(({ result }) => result).filter(isFrameSketch);
    // The page itself counts first, wherever the browser puts it.
    frames.sort((a, b) => Number(b.top) - Number(a.top));
    return { frames: frames.slice(0, MAX_FRAMES), failed: results.length - frames.length + Math.max(0, frames.length - MAX_FRAMES) };
  } catch {
    return null;
  }
}

/** Elections, and what platforms say of political advertising: from the register that is in use. */
export async function generalInUse(): Promise<General> {
  const { partFor } = await registerToAsk();
  return (await generalFrom(partFor))?.general ?? NO_GENERAL;
}

import browser, { type Runtime } from 'webextension-polyfill';
import { compareVersions } from '../core/update/manifest';
import { isStale } from '../core/update/rules';
import { nextLook } from '../core/update/schedule';
import { asInstant } from '../core/update/shape';
import type { RegisterSource } from '../core/update/source';
import type { Edition } from '../store/edition';
import { packagedIndex } from '../store/packaged-register';
import { closeRegisterDb, openRegisterDb } from '../store/register-db';
import {
  IN_USE_KEY,
  LAST_UPDATE_KEY,
  type LastUpdate,
  PACKAGED_IN_USE,
  type RegisterInUse,
  readInUse,
  readLastUpdate,
  writeInUse,
  writeLastUpdate,
} from '../store/register-in-use';
import { readStored } from '../store/stored-register';
import { openDownloader } from './fetch-frame';
import { packagedParts } from './packaged-parts';
import { registerSource } from './register-source';
import { update } from './update-run';

/** What the options page tells about the register. */
export interface UpdateStatus {
  /** Which register answers now: the one that came with the extension, or a later one. */
  from: 'package' | 'update';
  /** Of that register; null when it is damaged. */
  version: string | null;
  built: string | null;
  /** Whose register it is, when an organisation set its own. */
  organisation: string | null;
  /** Host from which updates come; null when no address is set, so that there are none. */
  host: string | null;
  /** UTC instant since which an update was due by the keepers' own limit; null when none is overdue. */
  overdueSince: string | null;
  last: LastUpdate | null;
}

const ALARM = 'register-update';
const ASK = 'update-register-now';
/** Browsers stop a background that does nothing for half a minute, and a download counts as nothing. */
const STIR_MS = 20_000;
/** An update that began this long ago and never ended was broken off. */
const GIVEN_UP_MS = 10 * 60_000;

/** To be called in the first turn of the background, so that it wakes for the alarm and for the options page. */
export function listenForUpdates(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void runUpdate();
  });
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    message === ASK && isOwnPage(sender) ? runUpdate().then(updateStatus) : undefined,
  );
  browser.storage.onChanged.addListener((changes, area) => {
    // Set anew by an administrator, or all settings were forgotten: what follows from them is made again.
    const emptied = area === 'local' && changes[IN_USE_KEY] !== undefined && changes[IN_USE_KEY].newValue === undefined;
    if (area === 'managed' || emptied) void settleUpdates();
  });
  void settleIfForgotten();
}

/** Switching an extension off and on again forgets its alarms, and is neither an install nor a start. */
async function settleIfForgotten(): Promise<void> {
  if ((await browser.alarms.get(ALARM)) === undefined) await settleUpdates();
}

/** On install and at every start: Firefox forgets alarms, and a new package may be newer than what was stored. */
export async function settleUpdates(): Promise<void> {
  const source = await registerSource();
  await bringInUse(source);
  await schedule(source);
}

/** "Nu bijwerken": the background does it, and this page learns what came of it. */
export async function updateNow(): Promise<UpdateStatus> {
  await browser.runtime.sendMessage(ASK);
  return updateStatus();
}

export async function updateStatus(): Promise<UpdateStatus> {
  const [source, inUse, last, index] = await Promise.all([registerSource(), readInUse(), readLastUpdate(), packagedIndex()]);
  const edition = source === null ? null : await storedEdition(source);
  const now = Date.now();
  const answers = inUse.stored && edition !== null ? edition : index;
  return {
    from: inUse.stored && edition !== null ? 'update' : 'package',
    version: answers?.version ?? null,
    built: answers?.built ?? null,
    organisation: inUse.organisation,
    host: source === null || source === 'bad' ? null : new URL(source.address).host,
    overdueSince: edition !== null && isStale(edition, asInstant(now)) ? edition.expires : null,
    last: last?.result === 'running' && now - Date.parse(last.at) > GIVEN_UP_MS ? { ...last, result: 'kept', reason: 'interrupted' } : last,
  };
}

/** For a page that shows the status while the background updates. */
export function onUpdateStatus(listen: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && (IN_USE_KEY in changes || LAST_UPDATE_KEY in changes)) listen();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** One at a time, whoever asks. The next look is planned whatever happens. */
async function runUpdate(): Promise<void> {
  await navigator.locks.request(ALARM, async () => {
    const source = await registerSource();
    if (source !== null) await note(source === 'bad' ? { result: 'kept', reason: 'bad-setting' } : await fetchUpdate(source));
    await bringInUse(source);
    await schedule(source);
  });
}

type Ended = Pick<LastUpdate, 'result' | 'reason'>;

async function fetchUpdate(source: RegisterSource): Promise<Ended> {
  await note({ result: 'running', reason: null });
  const stir = setInterval(() => void browser.runtime.getPlatformInfo(), STIR_MS);
  const db = openRegisterDb();
  const { download, close } = openDownloader();
  try {
    const ended = await update({ source, download, db, now: Date.now, packaged: packagedParts });
    return ended.result === 'kept' ? ended : { result: ended.result, reason: null };
  } finally {
    close();
    closeRegisterDb(db);
    clearInterval(stir);
  }
}

function note(ended: Ended): Promise<void> {
  return writeLastUpdate({ ...ended, at: asInstant(Date.now()) });
}

/** Makes the note that look-ups go by follow from what is stored. */
async function bringInUse(source: RegisterSource | null | 'bad'): Promise<void> {
  const inUse = await whatIsInUse(source);
  if (JSON.stringify(inUse) !== JSON.stringify(await readInUse())) await writeInUse(inUse);
}

async function whatIsInUse(source: RegisterSource | null | 'bad'): Promise<RegisterInUse> {
  const edition = source === null ? null : await storedEdition(source);
  if (edition === null || source === null || source === 'bad') return PACKAGED_IN_USE;
  const { withdrawn, adaptersOff } = edition;
  const { organisation } = source;
  const packaged = organisation === null ? await packagedIndex() : null;
  const older = packaged !== null && compareVersions(edition.version, packaged.version) < 0;
  return { stored: !older, edition: edition.manifest, withdrawn, adaptersOff, organisation };
}

/** Null when nothing is stored, or when it is of another register than is set now. */
async function storedEdition(source: RegisterSource | 'bad'): Promise<Edition | null> {
  if (source === 'bad') return null;
  const edition = (await readStored(() => []))?.edition ?? null;
  return edition !== null && source.roots.includes(edition.root) ? edition : null;
}

async function schedule(source: RegisterSource | null | 'bad'): Promise<void> {
  if (source === null) {
    await browser.alarms.clear(ALARM);
    return;
  }
  const last = await readLastUpdate();
  const ended = last === null || last.result === 'running' ? null : { at: Date.parse(last.at), failed: last.result === 'kept' };
  browser.alarms.create(ALARM, { when: nextLook(Date.now(), ended, Math.random()) });
}

function isOwnPage({ id, url }: Runtime.MessageSender): boolean {
  return id === browser.runtime.id && url?.startsWith(browser.runtime.getURL('/')) === true;
}

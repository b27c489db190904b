import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { update } from '../../../lib/app/update-run';
import type { UpdateTools } from '../../../lib/app/update-tools';
import { readPart } from '../../../lib/core/update/register-file';
import type { Downloader } from '../../../lib/store/download';
import { closeRegisterDb, openRegisterDb } from '../../../lib/store/register-db';
import { readStored } from '../../../lib/store/stored-register';
import { NOW, type Publisher } from './tree';

type Files = Map<string, Uint8Array<ArrayBuffer>>;

export interface Device {
  tools: UpdateTools;
  /** Paths that were asked for since the last time this was emptied. */
  asked: string[];
  look: () => ReturnType<typeof update>;
  /** Owner by domain as a look-up would find it in the stored register; null when nothing is stored. */
  owners: () => Promise<Record<string, string> | null>;
  /** The browser was closed and opened again. */
  restart: () => void;
}

export const ADDRESS = 'https://lijst.example/v1/';

/** A device that fetches from a publisher's tree as it is at that moment. */
export function newDevice(publisher: Publisher, change: (files: Files) => void = () => undefined): Device {
  const asked: string[] = [];
  const device: Device = {
    asked,
    tools: {
      source: { address: ADDRESS, roots: [publisher.root.public], organisation: null },
      download: fromFiles(() => {
        const files = publisher.files();
        change(files);
        return files;
      }, asked),
      db: openRegisterDb(),
      now: () => NOW,
      packaged: async () => [],
      // So that power can be lost between any two files.
      filesAtOnce: 1,
    },
    look: () => update(device.tools),
    owners,
    restart: () => {
      closeRegisterDb(device.tools.db);
      device.tools.db = openRegisterDb();
    },
  };
  return device;
}

/** What a server would send, with the limits kept that `download` keeps. */
function fromFiles(files: () => Files, asked: string[]): Downloader {
  return async (address, { most, exact }) => {
    const path = address.slice(ADDRESS.length);
    asked.push(path);
    const bytes = files().get(path);
    if (bytes === undefined) return { ok: false, reason: 'no-file' };
    if (bytes.length > most) return { ok: false, reason: 'too-large' };
    return exact && bytes.length !== most ? { ok: false, reason: 'wrong-size' } : { ok: true, bytes };
  };
}

async function owners(): Promise<Record<string, string> | null> {
  const stored = await readStored(({ parts }) => parts);
  if (stored === null) return null;
  const found: Record<string, string> = {};
  for (const [number, file] of stored.files.entries()) {
    if (file === null) throw new Error(`part ${number} is missing`);
    const text = gunzipSync(file.bytes).toString('utf8');
    if (createHash('sha256').update(text).digest('hex') !== stored.edition.parts[number]) throw new Error(`part ${number} is another one`);
    const part = readPart(text, stored.edition);
    for (const { subject, object } of part?.claims ?? []) {
      if ('entity' in object) found[part?.entities[subject]?.names[0]?.name ?? ''] = part?.entities[object.entity]?.names[0]?.name ?? '';
    }
  }
  return found;
}

import browser from 'webextension-polyfill';
import type { RegisterIndex } from '../core/register';

/** The register as it came with the extension: read where it lies, never imported. */
export type Bytes = { ok: true; bytes: Uint8Array<ArrayBuffer> } | { ok: false };

export async function packagedFile(name: string): Promise<Bytes> {
  try {
    const response = await fetch(browser.runtime.getURL(`/register/${name}`));
    return response.ok ? { ok: true, bytes: new Uint8Array(await response.arrayBuffer()) } : { ok: false };
  } catch {
    return { ok: false };
  }
}

export async function packagedIndex(): Promise<RegisterIndex | null> {
  const file = await packagedFile('index.json');
  if (!file.ok) return null;
  try {
    const index: unknown = JSON.parse(new TextDecoder().decode(file.bytes));
    return isIndex(index) ? index : null;
  } catch {
    return null;
  }
}

function isIndex(value: unknown): value is RegisterIndex {
  return (
    typeof value === 'object' && value !== null && 'format' in value && value.format === 1 && 'parts' in value && Array.isArray(value.parts)
  );
}

/** Hosts of the outlets in the register, for "ook automatisch op nieuwssites". */
export function packagedNewsHosts(): Promise<string[]> {
  return packagedList('news-hosts.json');
}

/** SHA-256 of each part as a file of the tree of updates, in their order; empty when that is not known. */
export function packagedContents(): Promise<string[]> {
  return packagedList('contents.json');
}

async function packagedList(name: string): Promise<string[]> {
  const file = await packagedFile(name);
  if (!file.ok) return [];
  try {
    const list: unknown = JSON.parse(new TextDecoder().decode(file.bytes));
    return Array.isArray(list) ? list.filter((each): each is string => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

import browser from 'webextension-polyfill';
import { type RegisterSource, sourceFrom } from '../core/update/source';

const MANAGED = ['registerAddress', 'registerRootKey', 'registerName'] as const;

/** Where updates come from: built in, or set by an administrator. */
export async function registerSource(): Promise<RegisterSource | null | 'bad'> {
  const { registerAddress, registerRootKey, registerName } = await managedSettings();
  const { WXT_REGISTER_ADDRESS, WXT_REGISTER_ROOT_KEY } = import.meta.env;
  return sourceFrom(
    { address: WXT_REGISTER_ADDRESS, rootKey: WXT_REGISTER_ROOT_KEY },
    { address: registerAddress, rootKey: registerRootKey, name: registerName },
  );
}

async function managedSettings(): Promise<Partial<Record<(typeof MANAGED)[number], unknown>>> {
  try {
    return await browser.storage.managed.get([...MANAGED]);
  } catch {
    // Firefox refuses where no administrator set anything.
    return {};
  }
}

import { type KeyList, keyCovers, type ReleaseKey } from './keys';
import { compareVersions, type Manifest } from './manifest';
import type { Reason } from './reasons';
import { asInstant } from './shape';

/** What is known of the release on the device. */
export interface Installed {
  generation: number;
  release: number;
  version: string;
  /** SHA-256 of its `manifest.json`. */
  manifest: string;
  expires: string;
}

const DAY = 24 * 60 * 60 * 1000;

/** Clocks differ; a manifest of tomorrow's is a wrong clock or a trick. */
const MAX_AHEAD = DAY;

/** A release that never expires could be shown for ever. */
const MAX_LIFE = 400 * DAY;

/**
 * Whether a manifest with a good signature may be installed; null when it may. The rules of The Update Framework that
 * apply to a tree with one role for releases: never back, never stale, never two contents under one number.
 *
 * @param sha256 of the file
 * @param now UTC instant
 */
export function whyManifestRefused(
  installed: Installed | null,
  manifest: Manifest,
  sha256: string,
  signedBy: ReleaseKey,
  list: KeyList,
  now: string,
): Reason | null {
  const time = Date.parse(now);
  if (manifest.generation !== list.generation) return manifest.generation < list.generation ? 'rollback' : 'bad-manifest';
  if (manifest.published > asInstant(time + MAX_AHEAD)) return 'from-the-future';
  if (manifest.expires <= manifest.published) return 'bad-manifest';
  if (Date.parse(manifest.expires) - Date.parse(manifest.published) > MAX_LIFE) return 'bad-manifest';
  if (manifest.expires <= now) return 'expired';
  if (!keyCovers(signedBy, manifest.published, now)) return 'bad-signature';
  if (installed === null || manifest.generation > installed.generation) return null;
  if (manifest.generation < installed.generation) return 'rollback';
  if (manifest.release < installed.release) return 'rollback';
  if (manifest.release === installed.release) return sha256 === installed.manifest ? null : 'two-faced';
  return compareVersions(manifest.version, installed.version) < 0 ? 'rollback' : null;
}

/** Nothing newer came for so long that the keepers' own limit passed. It is told; the facts stay, with their dates. */
export function isStale(installed: Installed, now: string): boolean {
  return installed.expires <= now;
}

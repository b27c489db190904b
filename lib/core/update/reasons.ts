/** Why an update was not installed. The register on the device stays as it was, whichever of these it is. */
export const REASONS = [
  /** No answer: no network, no such server, another certificate, a redirect, or a server that does not allow reading (CORS). */
  'unreachable',
  /** The server answered, with something else than 200. */
  'no-file',
  'too-large',
  'wrong-size',
  'too-slow',
  /** The root key did not sign this list of release keys. */
  'bad-keys',
  /** An older list of release keys than was seen before, or another one under the same number. */
  'old-keys',
  'keys-expired',
  /** No release key signed this manifest. */
  'bad-signature',
  /** A key that was revoked signed this manifest. */
  'revoked-key',
  'bad-manifest',
  /** An older release than the one on the device. */
  'rollback',
  /** The same release number with another content. */
  'two-faced',
  'expired',
  'from-the-future',
  /** A file is not the one that the manifest names. */
  'wrong-content',
  /** A file is the one that the manifest names, but this edition of the extension cannot read it. */
  'bad-file',
  'no-room',
  /** The browser's database refused. */
  'no-storage',
  /** The address is no https address, or the root key is no key. */
  'bad-setting',
  /** Stopped halfway; what was fetched is kept and the next time goes on from there. */
  'interrupted',
] as const;

export type Reason = (typeof REASONS)[number];

export function isReason(value: unknown): value is Reason {
  return REASONS.some((reason) => reason === value);
}

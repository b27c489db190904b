/**
 * Whether the holder of a key signed these bytes (Ed25519, RFC 8032). A key that is no key signed nothing.
 *
 * @param key raw public key, 64 hexadecimal digits
 * @param signature 64 bytes
 */
export async function isSignedBy(key: string, signature: Uint8Array<ArrayBuffer>, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    const raw = Uint8Array.from(key.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    const imported = await crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
    return await crypto.subtle.verify({ name: 'Ed25519' }, imported, signature, bytes);
  } catch {
    return false;
  }
}

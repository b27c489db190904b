const MAX_UNPACKED = 4_000_000;
const SLICE = 16_384;

/** Gunzips and parses one register file. Null when it is damaged, too large or no JSON: the caller says so, nothing throws. */
export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  try {
    const text = await unpackText(bytes);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Gunzips one file of UTF-8 text. Null when it is damaged or unpacks to more than is allowed.
 *
 * @param most in bytes, unpacked
 */
export async function unpackText(bytes: Uint8Array<ArrayBuffer>, most: number = MAX_UNPACKED): Promise<string | null> {
  try {
    const unpacked = await through(new DecompressionStream('gzip'), bytes, most);
    return unpacked === null ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(unpacked);
  } catch {
    return null;
  }
}

export async function packText(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await through(new CompressionStream('gzip'), new TextEncoder().encode(text), Number.POSITIVE_INFINITY);
  if (packed === null) throw new Error('unreachable: nothing is too large');
  return packed;
}

/**
 * Straight from memory to memory: a `Blob` at either end would travel to another process and back, which took longer than the
 * unpacking. Null when more comes out than is allowed; throws what the stream throws.
 */
async function through(
  { readable, writable }: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const writer = writable.getWriter();
  // Where this fails, reading does too, and tells.
  const written = writeBySlices(writer, bytes);
  written.catch(() => undefined);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = readable.getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    length += step.value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(step.value);
  }
  await written;
  return joined(chunks, length);
}

/** Not all at once: what a small slice of a bomb unpacks to is still bounded. */
async function writeBySlices(writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  for (let at = 0; at < bytes.length; at += SLICE) await writer.write(bytes.subarray(at, at + SLICE));
  await writer.close();
}

/** One array of several, without leaving this process. */
export function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** SHA-256 in lower-case hexadecimal. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Of a text in UTF-8. */
export function sha256OfText(text: string): Promise<string> {
  return sha256(new TextEncoder().encode(text));
}

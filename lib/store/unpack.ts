const MAX_UNPACKED = 4_000_000;

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
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of read(stream)) {
      length += chunk.length;
      if (length > most) return null;
      chunks.push(chunk);
    }
    return await new Blob(chunks as Uint8Array<ArrayBuffer>[]).text();
  } catch {
    return null;
  }
}

export async function packText(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
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

async function* read(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
}

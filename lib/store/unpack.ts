const MAX_UNPACKED = 4_000_000;

/** Gunzips and parses one register file. Null when it is damaged, too large or no JSON: the caller says so, nothing throws. */
export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of read(stream)) {
      length += chunk.length;
      if (length > MAX_UNPACKED) return null;
      chunks.push(chunk);
    }
    return JSON.parse(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).text());
  } catch {
    return null;
  }
}

/** SHA-256 in lower-case hexadecimal. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function* read(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
}

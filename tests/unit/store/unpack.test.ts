import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sha256, unpack } from '../../../lib/store/unpack';

const packed = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(text, { level: 9 }));

describe('unpack', () => {
  it('gives what was packed', async () => {
    expect(await unpack(packed('{"naam":"Café é 漢字","lijst":[1,2]}'))).toEqual({ naam: 'Café é 漢字', lijst: [1, 2] });
  });

  it('gives a text of many chunks whole, also where a character is cut in two', async () => {
    const value = 'é漢'.repeat(200_000);
    expect(await unpack(packed(JSON.stringify(value)))).toBe(value);
  });

  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ['empty', new Uint8Array()],
    ['no gzip', new TextEncoder().encode('{"naam":1}')],
    ['cut off', packed('{"naam":"De Krant"}').slice(0, -9)],
    ['followed by something else', new Uint8Array([...packed('{"naam":1}'), 1, 2, 3])],
    ['no JSON', packed('<html>')],
    ['half JSON', packed('{"naam":')],
    ['nested without end', packed('['.repeat(1_000_000))],
  ])('gives null for a file that is %s', async (_, bytes) => {
    expect(await unpack(bytes)).toBeNull();
  });

  it('gives null when one bit has fallen over', async () => {
    const bytes = packed(JSON.stringify({ naam: 'De Krant', meer: 'x'.repeat(500) }));
    const at = bytes.length - 6;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(await unpack(bytes)).toBeNull();
  });

  it('stops at a file that unpacks to far more than a part ever is', async () => {
    const bomb = packed(`"${'x'.repeat(200_000_000)}"`);
    expect(bomb.length).toBeLessThan(300_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await unpack(bomb)).toBeNull();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
  });

  it('takes a file just below that size and refuses one just above', async () => {
    expect(await unpack(packed(JSON.stringify('x'.repeat(3_999_998))))).not.toBeNull();
    expect(await unpack(packed(JSON.stringify('x'.repeat(3_999_999))))).toBeNull();
  });
});

it('writes a hash as 64 lower-case digits, leading zeros included', async () => {
  expect(await sha256(new Uint8Array())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(await sha256(new TextEncoder().encode('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

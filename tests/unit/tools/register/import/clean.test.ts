import { describe, expect, it } from 'vitest';
import { decode, MAX_BYTES, plain, plainHost, slug, webAddress } from '../../../../../tools/register/import/clean';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decode', () => {
  it('reads UTF-8 with and without a byte order mark, and UTF-16 with one', () => {
    expect(decode(bytes('\ufeffé\r\n'), 'f').replace(/^\ufeff/, '')).toBe('é\r\n');
    expect(decode(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('é', 'utf16le')]), 'f')).toBe('é');
  });

  it('names the line on which a file stops being UTF-8', () => {
    const latin = Buffer.concat([bytes('een\ntwee\ndrie '), Buffer.from([0xe9]), bytes('\nvier\n')]);
    expect(() => decode(latin, 'oud.txt')).toThrow(/^oud\.txt:3: not written in UTF-8/);
  });

  it('refuses zero bytes with their line, and what is larger than five megabytes', () => {
    expect(() => decode(bytes('een\n\0'), 'f')).toThrow(/^f:2: a zero byte/);
    expect(() => decode(new Uint8Array(MAX_BYTES + 1), 'f')).toThrow(/more than the 5242880/);
  });
});

describe('plain', () => {
  it('takes control characters, direction marks and line ends out of a name', () => {
    expect(plain('  De\u0000\u202e Polder\r\npost\u200b ')).toBe('De Polder post');
  });

  it('takes no markup, nothing empty, nothing long and nothing but text', () => {
    for (const value of ['<b>De Polderpost</b>', 'a > b', ' \n ', 'x'.repeat(121), 7, null, undefined, {}]) expect(plain(value)).toBeNull();
  });
});

describe('webAddress', () => {
  it('takes http and https without what stands after the number sign', () => {
    expect(webAddress(' https://polderpost.example/over#top ')).toBe('https://polderpost.example/over');
  });

  it('takes no script, file, data, user name, markup or space', () => {
    for (const value of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/html,x',
      'https://wie@polderpost.example/',
      'https://polderpost.example/<script>',
      'https://polderpost.example/a b',
      'polderpost.example',
      `https://polderpost.example/${'x'.repeat(2000)}`,
      12,
    ])
      expect(webAddress(value), String(value)).toBeNull();
  });
});

describe('plainHost', () => {
  it('makes one spelling of a domain or address', () => {
    for (const value of ['polderpost.example', 'WWW.Polderpost.example.', 'https://www.polderpost.example/over'])
      expect(plainHost(value)).toBe('polderpost.example');
  });

  it('takes no machine, number or nonsense for a domain', () => {
    for (const value of ['localhost', '127.0.0.1', '', 'a b.example', 'mailto:x@polderpost.example', 'javascript:alert(1)'])
      expect(plainHost(value), value).toBeNull();
  });
});

describe('slug', () => {
  it('makes an id of any name', () => {
    expect(slug('Fryslân Média B.V.')).toBe('fryslan-media-b-v');
    expect(slug('新聞')).toBe('unnamed');
    expect(slug(`${'a'.repeat(59)}-bc`)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });
});

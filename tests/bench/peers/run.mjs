// Reads pages with one of the peers, in Node: `node run.mjs NAME JOBS OUT`, where JOBS holds one `{id, path, url}` a line and OUT gets one
// `{id, published, author, parse_ms, ms, error}` a line. Times in ms by the clock; a page that throws or takes over 20 s counts as nothing found.
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** How each peer is asked: `parse` makes what it wants to be given, `extract` gives what it found. Each with its settings as published. */
const PEERS = {
  metascraper: async () => {
    const [{ default: metascraper }, { default: date }, { default: author }] = await Promise.all([
      import('metascraper'),
      import('metascraper-date'),
      import('metascraper-author'),
    ]);
    const ask = metascraper([date({ datePublished: true, dateModified: true }), author()]);
    return {
      parse: (html) => html,
      extract: async (html, url) => {
        const found = await ask({ html, url });
        return { published: found.datePublished ?? found.date, author: found.author };
      },
    };
  },
  'article-extractor': async () => {
    const { extractFromHtml } = await import('@extractus/article-extractor');
    return {
      parse: (html) => html,
      extract: async (html, url) => {
        const found = await extractFromHtml(html, url);
        return { published: found?.published, author: found?.author };
      },
    };
  },
  readability: async () => {
    const [{ Readability }, { parseHTML }] = await Promise.all([import('@mozilla/readability'), import('linkedom')]);
    return {
      parse: (html) => parseHTML(html).document,
      extract: async (document) => {
        const found = new Readability(document).parse();
        return { published: found?.publishedTime, author: found?.byline };
      },
    };
  },
  defuddle: async () => {
    const [{ Defuddle }, { parseHTML }] = await Promise.all([import('defuddle/node'), import('linkedom')]);
    return {
      parse: (html) => parseHTML(html).document,
      extract: async (document, url) => {
        const found = await Defuddle(document, url, { useAsync: false });
        return { published: found.published, author: found.author };
      },
    };
  },
};

async function inTime(work) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('took over 20 s')), 20_000);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

function htmlOf(path) {
  const bytes = readFileSync(path);
  const body = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(body.subarray(0, 4096).toString('latin1'))?.[1];
    try {
      return new TextDecoder(declared ?? 'windows-1252').decode(body);
    } catch {
      return body.toString('latin1');
    }
  }
}

const [name, jobs, out] = process.argv.slice(2);
const { parse, extract } = await PEERS[name]();
const lines = [];
// What a peer has to say about a page belongs to nobody here.
console.log = console.warn = console.error = () => undefined;
for (const line of readFileSync(jobs, 'utf8').split('\n').filter(Boolean)) {
  const { id, path, url } = JSON.parse(line);
  const html = htmlOf(path);
  const start = performance.now();
  let parsed = start;
  try {
    const given = parse(html);
    parsed = performance.now();
    const { published, author } = await inTime(extract(given, url));
    lines.push({ id, published: published || null, author: author || null, parse_ms: parsed - start, ms: performance.now() - parsed });
  } catch (error) {
    lines.push({
      id,
      published: null,
      author: null,
      parse_ms: parsed - start,
      ms: performance.now() - parsed,
      error: String(error).slice(0, 200),
    });
  }
}
writeFileSync(out, lines.map((each) => JSON.stringify(each)).join('\n'));
process.exit(0);

import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { localDay } from '../../../lib/core/dates';
import { command, WrongUse } from '../command';
import { importAccounts, type SitePage } from './accounts';
import { decode, ImportProblem, plainHost, webAddress } from './clean';
import { fetchFile } from './fetch';
import { announced, CAREFUL, importing, OPTIONS, savedFile, told } from './running';

const { retrieved, practice, from, 'dry-run': dryRun } = OPTIONS;

export const accountsCommand = command({
  name: 'import accounts',
  operands: '[FILE|URL…]',
  summary: 'propose the accounts that a site names as its own, in JSON-LD (sameAs) or by rel=me',
  help: `${CAREFUL}
  FILE is a saved page; say at which address it was with --url, one for each file in the same order. URL is asked of the network.
  Whose site it is follows from the address by our host rules; nothing is guessed.
  A list has a file and its address on each line, with a space between them; what begins with # is skipped.

  Example: npm run register -- import accounts front.html --url https://www.polderpost.example/ --practice
           npm run register -- import accounts --list pages.txt`,
  options: {
    url: { type: 'string', value: 'ADDRESS', multiple: true, about: 'where the saved page was; with several files in the same order' },
    list: { type: 'string', value: 'FILE', about: 'a list of saved pages with their addresses' },
    'stored-copy': { type: 'boolean', about: 'the pages are copies that somebody stored earlier, read now' },
    retrieved,
    practice,
    from,
    'dry-run': dryRun,
  },
  run: (values, operands) =>
    told(async () => {
      const files = operands.filter((operand) => !isAddress(operand));
      const addresses = values.url ?? [];
      if (files.length !== addresses.length)
        throw new WrongUse(`${files.length} file(s) and ${addresses.length} address(es): give one --url for each file`);
      const saved = [...files.map((file, at) => ({ file, address: addresses[at] ?? '' })), ...(values.list ? listed(values.list) : [])];
      const online = operands.filter(isAddress);
      if (saved.length + online.length === 0) throw new WrongUse('name a saved page with its --url, a --list, or an address to ask');
      const stored = values['stored-copy'] ?? false;
      const pages = saved.map(({ file, address }): SitePage => {
        const { text, day } = savedFile(file, values.retrieved);
        return { ...placed(address), text, from: file, day, stored };
      });
      // One after the other: a keeper is in no hurry, and a site is not to be bothered.
      for (const address of online) pages.push(...(await asked(address)));
      return importing('accounts', values, async (known, run) => {
        importAccounts(pages, known, run);
      });
    }),
});

function isAddress(operand: string): boolean {
  return /^https?:\/\//i.test(operand);
}

function listed(path: string): { file: string; address: string }[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new ImportProblem(`${path}: no such file`);
  return decode(readFileSync(path), path)
    .split(/\r?\n/)
    .flatMap((line, at) => {
      if (line.trim() === '' || line.trimStart().startsWith('#')) return [];
      const [, file, address] = /^\s*(.+?)\s+(https?:\/\/\S+)\s*$/i.exec(line) ?? [];
      if (file === undefined || address === undefined)
        throw new ImportProblem(
          `${path}:${at + 1}: "${line.trim()}" is no file with its address — write: page.html https://polderpost.example/`,
        );
      return [{ file: resolve(dirname(path), file), address }];
    });
}

/** @throws WrongUse for what is no address of a site that anybody can reach */
function placed(given: string): Pick<SitePage, 'host' | 'address'> {
  const address = webAddress(given);
  const host = address === null ? null : plainHost(address);
  if (address === null || host === null) throw new WrongUse(`${given} is no address of a page, such as https://polderpost.example/`);
  return { host, address };
}

async function asked(given: string): Promise<SitePage[]> {
  const { address } = placed(given);
  const fetched = await fetchFile(address, { ...announced(), accept: 'text/html' });
  if (fetched === null) {
    console.error(`register: ${address} is not there`);
    return [];
  }
  const day = localDay(new Date());
  return [{ ...placed(fetched.address), text: decode(fetched.bytes, fetched.address), from: fetched.address, day, stored: false }];
}

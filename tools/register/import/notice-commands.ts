import { resolve } from 'node:path';
import { stringify } from 'yaml';
import { localDay } from '../../../lib/core/dates';
import { isStated } from '../../../lib/core/notices';
import { type Command, command, WrongUse } from '../command';
import { type Registry, readRegistry } from '../files';
import { formatted } from '../format';
import { REGISTRY } from '../places';
import { checkCommand } from '../registry-commands';
import { decode, ImportProblem } from './clean';
import { DPG_ADS, dpgNotices } from './dpg-political-ads';
import { fetchFile } from './fetch';
import { parseJson } from './json';
import { type Filed, fileNotices, type ImportedNotice, writeFiled } from './notice-files';
import { POLITIEKERECLAME, politiekereclameNotices } from './politiekereclame';
import { announced, OPTIONS, type Response, savedFile, told, type Values } from './running';
import { importTtpa } from './ttpa';

const { file, fetch: ask, retrieved, from } = OPTIONS;
const NOTICE_OPTIONS = {
  file,
  fetch: ask,
  retrieved,
  from,
  'dry-run': { type: 'boolean', about: 'say what would be written, write nothing' },
} as const;

const CAREFUL = `  Writes to notices/ and adds the source; what is there stays. Names of persons, e-mail, telephone, addresses and free text are not
  taken along. Ends with check. docs/REGISTER.md says what a notice holds.`;

interface Kind {
  /** Of the command, and the first half of the source's id. */
  name: string;
  title: string;
  publisher: string;
  url: string;
  summary: string;
  example: string;
  read: (response: Response, registry: Registry) => ImportedNotice[] | Promise<ImportedNotice[]>;
  /** Addresses to ask one after the other, until one has nothing; null when it cannot be asked. */
  pages: ((page: number) => string) | null;
  /** The only site that a given address may be of; null for any. */
  host: string | null;
}

const LICENCE = 'geen licentie vermeld; alleen feiten overgenomen';
const MAX_PAGES = 200;

const KINDS: readonly Kind[] = [
  {
    name: 'politiekereclame',
    title: 'Transparantieverklaringen op politiekereclame.nl',
    publisher: 'politiekereclame.nl',
    url: 'https://politiekereclame.nl/transparantie-verklaringen',
    summary: 'take over notices of political advertising from politiekereclame.nl',
    example: 'import politiekereclame saved.json --dry-run',
    read: ({ text, from: name }) => politiekereclameNotices(parseJson(text, name), name),
    pages: (page) => `${POLITIEKERECLAME}?page=${page}&limit=100`,
    host: 'politiekereclame.nl',
  },
  {
    name: 'dpg-political-ads',
    title: 'Politieke advertenties bij DPG Media',
    publisher: 'DPG Media',
    url: 'https://privacy.dpgmedia.nl/nl/political-ads',
    summary: 'take over political advertising that DPG Media lists',
    example: 'import dpg-political-ads saved.json --dry-run',
    read: ({ text, from: name }) => dpgNotices(parseJson(text, name), name),
    pages: () => DPG_ADS,
    host: 'privacy.dpgmedia.nl',
  },
  {
    name: 'ttpa',
    title: 'Transparantieverklaringen in het gegevensmodel van de Europese Commissie',
    publisher: 'zie het adres van elke verklaring',
    url: 'https://eur-lex.europa.eu/eli/reg_impl/2025/1410/oj',
    summary: "take over notices in the Commission's data model, JSON-LD or XML",
    example: 'import ttpa notice.jsonld --dry-run',
    read: ({ text, from: name }, { noticeAddresses }) =>
      importTtpa(
        text,
        name,
        noticeAddresses.flatMap(({ value }) => value.addresses),
      ),
    pages: null,
    host: null,
  },
];

export const NOTICE_COMMANDS: readonly Command[] = KINDS.map((kind) =>
  command({
    name: `import ${kind.name}`,
    operands: '[FILE|URL…]',
    summary: kind.summary,
    help: `${CAREFUL}\n\n  Example: npm run register -- ${kind.example}`,
    options: NOTICE_OPTIONS,
    run: (values, operands) => told(() => importNotices(kind, values, operands)),
  }),
);

async function importNotices(kind: Kind, values: Values, operands: readonly string[]): Promise<number> {
  const root = resolve(values.from ?? REGISTRY);
  const registry = readRegistry(root, 'core');
  if (registry.problems.length > 0)
    throw new ImportProblem('the register is not in order; "register check" says where — nothing was written');
  const responses = await responsesOf(kind, values, operands);
  const day = responses.map((response) => response.day).sort()[0] ?? localDay(new Date());
  const notices: ImportedNotice[] = [];
  for (const response of responses) notices.push(...(await kind.read(response, registry)));
  const source = `${kind.name}-${day}`;
  const filed = fileNotices(notices, registry, day, source);
  const dryRun = values['dry-run'] ?? false;
  report(kind, notices, filed, dryRun);
  if (dryRun || filed.files.size === 0) return 0;
  if (!registry.sources.some(({ value }) => value.id === source)) filed.files.set(`sources/${source}.yaml`, sourceText(kind, source, day));
  writeFiled(root, filed);
  return checkCommand(root, false);
}

async function responsesOf(kind: Kind, values: Values, operands: readonly string[]): Promise<Response[]> {
  const given = [...(values.file ?? []), ...operands];
  if (values.fetch && given.length > 0) throw new WrongUse('name files or addresses, or --fetch, not both');
  if (values.fetch) {
    if (kind.pages === null) throw new WrongUse(`${kind.name} has no one place to ask: name a file or an address`);
    return allPages(kind.pages);
  }
  if (given.length === 0) throw new WrongUse(`name a saved response${kind.pages === null ? '' : ', or ask the network with --fetch'}`);
  const found: Response[] = [];
  for (const each of given) found.push(/^https?:/i.test(each) ? await fetched(addressFor(kind, each)) : savedFile(each, values.retrieved));
  return found;
}

function addressFor({ name, host }: Kind, address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.protocol !== 'https:') throw new WrongUse(`${address} is no https address`);
  if (host !== null && url.hostname.replace(/^www\./, '') !== host)
    throw new WrongUse(`${address} is not of ${host}, which is what ${name} reads`);
  return url.href;
}

async function allPages(pages: (page: number) => string): Promise<Response[]> {
  const found: Response[] = [];
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    if (page > 1 && pages(page) === pages(page - 1)) break;
    const response = await fetched(pages(page));
    const json = parseJson(response.text, response.from);
    const items = typeof json === 'object' && json !== null && 'items' in json && Array.isArray(json.items) ? json.items : null;
    if (items?.length === 0) break;
    found.push(response);
    if (items === null || items.length < 100) break;
  }
  return found;
}

async function fetched(address: string): Promise<Response> {
  const answer = await fetchFile(address, { ...announced(), accept: 'application/ld+json, application/json, application/xml' });
  if (answer === null) throw new ImportProblem(`${address}: not there`);
  return { text: decode(answer.bytes, answer.address), from: answer.address, day: localDay(new Date()), address: answer.address };
}

function report(kind: Kind, notices: readonly ImportedNotice[], { added, newVersions, unchanged, files }: Filed, dryRun: boolean): void {
  const parties = notices.flatMap(({ ad }) => [ad.sponsor, ad.controller, ad.payer]);
  const persons = parties.filter((party) => isStated(party) && 'naturalPerson' in party).length;
  const withheld = parties.filter((party) => party === 'withheld').length;
  const marked = notices.filter(({ problems }) => problems.length > 0).length;
  const lines = [
    `register: import ${kind.name}${dryRun ? ' (nothing written)' : ''}`,
    `  ${added} new notice(s), ${newVersions} new version(s), ${unchanged} already there`,
    `  ${persons} time(s) a person, whose name is not kept; ${withheld} name(s) withheld because they may be a person's`,
    `  ${marked} version(s) that contradict themselves or could not be read in full; see "problems" in the file`,
    ...[...files.keys()].sort().map((name) => `  ${dryRun ? 'would write' : 'written'}: ${name}`),
  ];
  console.log(lines.join('\n'));
}

function sourceText({ title, publisher, url }: Kind, id: string, day: string): string {
  return formatted(stringify({ id, kind: 'self', title, publisher, url, undated: true, retrieved: day, licence: LICENCE }));
}

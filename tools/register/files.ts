import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { RegisterProblem } from './problem';
import {
  type AdditionFile,
  additionFile,
  type CarrierFile,
  carrierFile,
  type EntityFile,
  entityFile,
  type LayerFile,
  layerFile,
  type SourceFile,
  sourceFile,
} from './schema';
import {
  type ElectionFile,
  electionFile,
  type NoticeAddressFile,
  type NoticeFile,
  noticeAddressFile,
  noticeFile,
  type PlatformPolicyFile,
  platformPolicyFile,
} from './schema-notices';
import { wordingsOf } from './wording';
import { brokenYaml } from './yaml-broken';

/** A file that fits its schema, with the way back to its lines. */
export interface Loaded<T> {
  /** Relative to the register's folder, with forward slashes. */
  file: string;
  /** The layer it belongs to; null for the core. */
  layer: string | null;
  value: T;
  text: string;
  lineOf: (path: readonly PropertyKey[]) => number;
}

export interface Registry {
  /** `practice` is fictional: it has its own entities and sources and is compiled apart. */
  name: 'core' | 'practice';
  /** Of the core first, then of the layers. */
  entities: Loaded<EntityFile>[];
  sources: Loaded<SourceFile>[];
  carriers: Loaded<CarrierFile>[];
  /** What a layer says about entities of the core. */
  additions: Loaded<AdditionFile>[];
  layers: Loaded<LayerFile>[];
  /** Of political advertising; like what follows, in the core and in practice alone. */
  notices: Loaded<NoticeFile>[];
  elections: Loaded<ElectionFile>[];
  noticeAddresses: Loaded<NoticeAddressFile>[];
  platformPolicies: Loaded<PlatformPolicyFile>[];
  problems: RegisterProblem[];
}

/**
 * Reads one register from disk. Broken files are reported in `problems` and left out; nothing is thrown for them.
 * @param layers false for the core alone
 */
export function readRegistry(root: string, name: Registry['name'], { layers = true }: { layers?: boolean } = {}): Registry {
  const problems: RegisterProblem[] = [];
  const load = <S extends z.ZodType>(paths: string[], schema: S, layer: string | null): Loaded<z.output<S>>[] =>
    paths.flatMap((path) => {
      const loaded = readOne(root, path, schema, layer, problems);
      return loaded === null ? [] : [loaded];
    });
  const core = name === 'core' ? root : join(root, name);
  const names = name === 'core' && layers ? layerNames(root) : [];
  for (const layer of names) {
    for (const paper of ['LICENCE', 'README.md']) {
      if (existsSync(join(root, 'layers', layer, paper))) continue;
      problems.push({
        file: `layers/${layer}/${paper}`,
        line: 1,
        what: 'the file is missing',
        remedy: 'say there where the data comes from and on what terms',
      });
    }
  }
  const folders = [{ base: core, layer: null }, ...names.map((layer) => ({ base: join(root, 'layers', layer), layer }))];
  const each = <S extends z.ZodType>(part: string, schema: S): Loaded<z.output<S>>[] =>
    folders.flatMap(({ base, layer }) => load(yamlFiles(join(base, part)), schema, layer));
  return {
    name,
    entities: each('entities', entityFile),
    sources: each('sources', sourceFile),
    carriers: name === 'core' ? load(yamlFiles(join(core, 'carriers')), carrierFile, null) : [],
    additions: names.flatMap((layer) => load(yamlFiles(join(root, 'layers', layer, 'additions')), additionFile, layer)),
    layers: names.flatMap((layer) => load([join(root, 'layers', layer, 'layer.yaml')], layerFile, layer)),
    notices: load(yamlFiles(join(core, 'notices')), noticeFile, null),
    elections: load(yamlFiles(join(core, 'elections')), electionFile, null),
    noticeAddresses: load(single(core, 'notice-addresses.yaml'), noticeAddressFile, null),
    platformPolicies: load(single(core, 'platform-policies.yaml'), platformPolicyFile, null),
    problems,
  };
}

/** A file that a register may do without. */
function single(folder: string, name: string): string[] {
  const path = join(folder, name);
  return existsSync(path) ? [path] : [];
}

/** Every file of a register, whatever is in it. */
export function filesOf(registry: Registry): Loaded<unknown>[] {
  const { entities, sources, carriers, additions, layers, notices, elections, noticeAddresses, platformPolicies } = registry;
  const general = [...notices, ...elections, ...noticeAddresses, ...platformPolicies];
  return [...entities, ...sources, ...carriers, ...additions, ...layers, ...general];
}

function layerNames(root: string): string[] {
  const folder = join(root, 'layers');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Sorted; none when the folder is not there. */
export function yamlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function readOne<S extends z.ZodType>(
  root: string,
  path: string,
  schema: S,
  layer: string | null,
  problems: RegisterProblem[],
): Loaded<z.output<S>> | null {
  const file = relative(root, path).split(sep).join('/');
  if (!existsSync(path)) {
    problems.push({ file, line: 1, what: 'the file is missing', remedy: 'see docs/decisions/layers.md for what stands in a layer' });
    return null;
  }
  const text = readFileSync(path, 'utf8');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const lineOf = (at: readonly PropertyKey[]): number => lineAt(document, lines, at);
  const broken = brokenYaml(document, text);
  if (broken !== null) {
    problems.push({ file, ...broken });
    return null;
  }
  const raw: unknown = document.toJS();
  const result = schema.safeParse(raw);
  if (result.success) return { file, layer, value: result.data, text, lineOf };
  for (const issue of result.error.issues)
    for (const { path: at, what, remedy } of wordingsOf(issue, raw)) {
      const known = problems.some((each) => each.file === file && each.what === what && each.remedy === remedy);
      if (!known) problems.push({ file, line: lineOf(at), what, remedy });
    }
  return null;
}

function lineAt(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

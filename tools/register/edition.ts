import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { General } from '../../lib/core/general';
import type { Notice } from '../../lib/core/notices';
import { parsePart } from '../../lib/core/parts';
import type { Claim, Entity, HostRule, ListedAccount, RegisterPart, Source } from '../../lib/core/register';
import { type Manifest, parseManifest } from '../../lib/core/update/manifest';
import { readPart } from '../../lib/core/update/register-file';
import { canonical } from '../../lib/core/update/shape';
import { versionOf } from './build';
import { compile } from './compile';
import { type Registry, readRegistry } from './files';
import { describeProblem } from './problem';

/** A whole register of one day, wherever it was read from. */
export interface Edition {
  version: string;
  built: string;
  entities: Record<string, Entity>;
  claims: Claim[];
  sources: Record<string, Source>;
  hosts: HostRule[];
  /** Each once. */
  accounts: ListedAccount[];
  /** Of political advertising, by id. Those that the manifest withdraws are not in it. */
  notices: Record<string, Notice>;
  general: General | null;
}

export type ReadEdition = { ok: true; value: Edition } | { ok: false; why: string[] };

/**
 * Reads a register: a folder of YAML, a compiled folder, a tree of signed releases (its newest release, with the claims
 * that the manifest withdraws marked as such), or one part. The signature is not looked at: that is for `register sign`
 * and the extension.
 */
export function readEdition(path: string): ReadEdition {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return refused(`${path} is not there`);
  if (found.isFile()) return ofParts([{ file: path, part: partIn(path, null) }]);
  if (existsSync(join(path, 'manifest.json'))) return ofTree(path);
  if (existsSync(join(path, 'index.json'))) return ofCompiled(path);
  if (existsSync(join(path, 'entities'))) return ofYaml(path);
  return refused(`${path} is no register: it has no entities/, no index.json and no manifest.json`);
}

function ofYaml(root: string): ReadEdition {
  const registry = readRegistry(root, 'core');
  // A file that cannot be read would look as if it had been taken out of the register.
  if (registry.problems.length > 0) return { ok: false, why: registry.problems.map((problem) => `${root}/${describeProblem(problem)}`) };
  return { ok: true, value: editionOf(registry) };
}

export function editionOf(registry: Registry): Edition {
  const compiled = compile(registry);
  return {
    version: versionOf(compiled),
    built: compiled.checked,
    entities: Object.fromEntries(compiled.entities),
    claims: compiled.claims,
    sources: Object.fromEntries(compiled.sources),
    hosts: [...compiled.hosts.values()].flat(),
    accounts: eachOnce([...compiled.accounts.values()].flat()),
    notices: Object.fromEntries(compiled.notices),
    general: compiled.general,
  };
}

function ofCompiled(folder: string): ReadEdition {
  const index: unknown = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  const files = typeof index === 'object' && index !== null && 'parts' in index && Array.isArray(index.parts) ? index.parts : [];
  const names = files.flatMap((each: unknown) =>
    typeof each === 'object' && each !== null && 'file' in each && typeof each.file === 'string' ? [each.file] : [],
  );
  return ofParts(names.map((name) => ({ file: join(folder, name), part: partIn(join(folder, name), null) })));
}

function ofTree(tree: string): ReadEdition {
  const manifest = parseManifest(readFileSync(join(tree, 'manifest.json'), 'utf8'));
  if (!manifest.ok) return refused(`${tree}/manifest.json: ${manifest.why}`);
  const files = manifest.value.parts.map(({ sha256 }) => join(tree, 'files', `${sha256}.bin`));
  const whole = ofParts(files.map((file) => ({ file, part: partIn(file, manifest.value) })));
  if (!whole.ok) return whole;
  const withdrawn = new Set(manifest.value.withdrawn);
  const claims = whole.value.claims.map((claim): Claim => (withdrawn.has(claim.id) ? { ...claim, status: 'withdrawn' } : claim));
  const notices = Object.fromEntries(Object.entries(whole.value.notices).filter(([id]) => !withdrawn.has(`notice:${id}`)));
  return { ok: true, value: { ...whole.value, claims, notices } };
}

function partIn(file: string, manifest: Manifest | null): RegisterPart | string {
  if (!existsSync(file)) return 'is not there';
  const bytes = readFileSync(file);
  let text: string;
  try {
    text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch {
    return 'cannot be unpacked';
  }
  try {
    const json: unknown = JSON.parse(text);
    // A part of a tree does not say of which edition it is; its manifest does.
    const edition = manifest ?? { version: '1970.01.01', built: '1970-01-01' };
    const inTree = typeof json === 'object' && json !== null && !('version' in json);
    if (inTree) return readPart(text, edition) ?? 'is no part that can be read';
    const part = parsePart(json);
    return part.ok ? part.value : part.why;
  } catch {
    return 'is no JSON';
  }
}

function ofParts(parts: { file: string; part: RegisterPart | string }[]): ReadEdition {
  const broken = parts.flatMap(({ file, part }) => (typeof part === 'string' ? [`${file}: ${part}`] : []));
  const [first, ...rest] = parts.flatMap(({ part }) => (typeof part === 'string' ? [] : [part]));
  if (broken.length > 0) return { ok: false, why: broken };
  if (first === undefined) return refused('no parts');
  const claims = new Map<string, Claim>();
  const whole: Edition = {
    version: first.version,
    built: first.built,
    entities: {},
    claims: [],
    sources: {},
    hosts: [],
    accounts: [],
    notices: {},
    general: null,
  };
  for (const part of [first, ...rest]) {
    Object.assign(whole.entities, part.entities);
    Object.assign(whole.sources, part.sources);
    for (const claim of part.claims) claims.set(claim.id, claim);
    whole.hosts.push(...Object.values(part.hosts).flat());
    whole.accounts.push(...Object.values(part.accounts ?? {}).flat());
    Object.assign(whole.notices, part.notices);
    whole.general ??= part.general ?? null;
  }
  return { ok: true, value: { ...whole, claims: [...claims.values()], accounts: eachOnce(whole.accounts) } };
}

/** An account stands under each of its keys. */
function eachOnce(accounts: ListedAccount[]): ListedAccount[] {
  return [...new Map(accounts.map((account) => [canonical(account), account])).values()];
}

function refused(why: string): ReadEdition {
  return { ok: false, why: [why] };
}

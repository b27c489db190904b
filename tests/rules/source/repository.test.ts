import { describe, expect, it } from 'vitest';
import { committedFiles, read } from '../files';

// Written in pieces, so that this file does not break its own rules.
const OFF_LIMITS: [what: string, pattern: RegExp][] = [
  ['a path of one machine', new RegExp(`(?<![\\w.:/])/(${['work', 'tmp', 'root', 'home'].join('|')})/[\\w.-]`)],
  [
    'the host of a package registry',
    new RegExp(['npmjs\\.', 'yarnpkg\\.', 'npmmirror\\.'].map((host) => `registry\\.${host}`).join('|'), 'i'),
  ],
  ['a note to come back to', new RegExp(`\\b(${['TO', 'FIX'].map((head) => `${head}${head === 'TO' ? 'DO' : 'ME'}`).join('|')})\\b`)],
];

/** Lines of a text that do not belong in the repository. */
function offLimits(file: string, text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, at) =>
      OFF_LIMITS.flatMap(([what, pattern]) => (pattern.test(line) ? [`${file}:${at + 1}: ${what}: ${line.trim().slice(0, 80)}`] : [])),
    );
}

const TEXT = /\.(ts|tsx|mjs|js|json|md|html|css|yaml|yml|svg|txt|toml)$|(^|\/)(run|\.gitignore|[A-Z]+)$/;

describe('the repository', () => {
  const files = committedFiles();

  it('names no machine, no registry and no unfinished work', () => {
    expect(files.filter((file) => TEXT.test(file)).flatMap((file) => offLimits(file, read(file)))).toEqual([]);
  });

  it('holds no addresses in its lock file', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });

  it('says in docs/decisions why each dependency is there', () => {
    const decisions = files
      .filter((file) => /^docs\/decisions\/.*\.md$/.test(file))
      .map(read)
      .join('\n');
    const manifest = JSON.parse(read('package.json')) as { dependencies: Record<string, string>; devDependencies: Record<string, string> };
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(names.filter((name) => !decisions.includes(`\`${name}\``))).toEqual([]);
  });

  it('pins every dependency to one version', () => {
    const manifest = JSON.parse(read('package.json')) as { dependencies: Record<string, string>; devDependencies: Record<string, string> };
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

describe('the rule about the repository bites', () => {
  it.each([
    ['a path', `const a = '/${'work'}/main';`],
    ['a temporary path', `cat /${'tmp'}/x`],
    ['a registry', `https://${'registry'}.npmjs.org/x`],
    ['a note', `// ${'TO'}DO later`],
  ])('on %s', (_what, line) => {
    expect(offLimits('a.ts', line)).toHaveLength(1);
  });

  it('and not on an address that holds such a word', () => {
    expect(offLimits('a.ts', 'https://www.voorbeeld.example/home/nieuws and lib/work/a.ts')).toEqual([]);
  });
});

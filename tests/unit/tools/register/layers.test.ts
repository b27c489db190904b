import { describe, expect, it } from 'vitest';
import { buildParts } from '../../../../tools/register/build';
import { checkRegistry } from '../../../../tools/register/check';
import { compile } from '../../../../tools/register/compile';
import { coverage } from '../../../../tools/register/coverage';
import { notice } from '../../../../tools/register/notice';
import { describeProblem } from '../../../../tools/register/problem';
import { edited, SMALL, smallRegistry } from './folder';

const LAYER = 'layers/gids';
const ZEEBLAD = `${LAYER}/entities/nl/zeeblad.yaml`;
const ADDITION = `${LAYER}/additions/uitgever.yaml`;
const PAPER = `${LAYER}/layer.yaml`;

/** A layer with an outlet of its own, and one claim more about the publisher in the core. */
const GIDS: Record<string, string> = {
  [PAPER]: `id: gids
title: Gids van kranten
publisher: Vereniging Gids
url: https://gids.nl/kranten
published: 2024-12-17
retrieved: 2026-11-23
licence: ODC-By 1.0
licenceUrl: https://opendatacommons.org/licenses/by/1-0/
attribution: Vereniging Gids, Gids van kranten
changes: [Alleen kranten]
`,
  [`${LAYER}/LICENCE`]: 'ODC-By 1.0\n',
  [`${LAYER}/README.md`]: 'De gids\n',
  [ZEEBLAD]: `id: zeeblad
kind: outlet
names: [Het Zeeblad]
country: NL
checked: 2026-11-23
claims:
  - owned-by: uitgever
    sources: [gids-2024]
`,
  [ADDITION]: `id: uitgever
checked: 2026-11-23
claims:
  - owned-by: gidsgroep
    sources: [gids-2024]
`,
  [`${LAYER}/entities/intl/gidsgroep.yaml`]: `id: gidsgroep
kind: organisation
names: [Gidsgroep]
checked: 2026-11-23
`,
  [`${LAYER}/sources/gids-2024.yaml`]: `id: gids-2024
kind: dataset
title: Gids van kranten
publisher: Vereniging Gids
url: https://gids.nl/kranten
published: 2024-12-17
retrieved: 2026-11-23
licence: ODC-By 1.0
`,
};

/** The layer with a piece of one file replaced; the piece must be there. */
function withLayer(file: string, from: string, to: string): Record<string, string> {
  const text = GIDS[file];
  if (text === undefined || !text.includes(from)) throw new Error(`${file} has no "${from}"`);
  return { ...GIDS, [file]: text.replace(from, to) };
}

describe('a layer', () => {
  it('may lean on the core', () => {
    expect(checkRegistry(smallRegistry(GIDS)).map(describeProblem)).toEqual([]);
  });

  const WRONG: [string, Record<string, string | null>, string, RegExp][] = [
    [
      'a claim of the core that points into a layer',
      { ...GIDS, ...edited('entities/nl/krant.yaml', 'owned-by: uitgever', 'owned-by: gidsgroep') },
      'entities/nl/krant.yaml',
      /:\d+: "gidsgroep" stands in layers\/gids\/entities\/intl\/gidsgroep.yaml, and a layer can be left out — write it here/,
    ],
    [
      'a claim of the core that cites a source of a layer',
      { ...GIDS, ...edited('entities/nl/krant.yaml', 'sources: [jaarverslag]', 'sources: [gids-2024]') },
      'entities/nl/krant.yaml',
      /source "gids-2024" stands in layers\/gids/,
    ],
    [
      'an entity of the core that only a layer names',
      { ...GIDS, ...edited('entities/nl/uitgever.yaml', 'owned-by: familie', 'owned-by: {unspecified: unknown}') },
      'entities/intl/familie.yaml',
      /nothing refers to/,
    ],
    [
      'an outlet that the core already has',
      { ...GIDS, [`${LAYER}/entities/nl/krant.yaml`]: SMALL['entities/nl/krant.yaml'] ?? '' },
      `${LAYER}/entities/nl/krant.yaml`,
      /"krant" already stands in entities\/nl\/krant.yaml — .+additions/,
    ],
    [
      'a source id that the core already has',
      { ...GIDS, [`${LAYER}/sources/colofon.yaml`]: SMALL['sources/colofon.yaml'] ?? '' },
      `${LAYER}/sources/colofon.yaml`,
      /"colofon" already stands in sources\/colofon.yaml/,
    ],
    [
      'a host that the core already has',
      withLayer(ZEEBLAD, 'claims:', 'hosts:\n  - host: krant.nl\n    sources: [gids-2024]\nclaims:'),
      ZEEBLAD,
      /krant.nl already stands in/,
    ],
    ['an addition about nobody in the core', withLayer(ADDITION, 'id: uitgever', 'id: weg'), ADDITION, /belongs at additions\/weg.yaml/],
    [
      'an addition about an entity of the layer',
      {
        ...GIDS,
        [`${LAYER}/additions/zeeblad.yaml`]:
          'id: zeeblad\nchecked: 2026-11-23\nclaims:\n  - owned-by: uitgever\n    sources: [gids-2024]\n',
      },
      `${LAYER}/additions/zeeblad.yaml`,
      /"zeeblad" is not in the core/,
    ],
    [
      'a claim about a family',
      {
        ...GIDS,
        [`${LAYER}/additions/familie.yaml`]:
          'id: familie\nchecked: 2026-11-23\nclaims:\n  - owned-by: uitgever\n    sources: [gids-2024]\n',
      },
      `${LAYER}/additions/familie.yaml`,
      /a person or family has claims/,
    ],
    [
      'a family named on the data set alone',
      withLayer(ZEEBLAD, 'owned-by: uitgever', 'owned-by: familie'),
      ZEEBLAD,
      /a person named on a wiki, dataset or study alone/,
    ],
    ['a layer without its licence', { ...GIDS, [`${LAYER}/LICENCE`]: null }, `${LAYER}/LICENCE`, /the file is missing/],
    ['a layer without its papers', { ...GIDS, [PAPER]: null }, PAPER, /the file is missing/],
    ['a layer under another name', withLayer(PAPER, 'id: gids', 'id: wegwijzer'), PAPER, /the id is "wegwijzer"/],
    ['sources that do not show the licence', withLayer(PAPER, 'licence: ODC-By 1.0', 'licence: MIT'), PAPER, /no source .+ "MIT"/],
    ['a layer that does not say what it changed', withLayer(PAPER, 'changes: [Alleen kranten]', 'changes: []'), PAPER, /changes/],
  ];

  it.each(WRONG)('is refused with %s', (_, changes, file, what) => {
    const said = checkRegistry(smallRegistry(changes)).filter((problem) => problem.file === file);
    expect(said.map(describeProblem).join('\n')).toMatch(what);
  });

  it('may not lean on another layer', () => {
    const other = Object.fromEntries(
      Object.entries(GIDS)
        .filter(([file]) => file === PAPER || /LICENCE|README/.test(file))
        .map(([file, text]) => [file.replace('gids', 'wijzer'), text.replace('id: gids', 'id: wijzer')]),
    );
    const registry = smallRegistry({
      ...GIDS,
      ...other,
      'layers/wijzer/entities/nl/bosblad.yaml': (GIDS[ZEEBLAD] ?? '')
        .replace('id: zeeblad', 'id: bosblad')
        .replace('uitgever', 'gidsgroep')
        .replace('gids-2024', 'wijzer-2025'),
      'layers/wijzer/sources/wijzer-2025.yaml': (GIDS[`${LAYER}/sources/gids-2024.yaml`] ?? '').replace('id: gids-2024', 'id: wijzer-2025'),
    });
    expect(checkRegistry(registry).map(describeProblem)).toEqual([
      expect.stringMatching(/^layers\/wijzer\/entities\/nl\/bosblad.yaml:\d+: "gidsgroep" stands in layers\/gids\//),
    ]);
  });

  it('adds to what the core says without changing the ids of its claims', () => {
    const core = compile(smallRegistry(GIDS, 'fixed', { layers: false }));
    const whole = compile(smallRegistry(GIDS));
    const ids = whole.claims.map((claim) => claim.id);
    expect(ids).toEqual(expect.arrayContaining(core.claims.map((claim) => claim.id)));
    expect(ids).toContain('uitgever/owned-by/gidsgroep@gids');
  });

  it('may repeat what the core says, as a claim of its own', () => {
    const same = withLayer(ADDITION, 'owned-by: gidsgroep', 'owned-by: gidsgroep\n    sources: [gids-2024]\n  - owned-by: familie');
    const family = { ...same, [ADDITION]: (same[ADDITION] ?? '').replace(/sources: \[gids-2024\]\n$/, 'sources: [jaarverslag]\n') };
    const registry = smallRegistry(family);
    expect(checkRegistry(registry).map(describeProblem)).toEqual([]);
    expect(compile(registry).claims.map((claim) => claim.id)).toEqual(
      expect.arrayContaining(['uitgever/owned-by/familie', 'uitgever/owned-by/familie@gids']),
    );
  });

  it('is left out of a core-only build, with everything that came from it', () => {
    const registry = smallRegistry(GIDS, 'fixed', { layers: false });
    expect(checkRegistry(registry)).toEqual([]);
    const { index } = buildParts(compile(registry));
    expect(index.counts).toMatchObject({ outlets: 1, entities: 3, claims: 2, sources: 2 });
    expect(notice(registry)).not.toContain('Gids');
  });

  it('brings its licence along in its sources and in the notice', () => {
    const registry = smallRegistry(GIDS);
    expect(compile(registry).sources.get('gids-2024')?.licence).toBe('ODC-By 1.0');
    expect(notice(registry)).toContain('Licence: ODC-By 1.0, https://opendatacommons.org/licenses/by/1-0/');
    expect(notice(registry)).toContain('Vereniging Gids, Gids van kranten');
    expect(notice(registry)).toContain('Changed: Alleen kranten');
  });

  it('is counted apart from the core', () => {
    const text = coverage(smallRegistry(GIDS));
    expect(text).toContain('3 entities, 2 claims (0 of them history), 2 sources');
    expect(text).toContain('| gids | ODC-By 1.0 | 2024-12-17 | 2 | 1 | 0 | 2 | 1 |');
  });
});

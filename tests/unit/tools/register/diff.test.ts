import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../../../lib/words/words';
import { diffEditions, notCheckedAnew } from '../../../../tools/register/diff';
import { asJson, asMarkdown } from '../../../../tools/register/diff-markdown';
import { type Edition, editionOf } from '../../../../tools/register/edition';
import { edited, SMALL, smallRegistry } from './folder';

const KRANT = 'entities/nl/krant.yaml';
const UITGEVER = 'entities/nl/uitgever.yaml';
const FAMILIE = 'entities/intl/familie.yaml';
const JAARVERSLAG = 'sources/jaarverslag.yaml';

function editionWith(changes: Record<string, string | null>): Edition {
  const registry = smallRegistry(changes);
  expect(registry.problems).toEqual([]);
  return editionOf(registry);
}

/** The log from one state of the small register to another, without its heading. */
function log(before: Record<string, string | null>, after: Record<string, string | null>, language: 'nl' | 'en' = 'nl'): string {
  const text = asMarkdown(diffEditions(editionWith(before), editionWith(after)), wordsIn(language));
  return text.split('\n\n').slice(2).join('\n\n');
}

/** The lines about one entity. */
function about(name: string, text: string): string[] {
  const block = text
    .split('\n\n## ')
    .find((each) => each.startsWith(`${name}\n`) || each.startsWith(`${name} (`) || each.startsWith(`## ${name}`));
  return (
    block
      ?.split('\n')
      .slice(2)
      .filter((line) => line !== '') ?? []
  );
}

const owned = (lines: string): Record<string, string> => edited(KRANT, '  - owned-by: uitgever\n    sources: [jaarverslag]', lines);

describe('notCheckedAnew', () => {
  const changed = (checked: string): string[] => {
    const lines = `  - owned-by: uitgever\n    valid: {from: 2020}\n    checked: ${checked}\n    sources: [jaarverslag]`;
    return notCheckedAnew(diffEditions(editionWith({}), editionWith(owned(lines)))).map(({ id }) => id);
  };

  it('names a claim that changed while the day on which it was compared with its sources did not', () => {
    expect(changed('2026-11-23')).toEqual(['krant/owned-by/uitgever']);
  });

  it('is silent about one that was compared anew, and about what did not change', () => {
    expect(changed('2026-11-24')).toEqual([]);
    expect(notCheckedAnew(diffEditions(editionWith({}), editionWith({})))).toEqual([]);
  });
});

describe('the change log', () => {
  it('says that nothing changed, in both languages', () => {
    expect(log({}, {})).toBe('Er is niets veranderd.\n');
    expect(asMarkdown(diffEditions(editionWith({}), editionWith({})), wordsIn('en'))).toBe(
      '# What changed in our list\n\nFrom the edition of 23 November 2026 to that of 23 November 2026.\n\nNothing changed.\n',
    );
  });

  it('names a new outlet with its site, facts and sources', () => {
    const text = log({ [KRANT]: null }, {});
    expect(text).toContain('- 1 nieuwe titel\n- 1 feit erbij');
    expect(about('De Krant', text)).toEqual([
      '- Staat nu in onze lijst als: titel.',
      '- Adres erbij: krant.nl',
      '- **Erbij:** Uitgever is eigenaar van De Krant.',
      '  - Bron: [Jaarverslag, De Krant](https://krant.nl/jaarverslag) · nieuwsbericht · 2025',
    ]);
    expect(text).toContain('## De Krant (nieuw)');
  });

  it('names an outlet that left, and what the list said of it', () => {
    const text = log({}, { [KRANT]: null });
    expect(text).toContain('## De Krant (weg)');
    expect(about('De Krant', text)).toEqual(['- Staat niet meer in onze lijst.', '- **Weg:** Uitgever is eigenaar van De Krant.']);
  });

  it('gives the old sentence beside the new one when a share changed', () => {
    const share = (percent: number): Record<string, string> =>
      owned(`  - owned-by: uitgever
    interests:
      - instrument: ordinary-share
        capital: {exact: ${percent}}
    sources: [jaarverslag]`);
    expect(about('De Krant', log(share(40), share(62)))).toEqual([
      '- **Veranderd:** Uitgever heeft een belang in De Krant: 62%.',
      '  - Eerst stond er: Uitgever heeft een belang in De Krant: 40%.',
    ]);
  });

  it('says with whom it is held when that is all that changed', () => {
    const together = owned(`  - owned-by: uitgever
    interests:
      - instrument: unspecified
        jointly: [familie]
    sources: [jaarverslag]`);
    expect(about('De Krant', log({}, together))).toEqual([
      '- **Veranderd:** Uitgever is samen met familie De Vries eigenaar van De Krant.',
      '  - Eerst stond er: Uitgever is eigenaar van De Krant.',
    ]);
    expect(about('De Krant', log(together, {}))).toContain(
      '  - Eerst stond er: Uitgever is samen met familie De Vries eigenaar van De Krant.',
    );
  });

  it('tells another source from another fact', () => {
    expect(about('De Krant', log({}, owned('  - owned-by: uitgever\n    sources: [colofon, jaarverslag]')))).toEqual([
      '- **Zelfde feit, andere bron:** Uitgever is eigenaar van De Krant.',
      '  - Bron erbij: [Colofon, De Krant](https://krant.nl/colofon) · eigen opgave · zonder datum, bekeken op 23 november 2026',
    ]);
    expect(about('De Krant', log({}, owned('  - owned-by: uitgever\n    sources: [colofon]')))).toContain(
      '  - Dit is nu alleen een eigen opgave.',
    );
  });

  it('says the dates between which a source knew it', () => {
    expect(about('De Krant', log({}, owned('  - owned-by: uitgever\n    asOf: 2024-06\n    sources: [jaarverslag]')))).toEqual([
      '- **Veranderd:** Uitgever is eigenaar van De Krant.',
      '  - Datum van de nieuwste bron: was 2025, is nu juni 2024.',
    ]);
  });

  it('tells what became history, also when another owner came after it', () => {
    const ended = owned('  - owned-by: uitgever\n    valid: {to: 2025}\n    status: superseded\n    sources: [jaarverslag]');
    expect(about('De Krant', log({}, ended))).toEqual(['- **Nu geschiedenis:** Uitgever was eigenaar van De Krant. Tot 2025.']);

    const followed = owned(
      '  - owned-by: uitgever\n    sources: [jaarverslag]\n  - owned-by: familie\n    valid: {from: 2026-02}\n    sources: [jaarverslag]',
    );
    expect(about('De Krant', log({}, followed)).filter((line) => line.startsWith('- '))).toEqual([
      '- **Erbij:** De familie De Vries is eigenaar van De Krant. Sinds februari 2026.',
      '- **Nu geschiedenis:** Uitgever was eigenaar van De Krant. Bron uit 2025.',
    ]);
  });

  it('tells what was withdrawn, and shown again', () => {
    const withdrawn = owned('  - owned-by: uitgever\n    status: withdrawn\n    sources: [jaarverslag]');
    expect(about('De Krant', log({}, withdrawn))).toEqual(['- **Ingetrokken:** Uitgever is eigenaar van De Krant.']);
    expect(about('De Krant', log(withdrawn, {}))).toEqual(['- **Weer getoond:** Uitgever is eigenaar van De Krant.']);
  });

  it('sees one year of income beside another as new, though both ids change', () => {
    const income = (...years: number[]): Record<string, string> =>
      owned(
        years
          .map((year) => `  - funded-by: uitgever\n    funding: {kind: donations, year: ${year}}\n    sources: [jaarverslag]`)
          .join('\n'),
      );
    const items = (text: string): string[] => about('De Krant', text).filter((line) => line.startsWith('- '));
    expect(items(log(income(2024), income(2024, 2025)))).toEqual(['- **Erbij:** De Krant kreeg in 2025 geld van Uitgever.']);
    expect(items(log(income(2025), income(2024, 2025)))).toEqual(['- **Erbij:** De Krant kreeg in 2024 geld van Uitgever.']);
  });

  it('tells a new name from another name, and what happened to numbers and country', () => {
    const renamed = edited(
      UITGEVER,
      'names: [Uitgever]',
      'names:\n  - Waterland Media\n  - name: Uitgever\n    valid: {to: 2026}\n  - Waterland\nids: {kvk: "12345678"}\nsources: [jaarverslag]',
    );
    expect(about('Waterland Media', log({}, renamed))).toEqual([
      '- Heet nu Waterland Media. De naam was Uitgever.',
      '- Andere naam erbij: Waterland.',
      '- KVK: was niet ingevuld, is nu 12345678.',
    ]);
    const moved = { [UITGEVER]: null, 'entities/be/uitgever.yaml': (SMALL[UITGEVER] ?? '').replace('country: NL', 'country: BE') };
    expect(about('Uitgever', log({}, moved))).toEqual(['- Land: was NL, is nu BE.']);
  });

  it('lists addresses that came and went', () => {
    expect(about('De Krant', log({}, edited(KRANT, 'host: krant.nl', 'host: krant.nl\n    exact: true')))).toEqual([
      '- Adres erbij: krant.nl (alleen dit adres)',
      '- Adres weg: krant.nl',
    ]);
    expect(
      log({}, { 'carriers/platforms.yaml': 'checked: 2026-11-23\nhosts:\n  - host: blogs.example.com\n    target: platform\n' }),
    ).toContain('## Adressen van platforms en doorstuurpagina’s\n\n- Adres erbij: blogs.example.com');
  });

  it('lists a source of which the description changed, not one of which nothing visible did', () => {
    const text = log({}, edited(JAARVERSLAG, 'title: Jaarverslag', 'title: Jaarverslag 2025'));
    expect(text).toContain('- **Veranderd:** [Jaarverslag 2025, De Krant](https://krant.nl/jaarverslag)');
    expect(text).toContain('  - Eerst stond er: [Jaarverslag, De Krant](https://krant.nl/jaarverslag)');
    expect(log({}, edited(JAARVERSLAG, 'licence: eigen', 'licence: vrij'))).not.toContain('[Jaarverslag');
  });

  it('lists a new source apart only when no fact above names it', () => {
    const none = { [KRANT]: null, [UITGEVER]: null, [FAMILIE]: null, [JAARVERSLAG]: null, 'sources/colofon.yaml': null };
    const text = log(none, {});
    expect(text.split('\n\n## Andere bronnen\n\n')[1]).toBe(
      '- **Erbij:** [Colofon, De Krant](https://krant.nl/colofon) · eigen opgave · zonder datum, bekeken op 23 november 2026\n',
    );
  });

  it('counts what a keeper compared again and left as it was', () => {
    expect(log(edited(KRANT, 'checked: 2026-11-23', 'checked: 2026-10-01'), {})).toBe(
      '- 1 feit opnieuw met de bron vergeleken en gelijk gebleven\n',
    );
  });

  it('does not name people who left the list', () => {
    const after = { [FAMILIE]: null, ...edited(UITGEVER, 'claims:\n  - owned-by: familie\n    sources: [jaarverslag]\n', '') };
    const diff = diffEditions(editionWith({}), editionWith(after));
    for (const text of [asMarkdown(diff, wordsIn('nl')), asJson(diff, wordsIn('nl'))]) {
      expect(text).toContain('Een familie is eigenaar van Uitgever.');
      expect(text).toContain('1 persoon of familie weg, hier zonder naam');
      expect(text).not.toMatch(/Vries|owned-by\/familie|"familie"/);
    }
  });

  it('lets nothing in a name or title become Markdown', () => {
    const text = log(
      {},
      {
        ...edited(KRANT, 'names: [De Krant]', 'names: ["De *Krant* [x](https://kwaad.example) <b>"]'),
        ...edited(JAARVERSLAG, 'url: https://krant.nl/jaarverslag', 'url: "https://krant.nl/een)(twee"'),
      },
    );
    expect(text).toContain('De \\*Krant\\* \\[x\\](https://kwaad.example) \\<b\\>');
    expect(log({ [KRANT]: null }, edited(JAARVERSLAG, 'url: https://krant.nl/jaarverslag', 'url: "https://krant.nl/een)(twee"'))).toContain(
      '](https://krant.nl/een%29%28twee)',
    );
  });

  it('has outlets first, each part in the order of the alphabet, and is the same every time', () => {
    const text = log({ [KRANT]: null, [UITGEVER]: null, [FAMILIE]: null }, {});
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, name]) => name)).toEqual([
      'De Krant (nieuw)',
      'familie De Vries (nieuw)',
      'Uitgever (nieuw)',
    ]);
    expect(log({ [KRANT]: null, [UITGEVER]: null, [FAMILIE]: null }, {})).toBe(text);
  });
});

describe('the change log for programs', () => {
  it('says the same, with the ids', () => {
    const json: unknown = JSON.parse(asJson(diffEditions(editionWith({ [KRANT]: null }), editionWith({})), wordsIn('en')));
    expect(json).toMatchObject({
      language: 'en',
      from: { built: '2026-11-23' },
      summary: ['1 new site, newspaper or broadcaster', '1 fact added'],
      changes: [
        {
          entity: 'krant',
          name: 'De Krant',
          presence: 'new',
          lines: [
            { what: 'entity' },
            { what: 'host' },
            { what: 'added', claim: 'krant/owned-by/uitgever', text: 'Uitgever owns De Krant.' },
          ],
        },
      ],
    });
  });
});

describe('accounts in the change log', () => {
  const accounts = (handle: string, source = 'colofon'): Record<string, string> =>
    edited(
      KRANT,
      'claims:\n',
      `accounts:\n  - platform: x\n    handles: [${handle}]\n    proof: [{kind: site-names-it, source: ${source}}]\nclaims:\n`,
    );

  it('are told when they come, change and go; not when only the proof is another', () => {
    expect(about('De Krant', log({}, accounts('krant')))).toEqual(['- Account erbij: X krant']);
    expect(about('De Krant', log(accounts('krant'), accounts('dekrant'), 'en'))).toEqual([
      '- Account added: X dekrant',
      '- Account removed: X krant',
    ]);
    expect(about('De Krant', log(accounts('krant'), accounts('krant', 'jaarverslag')))).toEqual([]);
  });
});

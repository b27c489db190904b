import { type CardRows, readCard } from '../../tools/browser/surface';
import { expect, test } from './fixture';

/** What each packaged page must come to: state and words of every row, as far as they carry the lesson of that page. */
const LESSONS: { page: string; says: { [Question in keyof CardRows]: [state: string, words: RegExp] } }[] = [
  {
    page: 'ordinary',
    says: {
      who: ['known', /De Polderpost.*Uitgeverij Waterland.*Delta Media Groep.*familie De Wit.*bronnen uit/],
      when: ['known', /18 november 2026/],
      paid: ['absent', /We zien niet staan dat dit reclame is\./],
      made: ['known', /De site noemt als maker: S\. Bakker/],
    },
  },
  {
    page: 'old',
    says: {
      who: ['known', /Omroep Rijnstreek.*(niemand is eigenaar|stichting).*bronnen uit/],
      when: ['known', /3 mei 2021, vijf jaar geleden.*Gewijzigd op 4 mei 2021/],
      paid: ['absent', /./],
      made: ['known', /De site noemt als maker/],
    },
  },
  {
    page: 'opinion',
    says: {
      who: ['known', /De Wissel.*Amstel Uitgevers.*staat op de beurs/],
      when: ['known', /2026/],
      paid: ['absent', /./],
      made: ['known', /Volgens de site is dit een (opiniestuk|column)\./],
    },
  },
  {
    page: 'advertorial',
    says: {
      who: ['known', /Thuisgids.*eigenaar niet openbaar gemaakt/],
      when: ['known', /2026/],
      paid: ['known', /Ja\. Volgens de site is dit een advertorial\./],
      made: ['known', /De site noemt als maker/],
    },
  },
  {
    page: 'two-dates',
    says: {
      who: ['known', /./],
      when: [
        'conflicting',
        /Op de pagina staan twee datums: .*14 september 2026.*16 september 2026|Op de pagina staan twee datums: .*16 september 2026.*14 september 2026/,
      ],
      paid: ['absent', /./],
      made: ['known', /./],
    },
  },
  {
    page: 'unlisted',
    says: {
      who: ['unlisted', /Niet in onze lijst\. Dat zegt niets over het bericht\./],
      when: ['known', /2 november 2026/],
      paid: ['absent', /./],
      made: ['absent', /De site noemt geen makers\./],
    },
  },
];

for (const { page, says } of LESSONS) {
  test(`the practice page "${page}" gives its card, without permission and without the network`, async ({ reader }) => {
    const before = reader.requests();
    await reader.open(reader.inside(`practice/nl/${page}.html`));
    const card = await readCard(await reader.clickToolbar());
    for (const question of ['who', 'when', 'paid', 'made'] as const) {
      const [state, words] = says[question];
      expect.soft(card[question].state, `${question}: ${card[question].text}`).toBe(state);
      expect.soft(card[question].text).toMatch(words);
    }
    expect(reader.requests()).toEqual(before);
  });
}

import { describe, expect, it } from 'vitest';
import { adsIn, type FrameSketch, isFrameSketch, type Place } from '../../../lib/core/frame-sketch';

const KNOWN = [
  { scheme: 'verklaringen', host: 'verklaringen.example', path: '/v/{id}' },
  { scheme: 'verklaringen', host: 'verklaringen.example', path: '/v' },
];
const NOTICE = 'https://verklaringen.example/v/ab12';
const STATEMENT = 'Dit is een politieke reclameboodschap';

function frame(part: Partial<FrameSketch> = {}): FrameSketch {
  return {
    frame: 1,
    top: true,
    apart: false,
    address: 'https://krant.example/dijk',
    places: [],
    declared: [],
    isNotice: false,
    closed: 0,
    closedShown: 0,
    ...part,
  };
}
const place = (part: Partial<Place>): Place => ({ text: null, links: [], inArticle: false, bare: false, ...part });
const ads = (...frames: FrameSketch[]) => adsIn(frames, KNOWN).ads.map(({ label, notice }) => [label, notice?.address ?? null]);

describe('a labelled political advertisement', () => {
  it('is a label with its notice', () => {
    expect(ads(frame({ places: [place({ text: 'Politieke reclame', links: [NOTICE] })] }))).toEqual([['Politieke reclame', NOTICE]]);
  });

  it('is a whole sentence of the law, also without a notice', () => {
    expect(ads(frame({ places: [place({ text: `${STATEMENT}.` })] }))).toEqual([[`${STATEMENT}.`, null]]);
  });

  it('is a link to a notice in a frame of its own, and around a picture in the page', () => {
    expect(ads(frame(), frame({ top: false, places: [place({ text: 'Meer informatie', links: [NOTICE] })] }))).toEqual([[null, NOTICE]]);
    expect(ads(frame({ places: [place({ text: null, links: [NOTICE] })] }))).toEqual([[null, NOTICE]]);
  });

  it('is what structured data says it is', () => {
    expect(ads(frame({ declared: [NOTICE] }))).toEqual([[null, NOTICE]]);
    expect(ads(frame({ declared: [null] }))).toEqual([[null, null]]);
  });

  it('counts once, however often its label and notice stand there', () => {
    const labelled = place({ text: STATEMENT, links: [NOTICE] });
    expect(
      ads(frame({ places: [labelled, place({ text: STATEMENT }), place({ links: [NOTICE] })] }), frame({ top: false, places: [labelled] })),
    ).toEqual([[STATEMENT, NOTICE]]);
  });
});

describe('no labelled political advertisement', () => {
  it.each([
    ['the law’s words alone, which are a subject too', place({ text: 'Politieke reclame' })],
    ['a link to a notice with other words', place({ text: 'Verklaring van een partij', links: [NOTICE] })],
    ['a label in the text of an article', place({ text: STATEMENT, links: [NOTICE], inArticle: true })],
    ['a label beside a page with many notices', place({ text: 'Politieke reclame', links: ['https://verklaringen.example/v'] })],
    ['a label beside another site', place({ text: 'Politieke reclame', links: ['https://krant.example/v/ab12'] })],
    ['a sentence that has more in it', place({ text: `${STATEMENT}, zegt de minister` })],
  ])('is %s', (_, one) => {
    expect(ads(frame({ places: [one] }))).toEqual([]);
  });

  it('is the notice itself, which is told apart', () => {
    const { ads: found, own } = adsIn([frame({ address: NOTICE, places: [place({ text: STATEMENT, links: [NOTICE] })] })], KNOWN);
    expect([found, own]).toEqual([[], NOTICE]);
  });
});

describe('what is not in the register', () => {
  const far = 'https://elders.example/n/1';

  it('is kept where structured data names it', () => {
    expect(ads(frame({ declared: [far] }))).toEqual([[null, far]]);
  });

  it('is the page itself, when it says so', () => {
    expect(adsIn([frame({ address: far, isNotice: true, declared: [far] })], KNOWN)).toMatchObject({ ads: [], own: far });
  });

  it('is no advertisement by a bare sentence in the page', () => {
    expect(ads(frame({ places: [place({ text: STATEMENT, bare: true })] }))).toEqual([]);
    expect(ads(frame({ top: false, places: [place({ text: STATEMENT, bare: true })] }))).toHaveLength(1);
  });
});

describe('frames that nobody could read', () => {
  it('are those in which something can be shown', () => {
    expect(adsIn([frame({ closed: 5, closedShown: 2 })], KNOWN).closed).toBe(2);
  });

  it('are not those that a script of their own has read', () => {
    const apart = frame({ top: false, apart: true });
    expect(adsIn([frame({ closed: 2, closedShown: 2 }), apart, apart], KNOWN).closed).toBe(0);
    expect(adsIn([frame({ closed: 2, closedShown: 2 }), apart], KNOWN).closed).toBe(1);
  });

  it('are counted in frames within frames', () => {
    expect(adsIn([frame(), frame({ top: false, closed: 1, closedShown: 1 })], KNOWN).closed).toBe(1);
  });
});

describe('the shape of a frame', () => {
  it('is what the script returns', () => {
    expect(isFrameSketch(frame({ places: [place({ text: 'a', links: [NOTICE] })], declared: [null] }))).toBe(true);
  });

  it.each([
    null,
    {},
    { ...frame(), frame: 2 },
    { ...frame(), closed: -1 },
    { ...frame(), places: [place({ links: ['javascript:alert(1)'] })] },
    { ...frame(), places: [place({ text: 'a'.repeat(201) })] },
    { ...frame(), places: Array(41).fill(place({})) },
    { ...frame(), declared: [1] },
    { ...frame(), declared: ['javascript:alert(1)'] },
  ])('is not %j', (value) => {
    expect(isFrameSketch(value)).toBe(false);
  });
});

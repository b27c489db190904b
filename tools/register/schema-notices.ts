import { z } from 'zod';
import { isNoticePath } from '../../lib/core/notice-addresses';
import { isNoticeId } from '../../lib/core/notice-shape';
import { NOTICE_PROBLEMS } from '../../lib/core/notices';
import { day, id, rough, text, web } from './schema';

/** Notices of political advertising, elections, and what platforms say about political advertising, as keepers write them. */

const sources = z.array(id).min(1);
const state = z.literal(['not-stated', 'not-read', 'withheld']);
/** Left out: what we read of the notice has no place for it. */
const item = <S extends z.ZodType>(schema: S) => z.union([state, schema]).default('not-read');
const unkept = state.default('not-read');

const party = z.union([
  z.strictObject({ naturalPerson: z.literal(true) }),
  z.strictObject({
    name: text(120),
    numbers: z
      .strictObject({
        kvk: z
          .string()
          .regex(/^\d{8}$/, 'a KvK number has eight digits, between quotes')
          .optional(),
        electoral: text(60).optional(),
      })
      .optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'a country is two capitals, such as NL')
      .optional(),
  }),
]);

const currency = z.string().regex(/^[A-Z]{3}$/, 'a currency is three capitals, such as EUR');
const number = z.number().min(0).max(1e12);
const amounts = z
  .array(z.union([z.strictObject({ value: number, currency }), z.strictObject({ min: number, max: number, currency })]))
  .min(1)
  .max(20);

const ad = z.strictObject({
  sponsor: item(party),
  controller: item(party),
  payer: item(party),
  publisher: item(party),
  period: item(z.strictObject({ from: day.optional(), to: day.optional() })),
  amount: item(amounts),
  campaignAmount: item(amounts),
  valuation: unkept,
  origin: item(
    z
      .array(z.strictObject({ kind: z.literal(['public', 'private']).optional(), from: z.literal(['eu', 'outside-eu']).optional() }))
      .min(1)
      .max(10),
  ),
  process: item(z.strictObject({ words: text(300) })),
  targeting: item(
    z
      .array(z.union([z.literal(['none', 'contextual', 'demographic', 'geographic']), z.strictObject({ words: text(120) })]))
      .min(1)
      .max(40),
  ),
  channels: item(z.array(text(120)).min(1).max(40)),
  participation: item(web),
  repository: item(web),
  complaint: item(web),
  suspension: unkept,
});

export const noticeFile = z.strictObject({
  id: z.string().refine(isNoticeId, 'an id is the scheme, a slash and the number of the notice'),
  address: web,
  versions: z
    .array(
      z.strictObject({
        version: z.int().min(1).max(10_000),
        published: z.union([z.literal('not-stated'), day]),
        retrieved: day,
        ad,
        problems: z.array(z.literal([...NOTICE_PROBLEMS])).default([]),
        sources,
      }),
    )
    .min(1)
    .max(200),
});

const names = z.strictObject({ nl: text(120), en: text(120) });

export const electionFile = z.strictObject({
  id,
  kind: z.literal(['municipal', 'provincial', 'water-board', 'national', 'senate', 'european', 'referendum']),
  area: z.string().regex(/^[A-Z]{2}$/, 'an area is two capitals: a country, or EU'),
  names,
  alsoNamed: z.array(text(120)).min(1).max(20).optional(),
  date: rough,
  status: z.literal(['held', 'certain', 'expected']),
  links: z
    .array(z.strictObject({ kind: z.literal(['voting', 'authority', 'counting', 'complaint']), address: web, names, sources }))
    .max(20)
    .default([]),
  sources,
  checked: day,
});

export const noticeAddressFile = z.strictObject({
  checked: day,
  addresses: z
    .array(
      z.strictObject({
        scheme: id,
        host: z.string().min(3).max(253),
        path: z.string().max(300).refine(isNoticePath, 'a path is whole segments, such as /verklaringen/{id}'),
        sources,
      }),
    )
    .min(1),
});

export const platformPolicyFile = z.strictObject({
  checked: day,
  policies: z
    .array(
      z.strictObject({
        platforms: z.array(id).min(1),
        company: text(120),
        since: rough.optional(),
        where: z.literal(['eu', 'everywhere']),
        library: web.optional(),
        checked: day.optional(),
        sources,
      }),
    )
    .min(1),
});

export type NoticeFile = z.output<typeof noticeFile>;
export type ElectionFile = z.output<typeof electionFile>;
export type NoticeAddressFile = z.output<typeof noticeAddressFile>;
export type PlatformPolicyFile = z.output<typeof platformPolicyFile>;

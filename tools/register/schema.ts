import { z } from 'zod';
import { ACCOUNT_PLATFORMS } from '../../lib/core/account-forms';
import { isDay, isRoughDate } from '../../lib/core/dates';
import { CURRENCIES, ENTITY_KINDS, LEGAL_FORMS, OUTLET_FORMS } from './vocabulary';

/** The YAML as keepers write it: compact, one file per entity and per source. `compile` makes claims of it. */

export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case letters, digits and hyphens');

export const rough = z.union([z.int(), z.string()]).transform(String).refine(isRoughDate, 'a date is 2021, 2021-05 or 2021-05-03');
export const day = z.string().refine(isDay, 'a day is 2021-05-03');

export const web = z
  .string()
  .max(2000)
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), 'an address begins with https:// or http://');

export const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((value) => value === value.trim() && !/[\p{Cc}\p{Bidi_Control}]/u.test(value), 'no spaces around it and no control characters');

const period = z
  .strictObject({ from: rough.optional(), to: rough.optional() })
  .refine((value) => value.from !== undefined || value.to !== undefined, 'a period has a from, a to or both');

const percent = z.number().min(0).max(100);
const share = z.union([
  z.strictObject({ exact: percent }),
  z.strictObject({ min: percent, max: percent }).refine((value) => value.min <= value.max, 'min is not above max'),
  z.literal(['majority', 'not-public', 'unstated']),
]);

const interest = z.strictObject({
  instrument: z.literal([
    'ordinary-share',
    'preference-share',
    'priority-share',
    'certificate',
    'appointment',
    'statute',
    'contract',
    'unspecified',
  ]),
  capital: share.optional(),
  votes: share.optional(),
  scope: z.literal(['group', 'these-titles']).default('group'),
  jointly: z.array(id).min(1).optional(),
});

const incomeKind = z.literal(['readers', 'advertisers', 'public-money', 'donations', 'endowment', 'other']);

const funding = z.strictObject({
  kind: incomeKind,
  year: z.int().min(1900).max(2100).optional(),
  amount: z
    .strictObject({ value: z.number().positive(), currency: z.literal([...CURRENCIES]).default('EUR'), about: z.literal(true).optional() })
    .optional(),
  share: percent.optional(),
  collective: z.literal(true).optional(),
  planned: z.literal(true).optional(),
});

const object = z.union([
  id,
  z.strictObject({ unspecified: z.literal(['no-owner', 'not-disclosed', 'unknown']) }),
  z.strictObject({ noIncomeFrom: incomeKind }),
  z.strictObject({
    words: text(300),
    lang: z
      .string()
      .regex(/^[a-z]{2}$/)
      .default('nl'),
    nl: text(300).optional(),
    en: text(300).optional(),
  }),
]);

/** An outlet's own answer, in its own words. */
const response = z.strictObject({
  by: id,
  words: text(500),
  lang: z
    .string()
    .regex(/^[a-z]{2}$/)
    .default('nl'),
  date: day,
  sources: z.array(id).min(1),
});

const claim = z.strictObject({
  'has-form': z.literal([...OUTLET_FORMS, ...LEGAL_FORMS]).optional(),
  'published-by': object.optional(),
  'owned-by': object.optional(),
  'part-of': object.optional(),
  'controlled-by': object.optional(),
  'governance-appointed-by': object.optional(),
  'funded-by': object.optional(),
  'member-of': object.optional(),
  'subject-to': object.optional(),
  'classified-by': object.optional(),
  interests: z.array(interest).min(1).optional(),
  funding: funding.optional(),
  valid: period.optional(),
  asOf: rough.optional(),
  checked: day.optional(),
  reviewBy: day.optional(),
  status: z.literal(['disputed', 'superseded', 'withdrawn']).optional(),
  response: response.optional(),
  sources: z.array(id).min(1),
});

const name = z.union([text(120), z.strictObject({ name: text(120), lang: z.string().max(12).optional(), valid: period.optional() })]);

const host = z.strictObject({
  host: z.string().min(3).max(253),
  path: z
    .string()
    .regex(/^\/[^?#]*[^/?#]$/, 'a path begins with a slash, does not end with one')
    .optional(),
  exact: z.literal(true).optional(),
  sources: z.array(id).min(1),
});

/** A handle alone, or with the period in which it was this account's. How each looks is up to the platform: `check-accounts` says. */
const handle = z.union([text(120), z.strictObject({ handle: text(120), valid: period.optional() })]);

const account = z
  .strictObject({
    platform: z.literal([...ACCOUNT_PLATFORMS]),
    stableId: text(250).optional(),
    handles: z.array(handle).min(1).optional(),
    proof: z.array(z.strictObject({ kind: z.literal(['site-names-it', 'handle-is-domain']), source: id })).min(1),
  })
  .refine((value) => value.stableId !== undefined || value.handles !== undefined, 'an account has handles, a stableId or both');

export const entityFile = z.strictObject({
  id,
  kind: z.literal([...ENTITY_KINDS]),
  names: z.array(name).min(1).max(12),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'a country is two capitals, such as NL')
    .optional(),
  ids: z
    .strictObject({
      qid: z
        .string()
        .regex(/^Q\d+$/)
        .optional(),
      kvk: z
        .string()
        .regex(/^\d{8}$/, 'a KvK number has eight digits, between quotes')
        .optional(),
      kbo: z
        .string()
        .regex(/^\d{10}$/, 'a KBO number has ten digits, between quotes')
        .optional(),
      issn: z
        .string()
        .regex(/^\d{4}-\d{3}[\dX]$/)
        .optional(),
      lei: z
        .string()
        .regex(/^[A-Z0-9]{20}$/)
        .optional(),
    })
    .optional(),
  sources: z.array(id).min(1).optional(),
  checked: day,
  hosts: z.array(host).min(1).optional(),
  accounts: z.array(account).min(1).optional(),
  claims: z.array(claim).min(1).optional(),
});

export const sourceFile = z.strictObject({
  id,
  title: text(200),
  publisher: text(120),
  url: web.optional(),
  /** A document in the register's own files. */
  file: z
    .string()
    .regex(/^[\w-]+(?:\/[\w-]+)*\.md$/, 'a path such as docs/REDACTIE.md')
    .optional(),
  kind: z.literal(['law', 'register', 'regulator', 'self', 'press', 'research', 'dataset', 'wiki']),
  published: rough.optional(),
  publishedInferred: z.literal(true).optional(),
  undated: z.literal(true).optional(),
  retrieved: day,
  readAs: z.literal('stored-copy').optional(),
  archiveUrl: web.optional(),
  licence: text(120),
});

export const carrierFile = z.strictObject({
  checked: day,
  hosts: z
    .array(
      z.strictObject({
        host: z.string().min(3).max(253),
        path: z.string().startsWith('/').optional(),
        exact: z.literal(true).optional(),
        // No sources: how an address works is our own classification and says nothing about anybody.
        target: z.literal(['platform', 'redirector', 'cache']),
      }),
    )
    .min(1),
});

/** More claims, by a layer, about an entity of the core. */
export const additionFile = z.strictObject({ id, checked: day, claims: z.array(claim).min(1) });

/** What a layer was taken from, and on what terms. */
export const layerFile = z.strictObject({
  id,
  title: text(200),
  publisher: text(120),
  url: web,
  /** The version that was taken over, such as a commit. */
  version: text(60).optional(),
  published: rough,
  retrieved: day,
  /** As in the sources of the layer, which show it with each claim. */
  licence: text(120),
  licenceUrl: web,
  /** The words with which the licence or publisher asks to be named. */
  attribution: text(300),
  /** What we left out or changed. */
  changes: z.array(text(300)).min(1),
});

export type AdditionFile = z.output<typeof additionFile>;
export type LayerFile = z.output<typeof layerFile>;
export type EntityFile = z.output<typeof entityFile>;
export type ClaimLine = z.output<typeof claim>;
export type AccountLine = z.output<typeof account>;
export type SourceFile = z.output<typeof sourceFile>;
export type CarrierFile = z.output<typeof carrierFile>;

import { z } from 'zod';

/**
 * The Beneficial Ownership Data Standard 0.4 as far as we use it, stricter than its JSON schema: no field that it does not
 * have (but for the property of ours in annotations, which it allows), dates that exist, lists of codes closed.
 */

const day = z.iso.date();
const text = z.string().min(1);

const unspecified = z.strictObject({
  reason: z.enum([
    'noBeneficialOwners',
    'subjectUnableToConfirmOrIdentifyBeneficialOwner',
    'interestedPartyHasNotProvidedInformation',
    'subjectExemptFromDisclosure',
    'interestedPartyExemptFromDisclosure',
    'unknown',
    'informationUnknownToPublisher',
  ]),
  description: text.optional(),
});

const percent = z.number().min(0).max(100).optional();

const interest = z.strictObject({
  type: z.enum([
    'shareholding',
    'votingRights',
    'appointmentOfBoard',
    'otherInfluenceOrControl',
    'seniorManagingOfficial',
    'settlor',
    'trustee',
    'protector',
    'beneficiaryOfLegalArrangement',
    'rightsToSurplusAssetsOnDissolution',
    'rightsToProfitOrIncome',
    'rightsGrantedByContract',
    'conditionalRightsGrantedByContract',
    'controlViaCompanyRulesOrArticles',
    'controlByLegalFramework',
    'boardMember',
    'boardChair',
    'unknownInterest',
    'unpublishedInterest',
    'enjoymentAndUseOfAssets',
    'rightToProfitOrIncomeFromAssets',
    'nominee',
    'nominator',
  ]),
  directOrIndirect: z.enum(['direct', 'indirect', 'unknown']),
  beneficialOwnershipOrControl: z.boolean().optional(),
  details: text.optional(),
  share: z
    .strictObject({ exact: percent, minimum: percent, maximum: percent, exclusiveMinimum: percent, exclusiveMaximum: percent })
    .optional(),
  startDate: day.optional(),
  endDate: day.optional(),
});

const entity = z.strictObject({
  isComponent: z.literal(false),
  entityType: z.strictObject({
    type: z.enum(['registeredEntity', 'legalEntity', 'arrangement', 'anonymousEntity', 'unknownEntity', 'state', 'stateBody']),
    subtype: z.enum(['governmentDepartment', 'stateAgency', 'other', 'trust', 'nomination']).optional(),
    details: text.optional(),
  }),
  unspecifiedEntityDetails: unspecified.optional(),
  name: text.optional(),
  alternateNames: z.array(text).optional(),
  jurisdiction: z.strictObject({ name: text, code: z.string().min(2).max(6).optional() }).optional(),
  identifiers: z
    .array(
      z
        .strictObject({ id: text.optional(), scheme: text.optional(), schemeName: text.optional(), uri: z.url().optional() })
        .refine(({ scheme, schemeName }) => scheme !== undefined || schemeName !== undefined),
    )
    .optional(),
  publicListing: z.strictObject({ hasPublicListing: z.boolean() }).optional(),
});

const person = z.strictObject({
  isComponent: z.literal(false),
  personType: z.enum(['anonymousPerson', 'unknownPerson', 'knownPerson']),
  unspecifiedPersonDetails: unspecified.optional(),
  names: z
    .array(
      z.strictObject({
        type: z.enum(['legal', 'translation', 'transliteration', 'former', 'alternative', 'birth']).optional(),
        fullName: text,
      }),
    )
    .optional(),
});

const relationship = z.strictObject({
  isComponent: z.literal(false),
  subject: z.union([text, unspecified]),
  interestedParty: z.union([text, unspecified]),
  interests: z.array(interest).optional(),
});

const annotation = z
  .strictObject({
    statementPointerTarget: z.string().regex(/^(\/[^/]*)*$/),
    motivation: z.enum(['commenting', 'correcting', 'identifying', 'linking', 'transformation']),
    creationDate: day.optional(),
    createdBy: z.strictObject({ name: text.optional(), uri: z.url().optional() }).optional(),
    description: text.optional(),
    url: z.url().optional(),
    colofon: z.looseObject({}),
  })
  .refine(({ motivation, url }) => motivation !== 'linking' || url !== undefined);

const head = {
  statementId: z.string().min(32).max(64),
  statementDate: day,
  declarationSubject: text,
  recordId: text,
  recordStatus: z.enum(['new', 'updated', 'closed']),
  annotations: z.array(annotation).optional(),
  publicationDetails: z.strictObject({
    publicationDate: day,
    bodsVersion: z.literal('0.4'),
    license: z.url(),
    publisher: z.strictObject({ name: text, url: z.url().optional() }),
  }),
  source: z
    .strictObject({
      type: z.array(z.enum(['selfDeclaration', 'officialRegister', 'thirdParty', 'primaryResearch', 'verified'])),
      description: text.optional(),
      url: z.url().optional(),
      retrievedAt: day.optional(),
      assertedBy: z.array(z.strictObject({ name: text, uri: z.url().optional() })).optional(),
    })
    .optional(),
};

const statement = z.discriminatedUnion('recordType', [
  z.strictObject({ ...head, recordType: z.literal('entity'), recordDetails: entity }),
  z.strictObject({ ...head, recordType: z.literal('person'), recordDetails: person }),
  z.strictObject({ ...head, recordType: z.literal('relationship'), recordDetails: relationship }),
]);

/**
 * What is wrong with a file, by the schema and by what the standard asks beyond it: ids that occur once, parties that have a
 * record, and a record before the relationships that name it.
 */
export function bodsProblems(json: unknown): string[] {
  const parsed = z.array(statement).safeParse(json);
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const problems: string[] = [];
  const statements = new Set<string>();
  const records = new Set<string>();
  for (const each of parsed.data) {
    if (statements.has(each.statementId)) problems.push(`${each.statementId} occurs twice`);
    if (records.has(each.recordId)) problems.push(`${each.recordId} occurs twice`);
    statements.add(each.statementId);
    records.add(each.recordId);
    const named = [
      each.declarationSubject,
      ...(each.recordType === 'relationship' ? [each.recordDetails.subject, each.recordDetails.interestedParty] : []),
    ];
    for (const id of named) if (typeof id === 'string' && !records.has(id)) problems.push(`${each.recordId}: no record of ${id} before it`);
  }
  return problems;
}

import { z } from 'zod'
import { FACTOR_NAMES, FITS } from '../../engines/matching/index.ts'
import { MAX_LIMIT, pageEnd, pageOf, pageQuery } from '../../platform/http/index.ts'
import { exactlyOne } from '../../shared/exactly-one.ts'
import * as wire from '../../shared/wire.ts'
import { needInput, offerInput, publicNeedView, publicOfferView } from '../postings/index.ts'
import { importance, inferredSkillShown } from '../skills/index.ts'

const unit = z.number().min(0).max(1)
const explanationFields = {
  model: z.string().describe('Version of the weights used for this ranking'),
  score: unit.describe('From 0 to 1; the harmonic mean of both sides, comparable across needs'),
  fit: z
    .enum(FITS)
    .describe(
      'How well the work itself fits, apart from time, place and return. It means the same for every need. `weak`: little speaks for the pair. The best of such rows that share a skill fill a list of fewer than four; the others are listed only on request. Behind the first five rows, those that fit less than half as well as the best of these are left out too',
    ),
  summary: z
    .string()
    .describe('The match in one sentence, for the reader of your side, in the language of the answer'),
  factors: z
    .array(
      z.object({
        name: z.enum(FACTOR_NAMES).describe('What is compared'),
        value: unit.describe('From 0 to 1: how well the two suit each other in this'),
        weight: z.number().describe('Weight of the factor in the score of this pair'),
        contribution: z.number().describe('value × weight; the contributions add up to the score'),
        reason: z
          .string()
          .describe('For the reader, in the language of the answer. Empty if the factor has nothing to tell'),
      }),
    )
    .describe('What the score is made of'),
  matched_skills: z
    .array(
      z.object({
        wanted: z.string().describe('The skill that the need names or expresses'),
        offered: z.string().describe('The skill of the offer that comes nearest'),
        relatedness: unit.describe('How well the offered skill can replace the wanted one'),
        inferred: z
          .boolean()
          .describe('True if only the words of the need or of the offer express the skill'),
        confidence: unit.describe(
          'How surely the words express the skills; 1 if both are posted. Use it to sort; it is not a probability',
        ),
        because: z
          .object({
            need: z.array(z.string()).describe('Words of the need'),
            offer: z.array(z.string()).describe('Words of the offer'),
          })
          .describe(
            'The parts of the two texts that express the skills, as written. Empty where they are posted',
          ),
      }),
    )
    .describe('Wanted skills that the offer covers, at least in part'),
  missing_skills: z
    .array(z.object({ label: z.string().describe('Name of the skill'), importance }))
    .describe('Wanted skills that nothing in the offer comes near to'),
  cost: z
    .object({
      money: z
        .object({
          ...wire.money.shape,
          unit: z
            .enum(['hour', 'project', 'total'])
            .describe('What the amount pays for. `total`: the stipend of an intern'),
          per_week: wire.money
            .nullable()
            .describe('Cost of a week. Null if it is not paid by the hour or the hours are not known'),
        })
        .nullable()
        .describe('Null if no money changes hands'),
      hours_to_train: z.number().nullable().describe('Estimate, based on the missing skills'),
      in_kind: z
        .array(
          z.object({
            label: z.string().describe('What the organization gives'),
            hours_per_week: z.number().nullable().describe('Hours of it per week'),
            already_doing: z.boolean().describe('The organization does this work anyway'),
          }),
        )
        .describe('For barter: what the organization gives of what the helper wants'),
    })
    .describe('What the help costs the organization'),
  notices: z
    .array(
      z.object({
        code: z.string().describe('What the notice is about, for programs'),
        detail: z.string().describe('What to know, in the language of the answer'),
      }),
    )
    .describe('What both sides should know before they agree. A notice blocks nothing'),
}

const ids = {
  need_id: z.string().describe('The need'),
  offer_id: z.string().describe('The offer'),
}

/** Of the posting that is ranked. */
const ownFields = {
  is_own: z.boolean().describe('Whether the ranked offer or need is yours too'),
  external_id: z.string().nullable().describe('Of the ranked offer or need, if it is yours'),
  name: z
    .string()
    .nullable()
    .describe('Of its helper or organization, if it is yours and your token may read it'),
}

export const match = z
  .object({
    need_id: z.string().nullable().describe('Null for a previewed need'),
    offer_id: z.string().nullable().describe('Null for a previewed offer'),
    ...ownFields,
    offer: publicOfferView.optional().describe('Present when offers are ranked'),
    need: publicNeedView.optional().describe('Present when needs are ranked'),
    ...explanationFields,
  })
  .meta({ id: 'Match' })
export type Match = z.output<typeof match>

/** A match of the ranking for a saved need. */
export const offerMatch = match
  .extend({ ...ids, offer: publicOfferView.describe('The offer as others see it') })
  .meta({ id: 'OfferMatch' })
export type OfferMatch = z.output<typeof offerMatch>

/** A match of the ranking for a saved offer. */
export const needMatch = match
  .extend({ ...ids, need: publicNeedView.describe('The need as others see it') })
  .meta({ id: 'NeedMatch' })
export type NeedMatch = z.output<typeof needMatch>

const blockers = z
  .array(
    z.object({
      code: z.string().describe('The rule that keeps the two apart, for programs'),
      detail: z.string().describe('What keeps the two apart, in the language of the answer'),
      smallest_change: z.string().describe('The smallest change with which this rule would let them match'),
    }),
  )
  .describe('Each rule that keeps the two apart. Empty for a match')
export type ShownBlockers = z.output<typeof blockers>

const blockedBy = z
  .object({
    code: z.string().describe('The rule, as in `blockers`'),
    count: z.int().describe('Number of postings that would fit but for this rule, alone or among others'),
    count_alone: z.int().describe('Of these, the number that no other rule keeps apart: one change away'),
    is_minimum: z
      .boolean()
      .describe('True if more than 1,000 postings are kept apart. Counting ends there, so there may be more'),
    detail: z.string().describe('A sentence for people'),
  })
  .meta({ id: 'BlockedBy' })
export type BlockedBy = z.output<typeof blockedBy>

const queryNotices = z
  .array(
    z.object({
      parameter: z.string().describe('The parameter that the notice is about'),
      code: z.enum(['skill_unknown']).describe('What the notice is about, for programs'),
      detail: z.string().describe('What to know, in the language of the answer'),
    }),
  )
  .describe('What to know about the query. Present if `skill` is not in the skills catalogue')
export type QueryNotices = z.output<typeof queryNotices>

const stillReading = z
  .object({
    own_text: z
      .boolean()
      .describe(
        'True if the text of the posting that is ranked for is not read yet; otherwise only texts of others are not',
      ),
    detail: z.string().describe('What to expect, in the language of the answer'),
  })
  .meta({
    examples: [
      {
        own_text: false,
        detail: 'Texts of other postings are still being read. The order may change in a moment: ask again.',
      },
    ],
  })
const whileReading =
  'Present while the meaning of texts that may count in this ranking is still being made, most often for less than a second after they were posted. Until then rows, scores and `fit` may change although nobody changes a posting. Ask again soon'
export type StillReading = z.output<typeof stillReading>

const present = 'Present on a first page that is not full, and with `include=near_misses`'

/** A page of matches. One that is not full also says why there are no more. */
function matchPageOf<M extends z.ZodType, N extends z.ZodType>(item: M, nearMiss: N) {
  return pageOf(item).extend({
    near_misses: z
      .array(nearMiss)
      .optional()
      .describe(`At most 5 pairs that would fit but for a rule, the nearest first. ${present}`),
    blocked_by: z
      .array(blockedBy)
      .optional()
      .describe(`How many postings of the whole market each rule keeps apart. ${present}`),
    still_reading: stillReading.optional().describe(whileReading),
  })
}

const matchPage = matchPageOf(match, match.extend({ blockers }).meta({ id: 'NearMiss' }))
export const offerMatchPage = matchPageOf(
  offerMatch,
  offerMatch.extend({ blockers }).meta({ id: 'OfferNearMiss' }),
).extend({ notices: queryNotices.optional() })
export const needMatchPage = matchPageOf(
  needMatch,
  needMatch.extend({ blockers }).meta({ id: 'NeedNearMiss' }),
).extend({ notices: queryNotices.optional() })

export const matchExplanation = z
  .object({
    ...ids,
    eligible: z.boolean().describe('True if nothing keeps the two apart'),
    blockers,
    offer: publicOfferView.describe('The offer as others see it'),
    need: publicNeedView.describe('The need as others see it'),
    ...explanationFields,
  })
  .meta({ id: 'MatchExplanation' })
export type MatchExplanation = z.output<typeof matchExplanation>

const modality = z.enum(wire.modality.options)
/** What narrows a ranking without changing its scores. In a query, lists are comma separated. */
const filters = {
  min_score: z.coerce.number().min(0).max(1).default(0).describe('Leave out matches below this score'),
  max_distance_km: z.coerce
    .number()
    .min(0)
    .max(20_000)
    .optional()
    .describe('Only postings whose place is known and at most so far away, remote work too'),
  skill: wire
    .text(1, 200)
    .optional()
    .describe(
      'Only postings with this skill, by id or by name: posted, or expressed by their words. A name that is not in the skills catalogue finds only postings that name it alike, and `notices` says so',
    ),
}
const kindsOfHelp = z.array(wire.offerKind).min(1).max(4)
const modalities = z.array(modality).min(1).max(3)
const ofKinds = 'Only offers of these kinds of help, or needs that accept one of them'
const ofModalities = 'Only postings of these modalities'
const exceptIntroduced = 'Leave out postings with an open or accepted introduction'

const separated = z.string().transform((text) => text.split(','))

const included = z.enum(['weak', 'near_misses'])
const include = separated
  .pipe(z.array(included))
  .describe(
    'What to list beside the matches, comma separated. `weak`: also pairs whose work hardly fits. `near_misses`: what comes nearest to a match, and what keeps it apart',
  )
  .meta({ type: 'array', items: { type: 'string', enum: included.options } })

export const matchQuery = z.strictObject({
  ...pageQuery,
  kinds: separated
    .pipe(kindsOfHelp)
    .optional()
    .describe(`${ofKinds}, comma separated: volunteer,intern,barter,paid`)
    .meta({ type: 'array', items: { type: 'string', enum: wire.offerKind.options } }),
  modality: separated
    .pipe(modalities)
    .optional()
    .describe(`${ofModalities}, comma separated: remote,hybrid,onsite`)
    .meta({ type: 'array', items: { type: 'string', enum: wire.modality.options } }),
  ...filters,
  exclude_introduced: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .describe(exceptIntroduced),
  include: include.optional(),
})
export type MatchQuery = z.output<typeof matchQuery>

export const batchInput = z
  .strictObject({
    ids: z
      .array(z.union([wire.idOf('need'), wire.idOf('offer')]))
      .min(1)
      .max(100)
      .describe('Your needs and offers, each ranked by itself'),
    limit: z.int().min(1).max(10).default(5).describe('Matches of each'),
    kinds: kindsOfHelp.optional().describe(ofKinds),
    modality: modalities.optional().describe(ofModalities),
    ...filters,
    exclude_introduced: z.boolean().optional().describe(exceptIntroduced),
    include: z.array(z.literal('weak')).max(1).optional().describe('As in the rankings'),
  })
  .meta({ id: 'BatchBody' })
export type BatchInput = z.output<typeof batchInput>

export const batchAnswer = z
  .object({
    data: z
      .array(
        z.object({
          id: z.string().describe('The need or offer, as sent'),
          matches: z.array(match).describe('Best first. Empty for a posting that is not open'),
          next_cursor: pageEnd.next_cursor.describe(
            'Continue with it in the ranking of this posting, with the same filters',
          ),
          has_more: pageEnd.has_more.describe('Whether the ranking of this posting goes on'),
          still_reading: stillReading.optional().describe(whileReading),
          error: z
            .object({
              code: z.enum(['need_not_found', 'offer_not_found']).describe('Error code'),
              detail: z.string().describe('What is wrong and what to do'),
            })
            .nullable()
            .describe('Why there is no ranking'),
        }),
      )
      .describe('In the order sent'),
    notices: queryNotices.optional(),
  })
  .meta({ id: 'BatchAnswer' })
export type BatchAnswer = z.output<typeof batchAnswer>

/** The matches of a posting that is not saved. */
export const previewPage = matchPage
  .extend({
    inferred_skills: z
      .array(inferredSkillShown)
      .describe('Skills that the title and description express and `skills` does not list'),
  })
  .meta({ id: 'PreviewPage' })

export const previewInput = z
  .strictObject({
    need: needInput.describe('The need to rank offers for. It is not saved').optional(),
    offer: offerInput.describe('The offer to rank needs for. It is not saved').optional(),
    limit: z.int().min(1).max(MAX_LIMIT).default(20).describe('Most matches to answer'),
    include: z.array(included).max(10).optional().describe('As in the rankings'),
  })
  .check(exactlyOne('need', 'offer'))
  .meta({ id: 'PreviewBody' })

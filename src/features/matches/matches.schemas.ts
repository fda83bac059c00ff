import { z } from 'zod'
import { FACTOR_NAMES, FITS } from '../../engines/matching/index.ts'
import { MAX_LIMIT, pageEnd, pageOf, pageQuery } from '../../platform/http/index.ts'
import { exactlyOne } from '../../shared/exactly-one.ts'
import * as wire from '../../shared/wire.ts'
import { decimalNumber } from '../../shared/written-numbers.ts'
import { needInput, offerInput, publicNeedView, publicOfferView } from '../postings/index.ts'
import { importance, inferredSkillShown } from '../skills/index.ts'

const unit = z.number().min(0).max(1)
const explanationFields = {
  model: z.string().describe('Version of the weights used for this ranking'),
  score: unit.describe('From 0 to 1: the harmonic mean of the scores of both sides. Comparable across needs'),
  fit: z
    .enum(FITS)
    .describe(
      'How well the work itself fits, apart from time, place and return. It means the same for every need. `weak`: few signs that the pair fits. If there are fewer than three better matches, the best `weak` matches that share a skill are added; the others are listed only with `include=weak`. After the first five rows, matches that fit far less than the best of these five are left out too',
    ),
  summary: z.string().describe('The match in one sentence for your side, in the language of the response'),
  factors: z
    .array(
      z.object({
        name: z.enum(FACTOR_NAMES).describe('Name of the factor: what is compared'),
        value: unit.describe('From 0 to 1: how well the two sides fit in this factor'),
        weight: z.number().describe('Weight of the factor in the score of this pair'),
        contribution: z.number().describe('value × weight; the contributions add up to the score'),
        reason: z
          .string()
          .describe('Reason in words, in the language of the response. Empty if there is nothing to say'),
      }),
    )
    .describe('Parts of the score'),
  matched_skills: z
    .array(
      z.object({
        wanted: z.string().describe('Skill that the need lists or that its text expresses'),
        offered: z.string().describe('Closest skill of the offer'),
        relatedness: unit.describe('How well the offered skill can replace the wanted one'),
        inferred: z
          .boolean()
          .describe(
            'True if at least one of the two skills was inferred from the text of the need or the offer',
          ),
        confidence: unit.describe(
          'Confidence that the texts express the skills; 1 if both are listed. Use it to sort; it is not a probability',
        ),
        because: z
          .object({
            need: z.array(z.string()).describe('Words of the need'),
            offer: z.array(z.string()).describe('Words of the offer'),
          })
          .describe(
            'Parts of the two texts that express the skills, as written. Empty if the skill is listed',
          ),
      }),
    )
    .describe('Wanted skills that the offer covers, at least in part'),
  missing_skills: z
    .array(z.object({ label: z.string().describe('Name of the skill'), importance }))
    .describe('Wanted skills without a close skill in the offer'),
  cost: z
    .object({
      money: z
        .object({
          ...wire.money.shape,
          unit: z
            .enum(['hour', 'project', 'total'])
            .describe('What the amount pays for. `total`: stipend of an intern for the whole work'),
          per_week: wire.money
            .nullable()
            .describe('Cost per week. Null if it is not paid by the hour or the hours are not known'),
        })
        .nullable()
        .describe('Price of the help. Null if no money is paid'),
      hours_to_train: z
        .number()
        .nullable()
        .describe('Estimated hours to train the helper, based on the missing skills'),
      in_kind: z
        .array(
          z.object({
            label: z.string().describe('What the organization gives'),
            hours_per_week: z.number().nullable().describe('Hours of it per week'),
            already_doing: z.boolean().describe('True if the organization does this work anyway'),
          }),
        )
        .describe('For barter: what the organization gives that the helper wants'),
    })
    .describe('What the help costs the organization'),
  notices: z
    .array(
      z.object({
        code: z.string().describe('Stable code of the notice'),
        detail: z.string().describe('The notice as a sentence, in the language of the response'),
      }),
    )
    .describe('What both sides should know before they agree. Notices exclude nothing'),
}

const ids = {
  need_id: z.string().describe('The need'),
  offer_id: z.string().describe('The offer'),
}

/** Of the posting that is ranked. */
const ownFields = {
  is_own: z.boolean().describe('Whether the ranked offer or need belongs to you'),
  external_id: z.string().nullable().describe('Your own id of the ranked offer or need, if it is yours'),
  name: z
    .string()
    .nullable()
    .describe('Name of its helper or organization, if it is yours and your token may read it'),
}

export const match = z
  .object({
    need_id: z.string().nullable().describe('Id of the need. Null for a previewed need'),
    offer_id: z.string().nullable().describe('Id of the offer. Null for a previewed offer'),
    ...ownFields,
    offer: publicOfferView.optional().describe('The offer. Present when offers are ranked'),
    need: publicNeedView.optional().describe('The need. Present when needs are ranked'),
    ...explanationFields,
  })
  .meta({ id: 'Match' })
export type Match = z.output<typeof match>

/** A match of the ranking for a saved need. */
export const offerMatch = match
  .extend({ ...ids, offer: publicOfferView.describe('The offer as other partners see it') })
  .meta({ id: 'OfferMatch' })
export type OfferMatch = z.output<typeof offerMatch>

/** A match of the ranking for a saved offer. */
export const needMatch = match
  .extend({ ...ids, need: publicNeedView.describe('The need as other partners see it') })
  .meta({ id: 'NeedMatch' })
export type NeedMatch = z.output<typeof needMatch>

const blockers = z
  .array(
    z.object({
      code: z.string().describe('Rule that prevents the match, as a stable code'),
      detail: z.string().describe('What prevents the match, in the language of the response'),
      smallest_change: z.string().describe('Smallest change with which the pair would pass this rule'),
    }),
  )
  .describe('Rules that prevent the match. Empty for a match')
export type ShownBlockers = z.output<typeof blockers>

const blockedBy = z
  .object({
    code: z.string().describe('Code of the rule, as in `blockers`'),
    count: z.int().describe('Number of postings that this rule excludes, alone or together with others'),
    count_alone: z
      .int()
      .describe('Number of postings that only this rule excludes. One change would make them match'),
    is_minimum: z
      .boolean()
      .describe(
        'True if more than 1,000 postings are excluded: counting stops there, so the numbers may be higher',
      ),
    detail: z.string().describe('The count as a sentence'),
  })
  .meta({ id: 'BlockedBy' })
export type BlockedBy = z.output<typeof blockedBy>

const rankingNotices = z
  .array(
    z.object({
      parameter: z
        .string()
        .nullable()
        .describe(
          'Query parameter that the notice is about; null for the posting that others are ranked for',
        ),
      code: z.enum(['skill_unknown', 'no_skill_known']).describe('Stable code of the notice'),
      detail: z.string().describe('The notice as a sentence, in the language of the response'),
    }),
  )
  .describe(
    'What to know about this ranking. Present if `skill` is not in the taxonomy, or if the posting lists no skill and none was recognized in its text',
  )
export type RankingNotices = z.output<typeof rankingNotices>

export const stillReading = z
  .object({
    own_text: z
      .boolean()
      .describe(
        'True if the text of the posting you rank for is not analyzed yet; false if only texts of other postings are not',
      ),
    detail: z.string().describe('What to expect, in the language of the response'),
  })
  .meta({
    examples: [
      {
        own_text: false,
        detail: 'Texts of other postings are still being read. The order may change in a moment: ask again.',
      },
    ],
  })
  .optional()
  .describe(
    'Present while texts that may affect this ranking are still being analyzed by meaning, usually for less than a second after they were posted. Until then rows, scores and `fit` may change without any change to a posting. Request the page again soon',
  )
export type StillReading = NonNullable<z.output<typeof stillReading>>

const present = 'Present on a first page that is not full, and with `include=near_misses`'

/** A page of matches. One that is not full also says why there are no more. */
function matchPageOf<M extends z.ZodType, N extends z.ZodType>(item: M, nearMiss: N) {
  return pageOf(item).extend({
    near_misses: z
      .array(nearMiss)
      .optional()
      .describe(`Up to 5 pairs that only a rule keeps from matching, closest first. ${present}`),
    blocked_by: z
      .array(blockedBy)
      .optional()
      .describe(`Number of postings in the whole market that each rule excludes. ${present}`),
    still_reading: stillReading,
  })
}

const matchPage = matchPageOf(match, match.extend({ blockers }).meta({ id: 'NearMiss' }))
export const offerMatchPage = matchPageOf(
  offerMatch,
  offerMatch.extend({ blockers }).meta({ id: 'OfferNearMiss' }),
).extend({ notices: rankingNotices.optional() })
export const needMatchPage = matchPageOf(
  needMatch,
  needMatch.extend({ blockers }).meta({ id: 'NeedNearMiss' }),
).extend({ notices: rankingNotices.optional() })

export const matchExplanation = z
  .object({
    ...ids,
    eligible: z.boolean().describe('True if no rule prevents the match'),
    blockers,
    offer: publicOfferView.describe('The offer as other partners see it'),
    need: publicNeedView.describe('The need as other partners see it'),
    ...explanationFields,
  })
  .meta({ id: 'MatchExplanation' })
export type MatchExplanation = z.output<typeof matchExplanation>

const modality = z.enum(wire.modality.options)
/**
 * What narrows a ranking without changing its scores. In a query, lists are comma separated and `number` reads the
 * numbers.
 */
const filters = (number: (schema: z.ZodType<number>) => z.ZodType<number>) => ({
  min_score: number(z.number().min(0).max(1).default(0)).describe('Leave out matches below this score'),
  max_distance_km: number(z.number().min(0).max(20_000))
    .optional()
    .describe('Only postings with a known place within this distance, including remote work'),
  skill: wire
    .text(1, 200)
    .optional()
    .describe(
      'Only postings with this skill, by id or by name, listed or inferred from the text. A name that is not in the taxonomy finds only postings that list the same name, and `notices` says so',
    ),
})
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
    'What to list besides the matches, comma separated. `weak`: also pairs whose work hardly fits. `near_misses`: the pairs closest to a match, and the rules that exclude postings',
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
  ...filters(decimalNumber),
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
      .describe('Your needs and offers. Each is ranked separately'),
    limit: z.int().min(1).max(10).default(5).describe('Number of matches for each'),
    kinds: kindsOfHelp.optional().describe(ofKinds),
    modality: modalities.optional().describe(ofModalities),
    ...filters((schema) => schema),
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
          matches: z.array(match).describe('Matches, best first. Empty for a posting that is not open'),
          next_cursor: pageEnd.next_cursor.describe(
            "Cursor for the next page of this posting's ranking, with the same filters",
          ),
          has_more: pageEnd.has_more.describe("Whether this posting's ranking has more matches"),
          still_reading: stillReading,
          error: z
            .object({
              code: z.enum(['need_not_found', 'offer_not_found']).describe('Error code'),
              detail: z.string().describe('What is wrong and what to do'),
            })
            .nullable()
            .describe('Why there is no ranking. Null if there is one'),
        }),
      )
      .describe('Rankings in the order sent'),
    notices: rankingNotices.optional(),
  })
  .meta({ id: 'BatchAnswer' })
export type BatchAnswer = z.output<typeof batchAnswer>

/** The matches of a posting that is not saved. */
export const previewPage = matchPage
  .extend({
    inferred_skills: z
      .array(inferredSkillShown)
      .describe('Skills inferred from the title and description that `skills` does not list'),
  })
  .meta({ id: 'PreviewPage' })

export const previewInput = z
  .strictObject({
    need: needInput.describe('The need to rank offers for. It is not saved').optional(),
    offer: offerInput.describe('The offer to rank needs for. It is not saved').optional(),
    limit: z.int().min(1).max(MAX_LIMIT).default(20).describe('Maximum number of matches to return'),
    include: z.array(included).max(10).optional().describe('As in the rankings'),
  })
  .check(exactlyOne('need', 'offer'))
  .meta({ id: 'PreviewBody' })

import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { Skill, Taxonomy } from '../../engines/skills/index.ts'
import { MAX_SKILLS_OF_SENTENCE } from '../../engines/skills/index.ts'
import { type App, idempotencyHeader, type Once, pageOf, problem } from '../../platform/http/index.ts'
import { notFound } from '../../shared/errors.ts'
import { text } from '../../shared/wire.ts'
import { resolutionMethod } from './skills.schemas.ts'

const tags = ['Skills']
const config = { scope: 'skills:read' } as const
const refusals = { 401: problem, 403: problem, 422: problem, 503: problem }
const SUGGESTIONS = 20

const skillSummary = z
  .object({
    id: z.string(),
    label: z.string(),
    category: z.string(),
    uri: z.string().nullable().describe('Of the same skill in a public classification, such as ESCO'),
  })
  .meta({ id: 'SkillSummary' })
const skill = z
  .object({
    ...skillSummary.shape,
    aliases: z.array(z.string()),
    related: z.array(z.object({ id: z.string(), label: z.string(), strength: z.number() })),
    source: z.enum(['curated', 'esco', 'onet']),
  })
  .meta({ id: 'Skill' })
const namedSkill = z.object({ id: z.string(), label: z.string() })
const resolvedLabel = z
  .object({
    label: z.string(),
    skill: namedSkill.nullable(),
    confidence: z.number(),
    method: resolutionMethod,
  })
  .meta({ id: 'ResolvedLabel' })
const resolvedSentence = z
  .object({
    sentence: z.string(),
    skills: z
      .array(
        z.object({
          skill: namedSkill,
          confidence: z
            .number()
            .describe(
              'From 0.45 to 0.8, where labels that are known have 0.8 to 1; to order by, not a probability',
            ),
          because: z.array(z.string()).describe('The passages of the sentence that it rests on, as written'),
        }),
      )
      .describe(`The surest first, at most ${MAX_SKILLS_OF_SENTENCE}; empty where none is near`),
  })
  .meta({ id: 'ResolvedSentence' })
const toResolve = z
  .strictObject({
    labels: z.array(text(1, 200)).min(1).max(100).optional().describe('Each names one skill'),
    sentences: z
      .array(text(1, 2000))
      .min(1)
      .max(20)
      .optional()
      .describe('Each speaks of any number of skills, named or not'),
  })
  .refine(({ labels, sentences }) => labels !== undefined || sentences !== undefined, {
    error: 'Give `labels`, `sentences` or both',
    path: ['labels'],
  })
  .meta({ minProperties: 1 })

export function registerSkillsRoutes(app: App, deps: { taxonomy: Taxonomy; once: Once }): void {
  app.get(
    '/v1/skills',
    {
      config,
      schema: {
        tags,
        summary: 'Skills that begin like this: typeahead',
        querystring: z.strictObject({
          q: text(1, 200),
          limit: z.coerce.number().int().min(1).max(SUGGESTIONS).default(SUGGESTIONS),
        }),
        response: { 200: pageOf(skillSummary), ...refusals },
      },
    },
    async (request) => ({
      data: deps.taxonomy.search(request.query.q, request.query.limit).map(summaryOf),
      next_cursor: null,
    }),
  )

  app.get(
    '/v1/skills/:id',
    {
      config,
      schema: {
        tags,
        summary: 'A skill with its other names and related skills',
        params: z.object({ id: z.string() }),
        response: { 200: skill, 404: problem, ...refusals },
      },
    },
    async (request) => {
      const found = deps.taxonomy.get(request.params.id)
      if (!found) throw notFound('skill')
      return {
        ...summaryOf(found),
        aliases: found.aliases,
        related: found.related.map(({ id, strength }) => ({
          id,
          label: deps.taxonomy.get(id)?.label ?? id,
          strength,
        })),
        source: found.source,
      }
    },
  )

  app.post(
    '/v1/skills/resolve',
    {
      config: { ...config, rateClass: 'rank' },
      schema: {
        tags,
        summary: 'What labels and sentences are understood as',
        description:
          'One answer for each text, in the order given: labels first, then sentences. With labels alone, the ' +
          'answers are those of labels.',
        headers: idempotencyHeader,
        body: toResolve,
        response: { 200: z.array(z.union([resolvedLabel, resolvedSentence])), ...refusals },
      },
    },
    (request, reply) =>
      deps.once.compute(request, reply, async () => {
        const { labels = [], sentences = [] } = request.body
        const readings: z.output<typeof resolvedSentence>[] = []
        for (const sentence of sentences) {
          readings.push(deps.taxonomy.resolveSentence(sentence))
          // Between two sentences, other requests have their turn.
          await setImmediate()
        }
        return { status: 200, body: [...labels.map((label) => deps.taxonomy.resolve(label)), ...readings] }
      }),
  )
}

function summaryOf(found: Skill) {
  return { id: found.id, label: found.label, category: found.category, uri: found.uri }
}

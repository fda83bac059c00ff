import { z } from 'zod'
import { type App, idempotencyHeader, type Once, pageOf, problem } from '../http/index.ts'
import { notFound } from '../shared/errors.ts'
import { text } from '../shared/wire.ts'
import { resolutionMethod } from './skills.schemas.ts'
import type { Skill, Taxonomy } from './taxonomy.ts'

const tags = ['Skills']
const config = { scope: 'skills:read' } as const
const refusals = { 401: problem, 403: problem, 422: problem, 503: problem }
const SUGGESTIONS = 20

const skillSummary = z
  .object({ id: z.string(), label: z.string(), category: z.string() })
  .meta({ id: 'SkillSummary' })
const skill = z
  .object({
    ...skillSummary.shape,
    aliases: z.array(z.string()),
    related: z.array(z.object({ id: z.string(), label: z.string(), strength: z.number() })),
    source: z.enum(['curated', 'esco', 'onet']),
    uri: z.string().nullable(),
  })
  .meta({ id: 'Skill' })
const resolved = z
  .object({
    label: z.string(),
    skill: z.object({ id: z.string(), label: z.string() }).nullable(),
    confidence: z.number(),
    method: resolutionMethod,
  })
  .meta({ id: 'ResolvedLabel' })

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
        uri: found.uri,
      }
    },
  )

  app.post(
    '/v1/skills/resolve',
    {
      config,
      schema: {
        tags,
        summary: 'What labels are understood as',
        headers: idempotencyHeader,
        body: z.strictObject({ labels: z.array(text(1, 200)).min(1).max(100) }),
        response: { 200: z.array(resolved), ...refusals },
      },
    },
    (request, reply) =>
      deps.once.compute(request, reply, async () => ({
        status: 200,
        body: request.body.labels.map((label) => deps.taxonomy.resolve(label)),
      })),
  )
}

function summaryOf(found: Skill) {
  return { id: found.id, label: found.label, category: found.category }
}

import { z } from 'zod'
import type { Skill } from '../../engines/skills/index.ts'
import {
  answeredNotModified,
  decodeCursor,
  pageEndAt,
  type Router,
  toPage,
} from '../../platform/http/index.ts'
import { didYouMean } from '../../shared/did-you-mean.ts'
import type { DomainError } from '../../shared/errors.ts'
import { validationFailed } from '../../shared/faults.ts'
import { message } from '../../shared/messages/index.ts'
import { shownNames } from './shown-names.ts'
import {
  categories,
  resolvedLabel,
  resolvedSentence,
  resolveInput,
  skill,
  skillsPage,
  skillsQuery,
  wholeTaxonomy,
} from './skills.schemas.ts'
import type { Skills } from './skills.ts'
import { skillsBehind } from './taxonomy-directory.ts'

const position = z.object({ category: z.string(), label: z.string(), id: z.string() })

export function registerSkillsRoutes(router: Router, skills: Skills): void {
  const routes = router.group({ tag: 'Skills', scope: 'skills' })

  routes.get(
    '/v1/skills',
    {
      summary: 'Find skills by the beginning of a name, or browse them',
      description:
        'With `q`, returns skills with a name that begins with it, best first, on one page. Without it, returns all skills by category and name, page by page.',
      query: skillsQuery,
      answers: { 200: skillsPage },
      refusals: ['invalid_cursor'],
    },
    async (ctx, { query: { q, category, limit, cursor } }) => {
      const directory = await skills.directory(ctx)
      const taxonomy_version = directory.version
      if (q !== undefined) {
        const data = (await skills.search(ctx, { q, limit })).map(showSummary)
        return { status: 200, body: { data, ...pageEndAt(null), taxonomy_version } }
      }
      if (category !== undefined && !directory.byCategory.has(category))
        throw noCategory(category, [...directory.byCategory.keys()])
      const after = cursor === undefined ? undefined : decodeCursor(cursor, position)
      const found = skillsBehind(directory, { category, after, limit: limit + 1 })
      const page = toPage(found, limit, showSummary, ({ category, label, id }) => ({ category, label, id }))
      return { status: 200, body: { ...page, taxonomy_version } }
    },
  )

  routes.get(
    '/v1/skills/categories',
    { summary: 'List the categories of skills', answers: { 200: categories } },
    async (ctx) => {
      const { version, byCategory } = await skills.directory(ctx)
      const data = [...byCategory].map(([category, of]) => ({ category, skills: of.length }))
      return { status: 200, body: { taxonomy_version: version, data } }
    },
  )

  routes.raw(
    'GET',
    '/v1/taxonomy',
    {
      summary: 'Download all skills',
      description:
        'Send the ETag of your copy as If-None-Match: the response is 304 while nothing has changed.',
      answers: { 200: wholeTaxonomy },
      versioned: true,
    },
    async (ctx, _input, { request, reply }) => {
      const { version, json } = await skills.directory(ctx)
      if (answeredNotModified(request, reply, `"${version}"`)) return reply
      const answer = reply.header('etag', `"${version}"`).type('application/json; charset=utf-8')
      return answer.serializer(String).send(json)
    },
  )

  routes.get(
    '/v1/skills/:id',
    {
      summary: 'Read a skill with its other names and related skills',
      params: z.object({ id: z.string().describe('Id of the skill') }),
      answers: { 200: skill },
      refusals: ['skill_not_found'],
    },
    async (ctx, { params }) => {
      const found = await skills.get(ctx, params)
      const { related, source } = found
      const { aliases } = shownNames(found)
      return { status: 200, body: { ...showSummary(found), aliases, related, source } }
    },
  )

  routes.compute(
    '/v1/skills/resolve',
    {
      summary: 'Find the skills in labels and sentences',
      description: 'Returns one result per text, in the order sent: labels first, then sentences.',
      body: resolveInput,
      answers: { 200: z.array(z.union([resolvedLabel, resolvedSentence])) },
      scope: 'skills:read',
      rateClass: 'rank',
    },
    async (ctx, { body }) => ({ status: 200, body: await skills.resolve(ctx, body) }),
  )
}

function noCategory(typed: string, categories: readonly string[]): DomainError {
  const meant = didYouMean(typed, categories)
  const messages = [
    message('fault_said', { what: 'skill_category' }),
    ...(meant === undefined ? [] : [message('fault_meant', { name: meant })]),
  ]
  return validationFailed([{ pointer: '?category', code: 'invalid_value', messages }])
}

function showSummary({ id, label, category, uri }: Pick<Skill, 'id' | 'label' | 'category' | 'uri'>) {
  return { id, label, category, uri }
}

import { z } from 'zod'
import type { Skill } from '../../engines/skills/index.ts'
import { pageEndAt, pageOf, type Router } from '../../platform/http/index.ts'
import {
  resolvedLabel,
  resolvedSentence,
  resolveInput,
  skill,
  skillSummary,
  skillsQuery,
} from './skills.schemas.ts'
import type { Skills } from './skills.ts'

export function registerSkillsRoutes(router: Router, skills: Skills): void {
  const routes = router.group({ tag: 'Skills', scope: 'skills' })

  routes.get(
    '/v1/skills',
    {
      summary: 'Find skills whose name begins with a text',
      query: skillsQuery,
      answers: { 200: pageOf(skillSummary) },
    },
    async (ctx, { query }) => {
      const found = await skills.search(ctx, query)
      return { status: 200, body: { data: found.map(showSummary), ...pageEndAt(null) } }
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
      const { aliases, related, source } = found
      return { status: 200, body: { ...showSummary(found), aliases, related, source } }
    },
  )

  routes.compute(
    '/v1/skills/resolve',
    {
      summary: 'Find the skills in labels and sentences',
      description: 'Returns one answer for each text, in the order sent: labels first, then sentences.',
      body: resolveInput,
      answers: { 200: z.array(z.union([resolvedLabel, resolvedSentence])) },
      scope: 'skills:read',
      rateClass: 'rank',
    },
    async (ctx, { body }) => ({ status: 200, body: await skills.resolve(ctx, body) }),
  )
}

function showSummary({ id, label, category, uri }: Pick<Skill, 'id' | 'label' | 'category' | 'uri'>) {
  return { id, label, category, uri }
}

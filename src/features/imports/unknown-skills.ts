import type { Taxonomy } from '../../engines/skills/index.ts'
import type { Fault } from '../../shared/errors.ts'
import { message } from '../../shared/messages/index.ts'
import type { FindNotices } from './merge-rows.ts'

const FIELDS = ['skills', 'learning_goals', 'gives'] as const

/** Creates a search for skills that the taxonomy does not know. They are stored as written and match only themselves. */
export function createFindUnknownSkills({ taxonomy }: { taxonomy: Pick<Taxonomy, 'resolve'> }): FindNotices {
  return async (_ctx, merges) =>
    merges.map(({ patch }) =>
      FIELDS.flatMap((field): Fault[] => {
        const unknown = labelsIn(patch[field]).filter((label) => taxonomy.resolve(label).skill === null)
        if (unknown.length === 0) return []
        const messages = [message('import_skills_unknown', { skills: unknown })]
        return [{ pointer: `/${field}`, code: 'skill_unknown', messages }]
      }),
    )
}

/** Returns the labels of a list of skills, whose items are texts or objects with details. */
function labelsIn(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one) => {
    if (typeof one === 'string') return [one]
    return typeof one?.skill === 'string' ? [one.skill] : []
  })
}

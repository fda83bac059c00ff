import type { Taxonomy } from '../../engines/skills/index.ts'
import { message } from '../../shared/messages/index.ts'
import { type SaidFault, saying } from './details.ts'
import type { FindNotices } from './merge-rows.ts'

const FIELDS = ['skills', 'learning_goals', 'gives'] as const

/** Finds the skills of each row that the taxonomy does not know. They are kept as they were written, and match only themselves. */
export function createFindUnknownSkills({ taxonomy }: { taxonomy: Pick<Taxonomy, 'resolve'> }): FindNotices {
  return async (_ctx, merges) =>
    merges.map(({ patch }) =>
      FIELDS.flatMap((field): SaidFault[] => {
        const unknown = labelsIn(patch[field]).filter((label) => taxonomy.resolve(label).skill === null)
        if (unknown.length === 0) return []
        const said = saying(message('import_skills_unknown', { skills: unknown }))
        return [{ pointer: `/${field}`, code: 'skill_unknown', ...said }]
      }),
    )
}

/** Labels of a list of skills, each a text or an object with its details. */
function labelsIn(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one) => {
    if (typeof one === 'string') return [one]
    return typeof one?.skill === 'string' ? [one.skill] : []
  })
}

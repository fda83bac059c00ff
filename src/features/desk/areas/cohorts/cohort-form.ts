import { bodyPointer, parseOrThrow } from '../../../../shared/faults.ts'
import { type CohortRow, cohortInput } from '../../../internships/index.ts'

interface Given {
  name: string
  program_id: string
  need_ids?: string | string[] | undefined
  more_needs?: string | undefined
}

/** Builds the body of a cohort from a form. Keeps what has no fields: students, capacities, limits and rules. */
export function cohortIn({ name, program_id, need_ids = [], more_needs = '' }: Given, before?: CohortRow) {
  const typed = more_needs.split(/[\s,;]+/).flatMap((text) => needIdIn(text) ?? text)
  const chosen = [...new Set([need_ids, typed].flat())].filter((id) => id !== '')
  const known = new Map<string, CohortRow['needs'][number]>(before?.needs.map((need) => [need.need_id, need]))
  const needs = chosen.map((need_id) => known.get(need_id) ?? { need_id })
  const kept = before && {
    // Students of another program would stay out of the new one.
    candidate_ids: before.programId === program_id ? (before.candidateIds ?? undefined) : undefined,
    ...{ organizations: before.organizations, rules: before.rules, metadata: before.metadata },
    external_id: before.externalId ?? undefined,
  }
  return parseOrThrow(cohortInput, { ...kept, name, program_id, needs }, bodyPointer)
}

/** Finds the id of a need in a text, because people copy the URL of a need's public page. */
function needIdIn(text: string): string | undefined {
  return /\bneed_[0-9a-z]{26}\b/.exec(text)?.[0]
}

import type { Taxonomy } from '../../../engines/skills/index.ts'
import { readWork, showWork, unreadWork } from '../../../shared/work.ts'
import { readGivenSkills, readWantedSkills, unreadSkill } from '../../skills/index.ts'
import { organizationPosting } from '../organizations/organizations.posting.ts'
import { createPostingRepository } from '../posting.repository.ts'
import { showResource } from '../posting.schemas.ts'
import type { PostingDefinition } from '../posting-definition.ts'
import { type Need, type NeedInput, needInput, requirementOf } from './needs.schemas.ts'
import { type NeedRow, needs } from './needs.table.ts'

export const needsRepository = createPostingRepository<NeedRow>(needs)

/** Needs as posted resources; their skills are understood through the taxonomy on the way in. */
export function createNeedPosting(deps: {
  taxonomy: Taxonomy
}): PostingDefinition<'need', NeedInput, NeedRow> {
  return {
    name: 'need',
    prefix: 'need',
    input: needInput,
    repository: needsRepository,

    parent: {
      name: 'organization',
      prefix: 'org',
      field: 'organization_id',
      repository: organizationPosting.repository,
      idOf: (input) => input.organization_id,
    },

    columns: (input, before) => needColumns(deps.taxonomy, input, before?.status),

    toInput: (row) => ({
      ...unreadWork(row),
      organization_id: row.organizationId,
      status: row.status,
      skills: row.skills.map(unreadSkill),
      accepts: row.accepts,
      deadline_at: row.deadlineAt?.toISOString(),
      requires: row.requires,
      gives: row.gives.map(unreadSkill),
      budget: row.budget ?? undefined,
      positions: row.positions,
      brief: row.brief ?? undefined,
      external_id: row.externalId ?? undefined,
    }),
  }
}

/** The columns of a need that come from its body alone. */
export function needColumns(taxonomy: Taxonomy, input: NeedInput, statusBefore: NeedRow['status'] = 'open') {
  return {
    ...readWork(input),
    organizationId: input.organization_id,
    status: input.status ?? statusBefore,
    skills: readWantedSkills(taxonomy, input.skills),
    accepts: [...new Set(input.accepts)],
    deadlineAt: input.deadline_at === undefined ? null : new Date(input.deadline_at),
    requires: [...new Set(input.requires.map(requirementOf))],
    gives: readGivenSkills(taxonomy, input.gives),
    budget: input.budget ?? null,
    positions: input.positions,
    brief: input.brief ?? null,
  }
}

/** The need as its own partner sees it. */
export function showNeed(row: NeedRow): Need {
  return {
    ...showResource(row),
    ...showWork(row),
    organization_id: row.organizationId,
    status: row.status,
    skills: row.skills,
    accepts: row.accepts,
    deadline_at: row.deadlineAt?.toISOString() ?? null,
    requires: row.requires,
    gives: row.gives,
    budget: row.budget,
    positions: row.positions,
    brief: row.brief,
  }
}

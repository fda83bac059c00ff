import type {
  HelperInput,
  HelperRow,
  OrganizationInput,
  OrganizationRow,
  Posting,
} from '../postings/index.ts'
import { createMergeHelpers } from './merge-helpers.ts'
import { createMergeOrganizations } from './merge-organizations.ts'

export type Merges = ReturnType<typeof createMerges>

/** Creates the operations that merge two records of one party. Candidates have their own. */
export function createMerges(ports: {
  helpers: Pick<Posting<HelperRow, HelperInput>, 'get'>
  organizations: Pick<Posting<OrganizationRow, OrganizationInput>, 'get'>
}) {
  return {
    mergeHelpers: createMergeHelpers(ports),
    mergeOrganizations: createMergeOrganizations(ports),
  }
}

import type { HelperInput, HelperRow, Posting } from '../postings/index.ts'
import { createMergeHelpers } from './merge-helpers.ts'

export type Merges = ReturnType<typeof createMerges>

/** The verbs that merge two records of one party. Candidates have their own. */
export function createMerges(ports: { helpers: Pick<Posting<HelperRow, HelperInput>, 'get'> }) {
  return { mergeHelpers: createMergeHelpers(ports) }
}

import type { Logger } from 'pino'
import type { Taxonomy } from '../engines/skills/index.ts'
import { createImportRunner, eraseFromImports, heldInImports } from '../features/imports/index.ts'
import {
  cohortPosting,
  createCandidates,
  createPreferenceImport,
  createProgramPosting,
} from '../features/internships/index.ts'
import {
  createNeedPosting,
  createOfferPosting,
  createPosting,
  helperPosting,
  organizationPosting,
} from '../features/postings/index.ts'
import type { Database } from '../platform/db/index.ts'
import type { InTransaction } from '../platform/events/index.ts'
import type { Clock } from '../shared/clock.ts'

/** What partners post, one by one or from files: the same verbs for both. */
export function createPostings(given: {
  db: Database
  inTransaction: InTransaction
  clock: Clock
  taxonomy: Taxonomy
  log: Logger
}) {
  const { taxonomy, log, ...posting } = given
  const postings = {
    candidates: createCandidates({ ...posting, taxonomy, elsewhere: eraseFromImports }),
    needs: createPosting(posting, createNeedPosting({ taxonomy })),
    offers: createPosting(posting, createOfferPosting({ taxonomy })),
    organizations: createPosting(posting, organizationPosting),
    helpers: createPosting(posting, helperPosting),
  }
  return {
    ...postings,
    programs: createPosting(posting, createProgramPosting({ taxonomy })),
    cohorts: createPosting(posting, cohortPosting),
    heldInImports,
    importRunner: createImportRunner({
      ...posting,
      log,
      postings: {
        ...postings,
        candidate_preferences: createPreferenceImport('candidates'),
        organization_preferences: createPreferenceImport('organizations'),
      },
    }),
  }
}

import type { Logger } from 'pino'
import { createCandidates, createProgramPosting } from '../candidates/index.ts'
import type { Database } from '../db/database.ts'
import type { InTransaction } from '../events/index.ts'
import { helperPosting } from '../helpers/index.ts'
import { createImportRunner, eraseFromImports, heldInImports } from '../imports/index.ts'
import { createNeedPosting } from '../needs/index.ts'
import { createOfferPosting } from '../offers/index.ts'
import { organizationPosting } from '../organizations/index.ts'
import { cohortPosting, createPreferenceImport } from '../placements/index.ts'
import { createPosting } from '../posting/index.ts'
import type { Clock } from '../shared/clock.ts'
import type { Taxonomy } from '../skills/index.ts'

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

import type { Taxonomy } from '../../engines/skills/index.ts'
import { helperPosting } from './helpers/helpers.posting.ts'
import { createNeedPosting } from './needs/needs.posting.ts'
import { createOfferPosting } from './offers/offers.posting.ts'
import { organizationPosting } from './organizations/organizations.posting.ts'
import { createPosting } from './posting.ts'

export type Postings = ReturnType<typeof createPostings>

/** Creates the operations on organizations, helpers, needs and offers. The taxonomy resolves the skills of their bodies. */
export function createPostings(ports: { taxonomy: Taxonomy }) {
  return {
    organizations: createPosting(organizationPosting),
    helpers: createPosting(helperPosting),
    needs: createPosting(createNeedPosting(ports)),
    offers: createPosting(createOfferPosting(ports)),
  }
}

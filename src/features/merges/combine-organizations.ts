import { type OrganizationInput, type RecordPair, unionOf } from '../postings/index.ts'

/** Combines two organizations: contacts complement each other, connections and blocks are united. */
export function combineOrganizations({
  kept,
  from,
}: RecordPair<OrganizationInput>): Partial<OrganizationInput> {
  return {
    contact: { ...from.contact, ...kept.contact },
    connections: unionOf(kept.connections, from.connections),
    blocked_helper_ids: unionOf(kept.blocked_helper_ids, from.blocked_helper_ids),
  }
}

import { type OrganizationInput, type RecordPair, unionOf } from '../postings/index.ts'

/** What is made of two organizations: contacts fill each other, connections and blocks of both hold. */
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

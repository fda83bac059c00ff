import { type HelperInput, type RecordPair, unionOf } from '../postings/index.ts'

/** What is made of two helpers: contacts and credentials fill each other, connections and blocks of both hold. */
export function combineHelpers({ kept, from }: RecordPair<HelperInput>): Partial<HelperInput> {
  return {
    contact: { ...from.contact, ...kept.contact },
    credentials: combineCredentials({ kept: kept.credentials, from: from.credentials }),
    connections: unionOf(kept.connections, from.connections),
    blocked_organization_ids: unionOf(kept.blocked_organization_ids, from.blocked_organization_ids),
  }
}

/** Licences of both, each once: of two with one name the kept record's stays. */
function combineCredentials({ kept, from }: RecordPair<HelperInput['credentials']>) {
  const named = new Set(kept.licences.map(({ name }) => name.toLowerCase()))
  const added = from.licences.filter(({ name }) => !named.has(name.toLowerCase()))
  return { ...from, ...kept, licences: [...kept.licences, ...added] }
}

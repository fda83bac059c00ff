import { type HelperInput, type RecordPair, unionOf } from '../postings/index.ts'

/** Combines two helpers: contacts and credentials complement each other, connections and blocks are united. */
export function combineHelpers({ kept, from }: RecordPair<HelperInput>): Partial<HelperInput> {
  return {
    contact: { ...from.contact, ...kept.contact },
    credentials: combineCredentials({ kept: kept.credentials, from: from.credentials }),
    connections: unionOf(kept.connections, from.connections),
    blocked_organization_ids: unionOf(kept.blocked_organization_ids, from.blocked_organization_ids),
  }
}

/** Combines credentials. If both have a licence of the same name, the kept record's stays. */
function combineCredentials({ kept, from }: RecordPair<HelperInput['credentials']>) {
  const named = new Set(kept.licences.map(({ name }) => name.toLowerCase()))
  const added = from.licences.filter(({ name }) => !named.has(name.toLowerCase()))
  return { ...from, ...kept, licences: [...kept.licences, ...added] }
}

import type { ReadNames } from '../../postings/index.ts'
import type { View } from './view.ts'

/** Names of the partner's own organizations and helpers, by id. */
export type OwnNames = Awaited<ReturnType<ReadNames>>

interface Parties {
  organization_id: string | null
  helper_id: string | null
}

export function partyIdsOf(records: readonly Parties[]): (string | null)[] {
  return records.flatMap(({ organization_id, helper_id }) => [organization_id, helper_id])
}

/** Returns the names of both parties, as far as they belong to the reader. */
export function ownParties(
  { organization_id: organizationId, helper_id: helperId }: Parties,
  names: OwnNames,
  { say }: View,
): [string, string | undefined][] {
  const nameOf = (id: string | null) => (id === null ? undefined : names.get(id)?.name)
  return [
    [say('desk_party', { side: 'need' }), nameOf(organizationId)],
    [say('desk_party', { side: 'offer' }), nameOf(helperId)],
  ]
}

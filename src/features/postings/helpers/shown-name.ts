import type { HelperRow } from './helpers.table.ts'

type Named = Pick<HelperRow, 'name' | 'preferredName'>

/** Returns the name of a helper that other partners see. */
export function shownName({ name, preferredName }: Named): string {
  return preferredName ?? name
}

/**
 * Returns the name and contact of a helper that other partners see. Helpers who are their own contact have the same name
 * there.
 */
export function asOthersSee({ contact, ...helper }: Named & Pick<HelperRow, 'contact'>) {
  const name = shownName(helper)
  return { name, contact: contact.name === helper.name ? { ...contact, name } : contact }
}

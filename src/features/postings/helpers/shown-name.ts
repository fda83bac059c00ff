import type { HelperRow } from './helpers.table.ts'

type Named = Pick<HelperRow, 'name' | 'preferredName'>

/** The name of a helper as other partners see it. */
export function shownName({ name, preferredName }: Named): string {
  return preferredName ?? name
}

/** The name and contact of a helper as other partners see them. Who is their own contact goes by the same name there. */
export function asOthersSee({ contact, ...helper }: Named & Pick<HelperRow, 'contact'>) {
  const name = shownName(helper)
  return { name, contact: contact.name === helper.name ? { ...contact, name } : contact }
}

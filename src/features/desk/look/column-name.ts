import { importFields } from '../../../shared/messages/index.ts'
import type { View } from './view.ts'

/** Returns the name that people use for a column of an import. */
export function columnName(column: string, { say }: View): string {
  const known = importFields.find((one) => one === column)
  if (known) return say('desk_import_field', { field: known })
  const [, place] = /^choice_(\d+)$/.exec(column) ?? []
  return place === undefined ? column : say('desk_import_choice', { place: Number(place) })
}

import { importFields } from '../../../desk/import-fields.ts'
import type { Writer } from '../../../writer.ts'
import type { Texts } from '../../texts.ts'

type FieldWords = Pick<Texts, 'desk_import_field' | 'desk_import_choice'>

/** What columns of an import are called in one language. What has no name stays as it is. */
export function columnNamer(words: FieldWords): (column: string, write: Writer) => string {
  return (column, write) => {
    const known = importFields.find((one) => one === column)
    if (known) return words.desk_import_field({ field: known }, write)
    const [, place] = /^choice_(\d{1,4})$/.exec(column) ?? []
    return place === undefined ? column : words.desk_import_choice({ place: Number(place) }, write)
  }
}

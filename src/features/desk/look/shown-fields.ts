import type { Html, Part } from '../../../shared/html.ts'
import { causeIn } from '../../../shared/messages/index.ts'
import type { FormField } from './form-fields.ts'
import { sentOf } from './form-fields.ts'
import { facts } from './parts.ts'
import type { View } from './view.ts'

/** Renders the values of fields to be read; null if all are blank. */
export function shownFields(fields: readonly FormField[], body: object, view: View): Html | null {
  const sent = sentOf(fields, body, view)
  const shown = fields.flatMap((field): [string, Part][] => {
    const text = shownText(field, [sent[field.at] ?? []].flat(), view)
    return text === '' ? [] : [[field.label, text]]
  })
  return shown.length === 0 ? null : facts(shown)
}

const linesOf = (given: readonly string[]) => given.join('\n').split('\n')

function shownText(field: FormField, given: readonly string[], { say, language }: View): string {
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return given
        .map((value) => field.options.find((one) => one.value === value)?.text ?? value)
        .filter((text) => text !== '–')
        .join(', ')
    case 'flag':
      return given.includes('true') ? say('desk_student', { word: 'yes' }) : ''
    case 'lines':
      return linesOf(given)
        .map((line) => (field.at.endsWith('causes') ? causeIn(line, language) : line))
        .join(', ')
    case 'days':
      return linesOf(given).join(', ')
    case 'day':
      return given.map((day) => say('desk_day', { day })).join('')
    default:
      return given.join(', ')
  }
}

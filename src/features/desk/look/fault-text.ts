import type { Fault } from '../../../shared/errors.ts'
import { limitOf } from '../../../shared/faults.ts'
import { paragraphOf } from '../../../shared/messages/index.ts'
import { IN_THE_PAST } from '../../postings/index.ts'
import type { FormField } from './form-field.ts'
import type { View } from './view.ts'

type Word = Parameters<typeof sayFault>[1]

/** Explains the fault of a field and what to write, in the reader's language and without names of the API. */
export function faultText(field: FormField, fault: Fault, view: View): string {
  const { code, pointer } = fault
  if (code === 'required' && pointer.endsWith('/location')) return sayFault(view, 'place')
  if (code === 'required' && field.kind !== 'sessions') return sayFault(view, wordOfMissing(field))
  if (code === IN_THE_PAST && field.kind !== 'sessions') return sayFault(view, 'past')
  const ofHours = OF_HOURS.get(code)
  if (ofHours) return sayFault(view, ofHours)
  // Hours have no other rule without a limit.
  if (field.at === 'hours' && code === 'invalid_value' && !limitOf(fault)) return sayFault(view, 'minute')
  if (code.endsWith('_not_found')) return view.say('desk_refusal', { code: 'not_found' })
  switch (field.kind) {
    case 'number':
      return numberText(field.at, fault, view)
    case 'day':
      return sayFault(view, code === 'invalid_value' ? 'order' : 'day')
    case 'days':
      return sayFault(view, 'days')
    case 'week':
      return sayFault(view, 'times')
    case 'sessions':
      return sayFault(view, 'sessions')
    case 'money':
      return sayFault(view, 'money')
    case 'choice':
    case 'choices':
    case 'flag':
      return sayFault(view, field.at.endsWith('time_zone') ? 'zone' : 'choose')
    case 'text':
    case 'long':
    case 'lines':
      return writtenText(field.at, fault, view)
  }
}

/** Explains a fault of something that a form has no field for, in the words of the API. */
export function otherFaultText(fault: Fault, view: View): string {
  const { code, messages } = fault
  return code.endsWith('_not_found')
    ? view.say('desk_refusal', { code: 'not_found' })
    : paragraphOf(messages, view.language)
}

/** Faults of logged hours. */
const OF_HOURS: ReadonlyMap<string, Word> = new Map([
  ['after_today', 'after_today'],
  ['before_start', 'before_work'],
  ['after_end', 'after_work'],
  ['too_many_hours', 'day_full'],
  ['too_short', 'minute'],
])

function sayFault({ say }: View, word: Parameters<typeof say<'desk_fault'>>[1]['word']): string {
  return say('desk_fault', { word })
}

function wordOfMissing({ kind, at }: FormField): Word {
  if (at.endsWith('time_zone')) return 'zone'
  if (kind === 'money') return 'money'
  return kind === 'choice' || kind === 'choices' ? 'choose' : 'required'
}

function numberText(at: string, fault: Fault, view: View): string {
  const limit = limitOf(fault)
  if (limit) return view.say('desk_fault_limit', limit)
  return sayFault(
    view,
    at.startsWith('location/') && fault.code === 'invalid_value' ? 'coordinates' : 'number',
  )
}

/** Texts with a format of their own, by the end of their pointer. */
const WRITTEN = { email: 'email', url: 'url', phone: 'phone' } as const satisfies Record<string, Word>

function writtenText(at: string, fault: Fault, view: View): string {
  const limit = limitOf(fault)
  if (limit?.origin === 'string' && limit.relation === 'most')
    return view.say('desk_fault_too_long', { most: limit.value })
  if (limit && limit.relation === 'least') return sayFault(view, 'required')
  const word = Object.entries(WRITTEN).find(([end]) => at.endsWith(end))?.[1]
  return sayFault(view, word ?? 'text')
}

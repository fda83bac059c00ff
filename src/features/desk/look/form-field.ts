import type { ReaderLanguage } from '../../../shared/messages/index.ts'

export interface Option {
  value: string
  text: string
}

/** A field of a form that is sent to the API's schemas. `at` is the pointer of its value in the body, without the first `/`. */
export type FormField = { at: string; label: string; hint?: string } & (
  | { kind: 'text' | 'long'; maxLength: number; isRequired?: boolean }
  | { kind: 'day' | 'number' }
  | { kind: 'choice' | 'choices'; options: readonly Option[] }
  | { kind: 'flag' }
  /** One entry on each line. */
  | { kind: 'lines' }
  | { kind: 'money'; units: readonly Option[] }
  /** Times of the week, written in one line. */
  | { kind: 'week'; language: ReaderLanguage }
  /** Days and ranges of days, one on each line. */
  | { kind: 'days' }
  | { kind: 'sessions' }
)

import type { ReaderLanguage } from '../../../shared/messages/index.ts'

export interface Option {
  value: string
  text: string
}

/**
 * A form field whose value goes to the API's schemas. `at` is the pointer of its value in the body, without the first `/`.
 */
export type FormField = { at: string; label: string; hint?: string } & (
  | { kind: 'text' | 'long'; maxLength: number; isRequired?: boolean }
  | { kind: 'day' | 'number'; isRequired?: boolean }
  | { kind: 'choice' | 'choices'; options: readonly Option[] }
  | { kind: 'flag' }
  /** One entry per line. */
  | { kind: 'lines' }
  | { kind: 'money'; units: readonly Option[] }
  /** Weekly times, written in one line. */
  | { kind: 'week'; language: ReaderLanguage }
  /** Days and ranges of days, one per line. */
  | { kind: 'days' }
  | { kind: 'sessions' }
)

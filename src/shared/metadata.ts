import { z } from 'zod'
import { issueText } from './issue-messages.ts'
import { text } from './wire.ts'

/** A partner's own key-value pairs on a resource. Only that partner sees them. */
export type Metadata = Record<string, string>

export const MAX_METADATA_PAIRS = 50
const MAX_KEY_CHARS = 40
const MAX_VALUE_CHARS = 500

const key = z
  .string()
  .min(1)
  .max(MAX_KEY_CHARS)
  .regex(/^[^[\]\p{C}]+$/u, issueText('fault_said', { what: 'key_signs' }))
  .refine((name) => name === name.trim(), issueText('fault_said', { what: 'key_spaces' }))
  .refine((name) => name !== '__proto__', issueText('fault_said', { what: 'key_reserved' }))

/** Returns whether a text is a valid key. */
export function isMetadataKey(name: string): boolean {
  return key.safeParse(name).success
}

const limits = `Up to ${MAX_METADATA_PAIRS} pairs of your own, with keys of up to ${MAX_KEY_CHARS} characters and values of up to ${MAX_VALUE_CHARS}. No other partner sees them.`

export const metadataInput = z
  .record(key, text(0, MAX_VALUE_CHARS))
  .refine(
    (pairs) => Object.keys(pairs).length <= MAX_METADATA_PAIRS,
    issueText('fault_length', { relation: 'most', count: MAX_METADATA_PAIRS, unit: 'keys' }),
  )
  .describe(`${limits} PATCH merges key by key: null removes a key, and null for \`metadata\` removes all`)

export const metadataShown = z.record(z.string(), z.string()).describe('Your own key-value pairs')

/** Written as `metadata[crm_id]=77`. */
export const metadataFilter = z
  .record(key, text(0, MAX_VALUE_CHARS), {
    error: ({ code }) =>
      code === 'invalid_type' ? issueText('fault_said', { what: 'key_in_brackets' }) : undefined,
  })
  .refine(
    (pairs) => Object.keys(pairs).length <= MAX_METADATA_PAIRS,
    issueText('fault_said', { what: 'too_many_keys' }),
  )
  .describe('Return only resources whose `metadata` contains these pairs: `metadata[crm_id]=77`')

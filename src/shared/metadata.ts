import { z } from 'zod'
import { text } from './wire.ts'

/** A partner's own key-value pairs on a resource. Only that partner sees them. */
export type Metadata = Record<string, string>

export const MAX_METADATA_PAIRS = 50
const MAX_KEY_CHARS = 40
const MAX_VALUE_CHARS = 500

const key = z
  .string()
  .min(1)
  .max(MAX_KEY_CHARS, `Must have at most ${MAX_KEY_CHARS} characters.`)
  .regex(/^[^[\]\p{C}]+$/u, 'Must not contain square brackets or control characters.')
  .refine((name) => name === name.trim(), 'Must not begin or end with a space.')
  .refine((name) => name !== '__proto__', 'Must not be __proto__.')

/** Returns whether a text is a valid key. */
export function isMetadataKey(name: string): boolean {
  return key.safeParse(name).success
}

const limits = `Up to ${MAX_METADATA_PAIRS} pairs of your own, with keys of up to ${MAX_KEY_CHARS} characters and values of up to ${MAX_VALUE_CHARS}. No other partner sees them.`

export const metadataInput = z
  .record(key, text(0, MAX_VALUE_CHARS))
  .refine(
    (pairs) => Object.keys(pairs).length <= MAX_METADATA_PAIRS,
    `Must have at most ${MAX_METADATA_PAIRS} keys.`,
  )
  .describe(`${limits} PATCH merges key by key: null removes a key, and null for \`metadata\` removes all`)

export const metadataShown = z.record(z.string(), z.string()).describe('Your own key-value pairs')

/** Written as `metadata[crm_id]=77`. */
export const metadataFilter = z
  .record(key, text(0, MAX_VALUE_CHARS), {
    error: ({ code }) =>
      code === 'invalid_type' ? 'Name the key in square brackets, such as metadata[crm_id]=77.' : undefined,
  })
  .refine((pairs) => Object.keys(pairs).length <= MAX_METADATA_PAIRS, 'Names too many keys.')
  .describe('Return only resources whose `metadata` contains these pairs: `metadata[crm_id]=77`')

import { z } from 'zod'
import { issueText } from '../../../shared/issue-messages.ts'
import * as wire from '../../../shared/wire.ts'

/** Links that a browser opens over TLS, without a password in them. */
const link = z
  .url({ protocol: /^https$/, error: issueText('fault_of_posting', { what: 'https' }) })
  .max(2000)
  .refine(hasNoPassword, { error: issueText('fault_of_posting', { what: 'no_password' }), abort: true })
  .describe('Web address, https only. Readers need access to it')

function hasNoPassword(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && url.username === '' && url.password === ''
}

export const documentInput = z
  .strictObject({
    title: wire.text(1, 200).describe('Title of the document'),
    url: link,
    side: z.enum(['need', 'offer']).optional().describe('Required only if both sides are yours'),
  })
  .meta({ id: 'DocumentBody' })
export type DocumentInput = z.output<typeof documentInput>

export const document = z
  .object({
    id: wire.idOf('document').describe('The document'),
    engagement_id: wire.idOf('engagement').describe('The engagement that it belongs to'),
    title: z.string().describe('Title of the document'),
    url: z.string().describe('Web address, https only'),
    added_by: z.enum(['need', 'offer']).describe('Side that added the link. Only this side can remove it'),
    created_at: z.string().describe('RFC 3339'),
  })
  .meta({ id: 'Document' })

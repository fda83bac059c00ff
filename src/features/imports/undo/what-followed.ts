import { message, textOf } from '../../../shared/messages/index.ts'
import type { FollowedCode } from '../../postings/index.ts'

/** What followed from a record, in words. */
export function whatFollowed(code: FollowedCode): string {
  return textOf(message('import_followed', { code }), 'en')
}

import { message, textOf } from '../../../shared/messages/index.ts'
import type { FollowedCode } from '../../postings/index.ts'

/** Returns the words for what depends on a record. */
export function describeFollowed(code: FollowedCode): string {
  return textOf(message('import_followed', { code }), 'en')
}

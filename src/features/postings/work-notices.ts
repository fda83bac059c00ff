import { type Message, message, type ReaderLanguage, textOf } from '../../shared/messages/index.ts'
import { hasKnownWords, type InferredSkillShown } from '../skills/index.ts'
import type { NoticesShown } from './posting.schemas.ts'

/** Returns notices about the text of a need or offer: whether anything in it is understood. */
export function noticesOfText(
  { title, description, skills }: { title: string; description: string; skills: readonly unknown[] },
  inferred: readonly InferredSkillShown[],
): Message[] {
  const isUnderstood = skills.length > 0 || inferred.length > 0 || hasKnownWords(`${title}\n${description}`)
  return isUnderstood ? [] : [message('work_not_understood')]
}

/** Returns notices in the reader's language. */
export function showNotices(notices: readonly Message[], language: ReaderLanguage): NoticesShown {
  return notices.map((notice) => ({ code: notice.code, detail: textOf(notice, language) }))
}

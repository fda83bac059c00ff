import { type Message, message, type ReaderLanguage, textOf } from '../../shared/messages/index.ts'
import { hasKnownWords, type InferredSkillShown } from '../skills/index.ts'
import type { NoticesShown } from './posting.schemas.ts'

/** Returns notices about the text of a need or offer: whether anything in it is understood, and a skill known. */
export function noticesOfText(
  { title, description, skills }: { title: string; description: string; skills: readonly unknown[] },
  inferred: readonly InferredSkillShown[],
): Message[] {
  const unnamed = noticeOfUnnamedWork(skills, () => inferred)
  if (!unnamed) return []
  return [hasKnownWords(`${title}\n${description}`) ? unnamed : message('work_not_understood')]
}

/**
 * Returns the notice about a posting that lists no skill and in whose text none is recognized. The text is read only if no skill is
 * listed, since reading takes as long as a tenth of a page.
 */
export function noticeOfUnnamedWork(
  skills: readonly unknown[],
  inferred: () => readonly unknown[],
): Message<'no_skill_known'> | undefined {
  return skills.length > 0 || inferred().length > 0 ? undefined : message('no_skill_known')
}

/** Returns notices in the reader's language. */
export function showNotices(notices: readonly Message[], language: ReaderLanguage): NoticesShown {
  return notices.map((notice) => ({ code: notice.code, detail: textOf(notice, language) }))
}

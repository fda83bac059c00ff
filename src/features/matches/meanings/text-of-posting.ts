import { createHash } from 'node:crypto'
import { soughtText } from '../../../shared/sought-words/index.ts'
import { namesOfReturns, type ReturnsOfPosting, sideOf } from '../../skills/index.ts'
import type { ReadText } from './meanings.repository.ts'

export type TextOfPosting = Pick<ReadText, 'title' | 'description' | 'skills' | 'inferSkills'> &
  ReturnsOfPosting

export type SkillsOfText = (text: {
  title: string
  description: string
  side: 'need' | 'offer'
  returns: readonly string[]
}) => readonly { label: string }[]

/**
 * Returns the text of a posting to encode: title, description and the labels of its skills, without what a need denies
 * and what describes its writer. If the model reads only English and the text is in another language, only labels are
 * used, which are English, including those of inferred skills. For other texts, inferred labels would only repeat the
 * text.
 */
export function textOfPosting(
  posting: TextOfPosting,
  { skillsOfText, isEnglishOnly }: { skillsOfText: SkillsOfText; isEnglishOnly: boolean },
): string {
  const { title, description, skills, inferSkills } = posting
  const side = sideOf(posting)
  const isReadable = !isEnglishOnly || seemsEnglish(`${title} ${description}`)
  const inferred =
    inferSkills && !isReadable
      ? skillsOfText({ title, description, side, returns: namesOfReturns(posting) })
      : []
  const labels = new Set([
    ...skills.map(({ skill, resolved }) => resolved.skill?.label ?? skill),
    ...inferred.map(({ label }) => label),
  ])
  return [...(isReadable ? [title, description].map((part) => soughtPart(part, side)) : []), ...labels]
    .filter((part) => part !== '')
    .join('. ')
}

/** Removes what a need denies. In an offer it states limits, which change its meaning little. */
function soughtPart(text: string, side: 'need' | 'offer'): string {
  if (side === 'offer') return text
  const sought = soughtText(text, { side, knowsWork: () => false })
  return sought === text ? text : sought.replace(SPACES, ' ').trim()
}

const SPACES = / {2,}/g

export function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

const ENGLISH = wordSet(
  'the and of to for our we you with is are my your can need help on from this it that an',
)
const OTHERS = wordSet(
  'de la el los las y para con en que un una nos le les des et pour avec est sur du der die das und für mit ist wir ein eine zu den o os da do em não uma com são',
)

/**
 * Returns true unless the text is certainly not English, judged by the most frequent words of English and four other
 * languages.
 */
export function seemsEnglish(text: string): boolean {
  let english = 0
  let others = 0
  let foreign = 0
  const words = text.toLowerCase().split(/[^\p{L}\p{M}]+/u)
  for (const word of words) {
    if (ENGLISH.has(word)) english++
    if (OTHERS.has(word)) others++
    if (/[^\p{Script=Latin}\p{M}]/u.test(word)) foreign++
  }
  return english >= others && foreign * 2 <= words.length
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}

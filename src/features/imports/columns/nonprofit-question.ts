import { message, organizationKinds } from '../../../shared/messages/index.ts'
import { LEFT_OUT } from '../details.ts'
import type { RowRemark } from '../imports.table.ts'
import { foldedWords } from '../values/cell-text.ts'
import { isRead, shortened } from '../values/reading.ts'
import { ORGANIZATION_KINDS, valueOfWord } from '../values/words.ts'
import { readYesOrNo } from '../values/yes-or-no.ts'
import { POSSESSIVES, QUESTION_VERBS, QUESTION_WORDS } from './header-fillers.ts'

/** A column that asks whether an organization is a nonprofit: `501(c)(3)? yes`. */
export const IS_NONPROFIT = 'is_nonprofit'

const NONPROFIT =
  /\b(?:501 ?c ?3|non ?profits?|not for profit|charit(?:y|able)|ngo|gemeinnutzig\w{0,3}|(?:sin fines|sin animo) de lucro|(?:a )?(?:but non|sans but) lucratif|association loi 1901|sem fins lucrativos|ong|osc)\b/
const FORM = /\b501 ?c ?3\b/
const FILLER_WORDS = new Set(
  `organization organisation org agency company group registered status tax exempt legal certified designation determination
  verified irs y n yes no si oui ja sim nao nein non true false anerkannt anerkannte eingetragen verein organizacion entidad
  registrada organisme association reconnue organizacao entidade legalmente`.split(/\s+/),
)
/** Words that make a header a question even without a question mark. */
const ASKS = /\?|\b(?:is|are|status|registered|exempt|certified|y n|yes no|ist|sind|es|est|etes|e)\b/

/** Tells whether a header asks if the organization is a nonprofit. A plain `Nonprofit` may also be a header of names. */
export function asksForNonprofit(header: string): boolean {
  const words = foldedWords(header.slice(0, MAX_CHARS))
  return isAboutNonprofits(words) && (FORM.test(words) || header.includes('?') || ASKS.test(words))
}

/** Tells whether a header is only the word for nonprofits, so that its cells decide its meaning. */
export function namesNonprofits(header: string): boolean {
  return isAboutNonprofits(foldedWords(header.slice(0, MAX_CHARS)))
}

const MAX_CHARS = 120

function isAboutNonprofits(words: string): boolean {
  if (!NONPROFIT.test(words)) return false
  const others = words.replace(NONPROFIT, ' ').split(' ')
  return others.every(
    (word) =>
      word === '' ||
      FILLER_WORDS.has(word) ||
      QUESTION_WORDS.has(word) ||
      POSSESSIVES.has(word) ||
      QUESTION_VERBS.has(word),
  )
}

/** Tells whether a cell answers the question. */
export function answersForNonprofit(cell: string): boolean {
  return kindOf(cell) !== undefined
}

/** Returns the kind that an answer means, null if it only says that the organization is not a nonprofit, or undefined. */
function kindOf(cell: string): OrganizationKind | null | undefined {
  const answer = readYesOrNo(cell)
  if (isRead(answer)) return answer.value ? 'nonprofit' : null
  const named = valueOfWord(ORGANIZATION_KINDS, cell)
  return organizationKinds.find((kind) => kind === named)
}

type OrganizationKind = (typeof organizationKinds)[number]

interface KindInRow {
  /** The row's kind after this. Undefined removes a default that the answer contradicts. */
  kind: string | undefined
  notices: RowRemark[]
}

/** Applies the answer to the row's kind. The kind column takes precedence over the answer, and the answer over a default. */
export function kindInRow(
  text: string,
  { header, kind, hasOwn }: { header: string; kind: string | undefined; hasOwn: boolean },
): KindInRow {
  const found = kindOf(text)
  const said = { cell: shortened(text), header: shortened(header) }
  const remark = { column: 'kind', value: text }
  if (found === undefined) {
    const details = [message('import_answer_unread', said), LEFT_OUT]
    return { kind, notices: [{ ...remark, column: IS_NONPROFIT, code: 'value_left_out', details }] }
  }
  const isSame = found === null ? kind !== 'nonprofit' : found === kind
  if (kind !== undefined && isSame) return { kind, notices: [] }
  if (hasOwn) {
    const details = [message('import_answer_unused', said)]
    return { kind, notices: [{ ...remark, code: 'other_value_left_out', details }] }
  }
  if (found !== null) {
    const details = [message('import_answer_read', { ...said, kind: found })]
    return { kind: found, notices: [{ ...remark, code: 'value_read_as', details }] }
  }
  const details = [message('import_answer_says_not', said), LEFT_OUT]
  return { kind: undefined, notices: [{ ...remark, code: 'value_left_out', details }] }
}

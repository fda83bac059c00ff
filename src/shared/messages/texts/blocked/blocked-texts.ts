import type { BlockedReason, MessageValues } from '../../message-values.ts'
import type { Writer } from '../../writer.ts'
import type { Texts } from '../texts.ts'

type BlockedOffers = MessageValues['blocked_offers']
export type OrganizationNames = Readonly<Record<BlockedOffers['organization'], string>>

/** Singular and plural. */
type Forms = readonly [one: string, other: string]
/** The form that goes with the number of postings. */
type Choose = (one: string, other: string) => string
type ReasonTexts = Readonly<Record<BlockedReason, string>>

/** What one language needs for `3 volunteers would fit but are too far away. For 2 of them nothing else is in the way.` */
export interface BlockedWords {
  kinds: Readonly<Record<keyof BlockedOffers['kinds'], Forms>>
  needs: Forms
  atLeast: string
  /** Everything between the postings and the reason. */
  wouldFitBut: Forms
  offersBut(choose: Choose, organizations: string, write: Writer): ReasonTexts
  needsBut(choose: Choose, write: Writer): ReasonTexts
  somethingElseToo: string
  nothingElseFor(count: string): string
}

/** The sentences that say why postings are not ranked, in the language of the words. */
export function blockedTexts(
  words: BlockedWords,
  organizations: OrganizationNames,
): Pick<Texts, 'blocked_offers' | 'blocked_needs'> {
  return {
    blocked_offers: (values, write) => {
      const reasons = words.offersBut(chooser(values, write), organizations[values.organization], write)
      return sentence(words, write, values, kindsText(words, values, write), reasons)
    },
    blocked_needs: (values, write) => {
      const needs = counted(values.count, words.needs, write)
      return sentence(words, write, values, needs, words.needsBut(chooser(values, write), write))
    },
  }
}

const chooser =
  ({ count }: { count: number }, { noun }: Writer): Choose =>
  (one, other) =>
    noun(count, one, other)

function counted(count: number, forms: Forms, { number, noun }: Writer): string {
  return `${number(count)} ${noun(count, ...forms)}`
}

/** `14 volunteers and 1 intern` */
function kindsText(words: BlockedWords, { kinds }: BlockedOffers, write: Writer): string {
  const order = ['volunteer', 'intern', 'barter', 'paid'] as const
  const present = order.filter((kind) => kinds[kind] > 0)
  return write.list(present.map((kind) => counted(kinds[kind], words.kinds[kind], write)))
}

function sentence(
  words: BlockedWords,
  write: Writer,
  { reason, count, countAlone, isMinimum }: MessageValues['blocked_needs'],
  postings: string,
  reasons: ReasonTexts,
): string {
  const wouldFitBut = write.noun(count, ...words.wouldFitBut)
  const text = `${isMinimum ? `${words.atLeast} ` : ''}${postings} ${wouldFitBut} ${reasons[reason]}.`
  if (countAlone === count) return text
  if (countAlone === 0) return `${text} ${words.somethingElseToo}`
  return `${text} ${words.nothingElseFor(write.number(countAlone))}`
}

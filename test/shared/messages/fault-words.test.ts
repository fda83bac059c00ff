import t from 'tap'
import {
  type FaultMessages,
  type Message,
  READER_LANGUAGES,
  textOf,
} from '../../../src/shared/messages/index.ts'
import type { AllValues } from './fault-values/all-values.ts'
import { offices } from './fault-values/offices.ts'
import { postings } from './fault-values/postings.ts'
import { refusals } from './fault-values/refusals.ts'
import { requests } from './fault-values/requests.ts'
import { work } from './fault-values/work.ts'

const values: AllValues<FaultMessages> = { ...requests, ...postings, ...work, ...offices, ...refusals }
// Each code has its own values above, which TypeScript can't follow through the entries.
const messages = Object.entries(values).flatMap(([code, all]) =>
  all.map((one) => ({ code, values: one }) as Message<keyof FaultMessages>),
)
/** What each translation keeps: names of fields, ids, addresses, values and examples. */
const kept =
  /\b(?:\w+_\w+|[A-Z]+ \/v1\/\S+\w|https?:\/\/\S+\w|[A-Z]\w+\/[A-Z]\w+|\d+(?:[.:-]\d+)*|null|limit|lat|lon)\b/g
/** Says nothing but an id. */
const onlyIds: readonly string[] = ['fault_merged_into', 'fault_of_record', 'fault_in_program']
/** Are no sentences. */
const noSentences: readonly string[] = [...onlyIds, 'refusal_title']

t.test('a fault is a whole sentence in every language', async (t) => {
  for (const language of READER_LANGUAGES)
    for (const one of messages) {
      const text = textOf(one, language)
      t.notMatch(text, /undefined|\[object|NaN| {2}|^\s|\s$/, text)
      if (!noSentences.includes(one.code)) t.match(text, /^[\p{Lu}¿\w].*[.?]$/u, text)
    }
})

t.test('a title is a few words without a stop in every language', async (t) => {
  const titles = messages.filter(({ code }) => code === 'refusal_title')
  t.ok(titles.length > 100)
  for (const language of READER_LANGUAGES)
    for (const one of titles) t.match(textOf(one, language), /^[\p{Lu}][^.]{3,60}$/u, language)
})

t.test('it is translated, with its names, values and examples', async (t) => {
  for (const one of messages) {
    const english = textOf(one, 'en')
    for (const language of READER_LANGUAGES.slice(1)) {
      const text = textOf(one, language)
      if (!onlyIds.includes(one.code)) t.not(text, english, language)
      // In a title, `limit` is a word.
      if (one.code === 'refusal_title') continue
      for (const [part] of english.matchAll(kept))
        t.ok(text.includes(part), `${language}: ${text} lacks ${part}`)
    }
  }
})

import { stopwords as french } from '@orama/stopwords/french'
import { stopwords as german } from '@orama/stopwords/german'
import { stopwords as portuguese } from '@orama/stopwords/portuguese'
import { stopwords as spanish } from '@orama/stopwords/spanish'
import { foldWord } from './fold-word.ts'
import { readFrequentWords } from './frequent-words.ts'
import { LANGUAGES, type Language } from './language.ts'

const APOSTROPHES = /['’]/g
/** The lists contain the letters of the alphabet, but C and R are programming languages. */
const LONE_CONSONANT = /^[^aeiouy]$/
/** A word up to this rank belongs to a language, even if it is a stop word of another. */
const OWN_WORD_RANK = 2000
/** Maximum rank of a stop word of another language. */
const FOREIGN_RANK = 100
/** Artificial intelligence and operating systems, in English texts. */
const ABBREVIATIONS = new Set(['ai', 'os'])

/** A short list for English: rarer words are distinguished from common ones by their counts. */
const ENGLISH = `a about all also am an and any are as at be been but by can could do does for from get had has have he help helping her his how i if in into is it its just like me more most my need needed needs no not of on one or our out she should so some someone such than that the their them then there these they this to up us was we were what when where which while who will with would you your`

/**
 * Words of requests, which say that something is needed but not what, and a few words missing in the lists.
 */
const REQUEST_WORDS: Readonly<Partial<Record<Language, string>>> = {
  spanish: `ayuda ayudar ayude ayudo alguien busco buscamos busca buscando necesito necesita necesitamos necesitan favor quiero
    queremos nuestra nuestro y e u`,
  french: `ai aide aider aidez aussi avons besoin cherche cherchons comme faire il jamais merci nous plus plait pour quelqu
    quelquun recherche recherchons souhaite tout toute tous toutes tres un veux voudrais voulons y avez a`,
  german: `bitte brauche brauchen braucht dass gesucht gerne haben helfe helfen hilfe hilft jemand jemanden mochte mochten
    suche suchen sucht ihnen ja nein wollen wurde wurden bis`,
  portuguese: `ajuda ajudar ajude alguem busco gostaria preciso precisa precisamos procura procuro procuramos quero queremos
    favor todo toda todos todas sobre ser ter fazer onde`,
}

const LISTS: Readonly<Record<Language, readonly string[]>> = {
  english: ENGLISH.split(/\s+/),
  spanish,
  french,
  german,
  portuguese,
}

const ownStopWords: ReadonlyMap<Language, ReadonlySet<string>> = new Map(
  LANGUAGES.map((language) => {
    const words = [...LISTS[language], ...(REQUEST_WORDS[language] ?? '').split(/\s+/)]
    const folded = words.map((word) => foldWord(word.replace(APOSTROPHES, '').toLowerCase()))
    return [language, new Set(folded.filter((word) => !LONE_CONSONANT.test(word)))]
  }),
)
let made: ReadonlyMap<Language, ReadonlySet<string>> | undefined

/**
 * Returns whether a folded word says nothing about the work: a stop word of the text's language, or one of
 * the most frequent words of another language that this language does not have. Names of streets, towns and
 * phrases contain such words.
 */
export function isStopWord(folded: string, language: Language): boolean {
  if (language === 'english') return ownStopWords.get(language)?.has(folded) ?? false
  made ??= withForeign()
  return made.get(language)?.has(folded) ?? false
}

function withForeign(): ReadonlyMap<Language, ReadonlySet<string>> {
  const frequent = new Map(
    LANGUAGES.map((language) => [
      language,
      readFrequentWords(language).slice(0, OWN_WORD_RANK).map(foldWord),
    ]),
  )
  return new Map(
    LANGUAGES.map((language) => {
      const own = new Set(frequent.get(language))
      const foreign = LANGUAGES.filter((other) => other !== language).flatMap((other) =>
        (frequent.get(other) ?? [])
          .slice(0, FOREIGN_RANK)
          .filter((word) => ownStopWords.get(other)?.has(word) && !ABBREVIATIONS.has(word))
          .filter((word) => word.length < 3 || !own.has(word)),
      )
      return [language, new Set([...(ownStopWords.get(language) ?? []), ...foreign])]
    }),
  )
}

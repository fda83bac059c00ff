import type { Message, MessageCode } from './message.ts'
import { inReadersWords } from './names/in-readers-words.ts'
import type { ReaderLanguage } from './reader-language.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { es } from './texts/es.ts'
import { fr } from './texts/fr.ts'
import { pt } from './texts/pt.ts'
import type { Texts } from './texts/texts.ts'
import { createWriter, type Writer } from './writer.ts'

const CATALOGUE: Readonly<Record<ReaderLanguage, { texts: Texts; write: Writer }>> = {
  en: { texts: en, write: createWriter('en') },
  es: { texts: es, write: createWriter('es') },
  fr: { texts: fr, write: createWriter('fr') },
  de: { texts: de, write: createWriter('de') },
  pt: { texts: pt, write: createWriter('pt') },
}

/** Returns the text of a message in the reader's language. */
export function textOf<Code extends MessageCode>(message: Message<Code>, language: ReaderLanguage): string {
  const { texts, write } = CATALOGUE[language]
  const text: Texts[Code] = texts[message.code]
  return text(inReadersWords(message.values, language), write)
}

/** Joins sentences; empty if there are none. */
export function paragraphOf(messages: readonly Message[], language: ReaderLanguage): string {
  return messages.map((one) => textOf(one, language)).join(' ')
}

/** Joins parts of a summary to one sentence. */
export function summaryOf(parts: readonly Message[], language: ReaderLanguage): string {
  const { write } = CATALOGUE[language]
  return `${write.capitalized(parts.map((part) => textOf(part, language)).join(', '))}.`
}

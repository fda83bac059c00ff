import { foldWord } from './fold-word.ts'

/**
 * Endings of German words of one family that stemmers keep apart: who does the work, the work, and the verb for it
 * (`Installateur`, `Installation`, `installieren`; `Konstrukteur`, `Konstruktion`).
 */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{2}kt)(?:eur|ion|or)(?:e[ns]?|s)?$/u, ''],
  [/(?<=architekt)ur(?:en)?$/u, ''],
  [/(?<=\p{L}{3})(?:at(?:eur|or|ion)(?:e[ns]?|s)?|ier(?:ung(?:en)?|e[nr]?s?|te?[mnrs]?))$/u, 'ier'],
  [/(?<=mont|mass|report)(?:agen?|eur(?:e[ns]?|s)?|ier(?:e[nr]?|te?[mnrs]?))$/u, 'ier'],
  [/(?<=therap)eut(?:en)?$/u, 'ie'],
  [/(?<=assist)enz(?:en)?$/u, 'ent'],
  [/(?<=(?:päd|dem)agog)(?:i(?:k|en?)|isch(?:e[mnrs]?)?)$/u, 'e'],
]

/** Words that only introduce or qualify a trade in titles: `staatlich geprüfter Techniker, Fachrichtung Bau`. */
const QUALIFYING =
  /^(?:fachrichtung(?:en)?|schwerpunkte?n?|fachgebiete?s?|bereiche?[ns]?|(?:staatlich|gepruft|anerkannt|diplomiert|zertifiziert)(?:e[mnrs]?)?|dipl)$/

/** Returns a lower-case German word in the form that its family shares, to be stemmed. */
export function familyForm(word: string): string {
  let form = word
  for (const [ending, other] of ENDINGS) form = form.replace(ending, other)
  return form
}

/** Returns whether a German word only qualifies the trade that a title names. */
export function onlyQualifies(word: string): boolean {
  return QUALIFYING.test(foldWord(word))
}

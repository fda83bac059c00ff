import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as spanish } from '@orama/stemmers/spanish'

export type Language = 'english' | 'french' | 'german' | 'spanish'

interface LanguageRules {
  /** Snowball stemmer; takes a word in lower case with its accents. */
  stem: (word: string) => string
  /**
   * Words that say nothing of the work, without accents and apostrophes. Short on purpose: rare words are told
   * from common ones by their counts.
   */
  stopWords: ReadonlySet<string>
}

/** To support another language, add an entry here. */
export const LANGUAGES: Readonly<Record<Language, LanguageRules>> = {
  english: {
    stem: english,
    stopWords:
      words(`a about all also am an and any are as at be been but by can could do does for from get had has
      have he help helping her his how i if in into is it its just like me more most my need needed needs no not of
      on one or our out she should so some someone such than that the their them then there these they this to up us
      was we were what when where which while who will with would you your`),
  },
  french: {
    stem: french,
    stopWords:
      words(`a ai aide aider au aussi aux avec avons besoin c ce ces cette comme d dans de des du elle elles
      en est et etre eu il ils j je l la le les leur leurs lui ma mais me mes moi mon n ne nos notre nous on ou par
      pas plus pour qu que qui quelqu s sa se ses si son sont sur ta te tes toi ton tu un une vos votre vous y`),
  },
  german: {
    stem: german,
    stopWords:
      words(`aber alle als am an auch auf aus bei bin bis brauchen das dass dein dem den der des dich die
      diese dieser doch du durch ein eine einem einen einer eines er es euch fur haben hat helfen hilfe ich ihr im
      in ist ja jemand kann kein keine man mein mich mir mit nach nicht noch nur oder sehr sein sich sie sind so
      suchen uber um und uns unser unsere vom von vor war was wenn wer wie wir wird zu zum zur`),
  },
  spanish: {
    stem: spanish,
    stopWords:
      words(`a al alguien algo ayuda ayudar como con cual de del desde el ella ellas ellos en entre es esta
      estan este esto estos fue ha hay la las le les lo los mas me mi mis muy necesitamos necesito ni no nos nosotros
      nuestra nuestro o para pero por porque que quien se ser si sin sobre son su sus tambien te tiene todo tu tus un
      una uno unos y ya yo`),
  },
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/))
}

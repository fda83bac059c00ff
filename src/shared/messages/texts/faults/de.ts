import { type FaultTexts, joinedBy } from './fault-texts.ts'

const SAID = {
  required: 'Das ist erforderlich.',
  is_list: 'Es ist eine Liste.',
  one_text:
    'Muss ein einzelner Text sein, keine Liste. Wo ein Parameter mehrere Werte annimmt, trennen Sie sie mit Kommas.',
  empty: 'Darf nicht leer sein.',
  blank: 'Darf nicht nur aus Leerzeichen bestehen.',
  email: 'Muss eine E-Mail-Adresse sein, etwa ada@example.org.',
  url: 'Muss die Adresse einer Webseite sein, etwa https://example.org.',
  date: 'Muss ein Datum sein, etwa 2027-05-14.',
  datetime: 'Muss ein Datum mit Uhrzeit und Zeitversatz sein, etwa 2027-05-14T15:00:00Z.',
  time: 'Muss eine Uhrzeit sein, etwa 15:00.',
  phone: 'Muss eine Telefonnummer sein, etwa +1 503 555 0142.',
  years: 'Muss ein Datum zwischen 1900 und 2199 sein.',
  unknown_field: 'Unbekanntes Feld.',
  unknown_parameter: 'Unbekannter Parameter.',
  remove: 'Entfernen Sie das.',
  future:
    'Dieser Zeitpunkt ist noch nicht gekommen. Senden Sie den Zeitpunkt, zu dem eingewilligt wurde; mit Zeitversatz, etwa -05:00, wenn das heute war.',
  future_day:
    'Dieser Tag ist noch nicht gekommen. Schreiben Sie den Tag, an dem es ausgestellt oder bestätigt wurde.',
  list_shape: 'Muss eine Liste in eckigen Klammern sein, etwa ["one", "two"].',
  object_shape: 'Muss ein Objekt in geschweiften Klammern sein, etwa {"name": "value"}.',
  digits: 'Muss eine Zahl in Ziffern sein, etwa 7.5.',
}
const TYPES = {
  text: 'ein Text',
  number: 'eine Zahl',
  whole: 'eine ganze Zahl',
  boolean: 'true oder false',
  list: 'eine Liste',
  object: 'ein Objekt',
}
const RELATIONS = {
  least: 'mindestens',
  above: 'mehr als',
  most: 'höchstens',
  below: 'weniger als',
}
const LENGTHS = {
  least: 'mindestens',
  most: 'höchstens',
  exactly: 'genau',
}
const UNITS = {
  characters: ['Zeichen', 'Zeichen'],
  entries: ['Eintrag', 'Einträge'],
  fields: ['Feld', 'Felder'],
} as const
const and = joinedBy('und')
const or = joinedBy('oder')

/** Values in an example stay as they are sent. */
function exampleIn(example: string): string {
  return example === '' ? '' : `, etwa ${example}`
}

export const de: FaultTexts = {
  fault_said: ({ what }) => SAID[what],
  fault_is_object: ({ names }) => `Es ist ein Objekt mit ${and(names)}.`,
  fault_meant: ({ name }) => `Meinten Sie ${name}?`,
  fault_type: ({ types, example }) =>
    `Muss ${or(types.map((type) => TYPES[type]))} sein${exampleIn(example)}.`,
  fault_not_null: ({ type }) => `Muss ${TYPES[type]} sein, nicht null.`,
  fault_unquoted: ({ type }) => `Muss ${TYPES[type]} sein, ohne Anführungszeichen.`,
  fault_quote: ({ value }) => `Muss ein Text sein. Setzen Sie ${value} in Anführungszeichen.`,
  fault_object_with: ({ names }) => `Muss ein Objekt mit ${and(names)} sein.`,
  fault_choice: ({ choices }) => `Muss ${or(choices)} sein.`,
  fault_number: ({ relation, value }) => `Muss ${RELATIONS[relation]} ${value} sein.`,
  fault_length: ({ relation, count, unit }) =>
    `Muss ${LENGTHS[relation]} ${count} ${UNITS[unit][count === 1 ? 0 : 1]} haben.`,
  fault_count: ({ count }) =>
    count === 1 ? 'Ein Wert ist ungültig; siehe errors.' : `${count} Werte sind ungültig; siehe errors.`,
}

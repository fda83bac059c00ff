import { joinedBy, type RequestFaultTexts } from '../fault-texts.ts'

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
  future:
    'Dieser Zeitpunkt ist noch nicht gekommen. Senden Sie den Zeitpunkt, zu dem eingewilligt wurde; mit Zeitversatz, etwa -05:00, wenn das heute war.',
  future_day:
    'Dieser Tag ist noch nicht gekommen. Schreiben Sie den Tag, an dem es ausgestellt oder bestätigt wurde.',
  list_shape: 'Muss eine Liste in eckigen Klammern sein, etwa ["one", "two"].',
  object_shape: 'Muss ein Objekt in geschweiften Klammern sein, etwa {"name": "value"}.',
  digits: 'Muss eine Zahl in Ziffern sein, etwa 7.5.',
  takes_no_body: 'Unbekanntes Feld. Diese Operation nimmt keinen Body an.',
  send_json:
    'Senden Sie ein JSON-Objekt mit Content-Type: application/json. Die Referenz unter /docs zeigt ein Beispiel.',
  not_allowed: 'Dieser Wert ist hier nicht erlaubt.',
  name_not_allowed: 'Dieser Name ist nicht erlaubt.',
  as_described: 'Muss so geschrieben sein, wie es die Referenz beschreibt.',
  not_clean:
    'Enthält ein Zeichen, das nicht gespeichert werden kann (NUL oder ein halbes Surrogatpaar). Entfernen Sie es.',
  country_form: 'Muss der Code eines Landes aus zwei Großbuchstaben sein, etwa US.',
  country_unknown: 'Es gibt kein Land mit diesem Code. Verwenden Sie ISO 3166-1, etwa US.',
  currency: 'Muss der Code einer Währung aus drei Buchstaben sein, etwa USD.',
  language: 'Muss der Code einer Sprache sein, etwa en oder pt-BR.',
  zone: 'Muss der Name einer Zeitzone sein, etwa Europe/Berlin.',
  coordinates: 'Senden Sie lat und lon zusammen oder keines von beiden.',
  time_of_day: 'Muss eine Uhrzeit von 00:00 bis 24:00 sein, etwa 09:30.',
  clock_time: 'Muss eine Uhrzeit von 00:00 bis 23:59 sein, etwa 09:30.',
  window_order: 'Das Ende muss nach dem Anfang liegen. Teilen Sie ein Zeitfenster über Mitternacht in zwei.',
  days_order: 'ends_on darf nicht vor starts_on liegen.',
  key_signs: 'Darf keine eckigen Klammern oder Steuerzeichen enthalten.',
  key_spaces: 'Darf nicht mit einem Leerzeichen beginnen oder enden.',
  key_reserved: 'Darf nicht __proto__ sein.',
  key_in_brackets: 'Nennen Sie den Schlüssel in eckigen Klammern, etwa metadata[crm_id]=77.',
  too_many_keys: 'Nennt zu viele Schlüssel.',
  cursor: 'Senden Sie den next_cursor der vorigen Seite unverändert an dieselbe Liste.',
  cursor_of_other_list:
    'Dieser Cursor gehört zu einer Liste mit anderen Filtern oder anderer Reihenfolge. Senden Sie die Parameter der Seite, von der er stammt, oder lassen Sie cursor weg, um neu zu beginnen.',
  request_id: 'Muss eine Request-Id sein.',
  entry_id: 'Muss die ID eines Eintrags sein.',
  event_type: 'Muss ein Ereignistyp wie need.posted oder need.* sein.',
  all_event_types: 'Um alle Typen zu erhalten, lassen Sie dies weg.',
  no_id: 'In dieser Adresse fehlt eine ID. Die Adresse der Liste endet ohne Schrägstrich.',
  skill_category: 'Diese Kategorie gibt es nicht. GET /v1/skills/categories listet sie auf.',
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
  keys: ['Schlüssel', 'Schlüssel'],
  bytes: ['Byte', 'Bytes'],
} as const
const ZONES = {
  name: 'Schreiben Sie den Namen aus der IANA-Datenbank:',
  abbreviation:
    'Eine Abkürzung sagt nicht, die Zeit welches Ortes gemeint ist. Schreiben Sie die Zone einer Stadt, etwa',
  several: 'Mehrere Orte haben diese Zeit. Schreiben Sie die Zone einer Stadt, etwa',
  offset:
    'Eine Abweichung von UTC sagt nicht, wann die Uhren umgestellt werden. Schreiben Sie die Zone einer Stadt, etwa',
}
const UNKNOWN = { field: 'Unbekanntes Feld.', parameter: 'Unbekannter Parameter.' }
const and = joinedBy('und')
const or = joinedBy('oder')

/** Values in an example stay as they are sent. */
function exampleIn(example: string): string {
  return example === '' ? '' : `, etwa ${example}`
}

export const requestFaults: RequestFaultTexts = {
  fault_said: ({ what }) => SAID[what],
  fault_is_object: ({ names }) => `Es ist ein Objekt mit ${and(names)}.`,
  fault_unknown: ({ place, meant }) =>
    `${UNKNOWN[place]} ${meant === null ? 'Entfernen Sie das.' : `Meinten Sie ${meant}?`}`,
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
  fault_multiple: ({ divisor }) => `Muss ein Vielfaches von ${divisor} sein.`,
  fault_one_of_two: ({ fields, areBoth }) =>
    areBoth ? `Senden Sie entweder ${or(fields)}, nicht beides.` : `Senden Sie ${or(fields)}.`,
  fault_id_like: ({ prefix }) => `Muss eine ID wie ${prefix}_01h455vb4pex5vsknk084sn02q sein.`,
  fault_id_of: ({ name }) => `Diese ID gehört zu einer anderen Art (${name}).`,
  fault_address_id: ({ prefix, given }) =>
    `Diese Adresse braucht eine ID wie ${prefix}_01h455vb4pex5vsknk084sn02q.${given === null ? '' : ` Diese gehört zu einer anderen Art (${given}).`}`,
  fault_zone: ({ zone, because }) => `${ZONES[because]} ${zone}.`,
  fault_not_found: ({ name }) =>
    `Es gibt nichts dieser Art (${name}) mit dieser ID, oder Sie dürfen es nicht sehen.`,
  fault_json_deep: ({ most }) =>
    `Listen und Objekte dürfen höchstens ${most} Ebenen tief verschachtelt sein. Senden Sie tiefere Daten flacher oder als Text.`,
  fault_json_keys: ({ most }) =>
    `Ein Objekt darf höchstens ${most} Schlüssel haben. Senden Sie nur die Felder, die die Referenz nennt.`,
  fault_after_to: ({ day }) => `Darf nicht später als \`to\` (${day}) sein.`,
  fault_weeks_before_to: ({ most, day }) => `Darf höchstens ${most} Wochen vor \`to\` (${day}) liegen.`,
  fault_event_types_of: ({ resource, types }) => `Zu ${resource} gibt es ${types.join(', ')}.`,
  fault_scopes: ({ scopes }) => `Ihr Token kann vergeben: ${scopes.join(', ')}.`,
  fault_count: ({ count }) =>
    count === 1 ? 'Ein Wert ist ungültig; siehe errors.' : `${count} Werte sind ungültig; siehe errors.`,
}

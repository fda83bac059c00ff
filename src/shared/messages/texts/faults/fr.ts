import { type FaultTexts, joinedBy } from './fault-texts.ts'

const SAID = {
  required: 'Ceci est obligatoire.',
  is_list: 'C’est une liste.',
  one_text:
    'Doit être un seul texte, pas une liste. Si un paramètre accepte plusieurs valeurs, séparez-les par des virgules.',
  empty: 'Ne doit pas être vide.',
  blank: 'Ne doit pas contenir que des espaces.',
  email: 'Doit être une adresse e-mail, par exemple ada@example.org.',
  url: 'Doit être l’adresse d’une page web, par exemple https://example.org.',
  date: 'Doit être une date, par exemple 2027-05-14.',
  datetime: 'Doit être une date et une heure avec leur décalage, par exemple 2027-05-14T15:00:00Z.',
  time: 'Doit être une heure, par exemple 15:00.',
  phone: 'Doit être un numéro de téléphone, par exemple +1 503 555 0142.',
  years: 'Doit être une date entre 1900 et 2199.',
  unknown_field: 'Champ inconnu.',
  unknown_parameter: 'Paramètre inconnu.',
  remove: 'Retirez-le.',
  future:
    'Ce moment n’est pas encore venu. Envoyez le moment où le consentement a été donné ; avec son décalage, par exemple -05:00, s’il a été donné aujourd’hui.',
  future_day: 'Ce jour n’est pas encore venu. Indiquez le jour où il a été délivré ou confirmé.',
  list_shape: 'Doit être une liste entre crochets, par exemple ["one", "two"].',
  object_shape: 'Doit être un objet entre accolades, par exemple {"name": "value"}.',
  digits: 'Doit être un nombre en chiffres, par exemple 7.5.',
}
const TYPES = {
  text: 'un texte',
  number: 'un nombre',
  whole: 'un nombre entier',
  boolean: 'true ou false',
  list: 'une liste',
  object: 'un objet',
}
const RELATIONS = {
  least: 'au moins',
  above: 'plus de',
  most: 'au plus',
  below: 'moins de',
}
const LENGTHS = {
  least: 'au moins',
  most: 'au plus',
  exactly: 'exactement',
}
const UNITS = {
  characters: ['caractère', 'caractères'],
  entries: ['élément', 'éléments'],
  fields: ['champ', 'champs'],
} as const
const and = joinedBy('et')
const or = joinedBy('ou')

/** Values in an example stay as they are sent. */
function exampleIn(example: string): string {
  return example === '' ? '' : `, par exemple ${example}`
}

export const fr: FaultTexts = {
  fault_said: ({ what }) => SAID[what],
  fault_is_object: ({ names }) => `C’est un objet avec ${and(names)}.`,
  fault_meant: ({ name }) => `Vouliez-vous dire ${name} ?`,
  fault_type: ({ types, example }) =>
    `Doit être ${or(types.map((type) => TYPES[type]))}${exampleIn(example)}.`,
  fault_not_null: ({ type }) => `Doit être ${TYPES[type]}, pas null.`,
  fault_unquoted: ({ type }) => `Doit être ${TYPES[type]}, sans guillemets.`,
  fault_quote: ({ value }) => `Doit être un texte. Mettez ${value} entre guillemets.`,
  fault_object_with: ({ names }) => `Doit être un objet avec ${and(names)}.`,
  fault_choice: ({ choices }) => `Doit être ${or(choices)}.`,
  fault_number: ({ relation, value }) => `Doit être ${RELATIONS[relation]} ${value}.`,
  fault_length: ({ relation, count, unit }) =>
    `Doit compter ${LENGTHS[relation]} ${count} ${UNITS[unit][count === 1 ? 0 : 1]}.`,
  fault_count: ({ count }) =>
    count === 1 ? 'Une valeur est invalide ; voir errors.' : `${count} valeurs sont invalides ; voir errors.`,
}

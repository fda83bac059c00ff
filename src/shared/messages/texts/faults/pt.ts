import { type FaultTexts, joinedBy } from './fault-texts.ts'

const SAID = {
  required: 'Isto é obrigatório.',
  is_list: 'É uma lista.',
  one_text:
    'Deve ser um só texto, não uma lista. Onde um parâmetro aceita vários valores, separe-os com vírgulas.',
  empty: 'Não pode estar vazio.',
  blank: 'Não pode ter só espaços.',
  email: 'Deve ser um endereço de e-mail, como ada@example.org.',
  url: 'Deve ser o endereço de uma página web, como https://example.org.',
  date: 'Deve ser uma data, como 2027-05-14.',
  datetime: 'Deve ser uma data e hora com o fuso, como 2027-05-14T15:00:00Z.',
  time: 'Deve ser uma hora do dia, como 15:00.',
  phone: 'Deve ser um número de telefone, como +1 503 555 0142.',
  years: 'Deve ser uma data entre 1900 e 2199.',
  unknown_field: 'Campo desconhecido.',
  unknown_parameter: 'Parâmetro desconhecido.',
  remove: 'Retire-o.',
  future:
    'Este momento ainda não chegou. Envie o momento em que o consentimento foi dado; com o fuso, como -05:00, se foi dado hoje.',
  future_day: 'Este dia ainda não chegou. Escreva o dia em que foi emitido ou confirmado.',
  list_shape: 'Deve ser uma lista entre colchetes, como ["one", "two"].',
  object_shape: 'Deve ser um objeto entre chaves, como {"name": "value"}.',
  digits: 'Deve ser um número em algarismos, como 7.5.',
}
const TYPES = {
  text: 'um texto',
  number: 'um número',
  whole: 'um número inteiro',
  boolean: 'true ou false',
  list: 'uma lista',
  object: 'um objeto',
}
const RELATIONS = {
  least: 'pelo menos',
  above: 'mais de',
  most: 'no máximo',
  below: 'menos de',
}
const LENGTHS = {
  least: 'pelo menos',
  most: 'no máximo',
  exactly: 'exatamente',
}
const UNITS = {
  characters: ['caractere', 'caracteres'],
  entries: ['elemento', 'elementos'],
  fields: ['campo', 'campos'],
} as const
const and = joinedBy('e')
const or = joinedBy('ou')

/** Values in an example stay as they are sent. */
function exampleIn(example: string): string {
  return example === '' ? '' : `, como ${example}`
}

export const pt: FaultTexts = {
  fault_said: ({ what }) => SAID[what],
  fault_is_object: ({ names }) => `É um objeto com ${and(names)}.`,
  fault_meant: ({ name }) => `Você quis dizer ${name}?`,
  fault_type: ({ types, example }) =>
    `Deve ser ${or(types.map((type) => TYPES[type]))}${exampleIn(example)}.`,
  fault_not_null: ({ type }) => `Deve ser ${TYPES[type]}, não null.`,
  fault_unquoted: ({ type }) => `Deve ser ${TYPES[type]}, sem aspas.`,
  fault_quote: ({ value }) => `Deve ser um texto. Ponha ${value} entre aspas.`,
  fault_object_with: ({ names }) => `Deve ser um objeto com ${and(names)}.`,
  fault_choice: ({ choices }) => `Deve ser ${or(choices)}.`,
  fault_number: ({ relation, value }) => `Deve ser ${RELATIONS[relation]} ${value}.`,
  fault_length: ({ relation, count, unit }) =>
    `Deve ter ${LENGTHS[relation]} ${count} ${UNITS[unit][count === 1 ? 0 : 1]}.`,
  fault_count: ({ count }) =>
    count === 1 ? 'Um valor é inválido; veja errors.' : `${count} valores são inválidos; veja errors.`,
}

import { type FaultTexts, joinedBy } from './fault-texts.ts'

const SAID = {
  required: 'Esto es obligatorio.',
  is_list: 'Es una lista.',
  one_text:
    'Debe ser un solo texto, no una lista. Donde un parámetro admite varios valores, sepárelos con comas.',
  empty: 'No debe estar vacío.',
  blank: 'No debe constar solo de espacios.',
  email: 'Debe ser una dirección de correo, como ada@example.org.',
  url: 'Debe ser la dirección de una página web, como https://example.org.',
  date: 'Debe ser una fecha, como 2027-05-14.',
  datetime: 'Debe ser una fecha y hora con su diferencia horaria, como 2027-05-14T15:00:00Z.',
  time: 'Debe ser una hora del día, como 15:00.',
  phone: 'Debe ser un número de teléfono, como +1 503 555 0142.',
  years: 'Debe ser una fecha entre 1900 y 2199.',
  unknown_field: 'Campo desconocido.',
  unknown_parameter: 'Parámetro desconocido.',
  remove: 'Quítelo.',
  future:
    'Este momento todavía no ha llegado. Envíe el momento en que se dio el consentimiento; con su diferencia horaria, como -05:00, si se dio hoy.',
  future_day: 'Este día aún no ha llegado. Escriba el día en que se expidió o se confirmó.',
  list_shape: 'Debe ser una lista entre corchetes, como ["one", "two"].',
  object_shape: 'Debe ser un objeto entre llaves, como {"name": "value"}.',
  digits: 'Debe ser un número en cifras, como 7.5.',
}
const TYPES = {
  text: 'un texto',
  number: 'un número',
  whole: 'un número entero',
  boolean: 'true o false',
  list: 'una lista',
  object: 'un objeto',
}
const RELATIONS = {
  least: 'al menos',
  above: 'más de',
  most: 'como máximo',
  below: 'menos de',
}
const LENGTHS = {
  least: 'al menos',
  most: 'como máximo',
  exactly: 'exactamente',
}
const UNITS = {
  characters: ['carácter', 'caracteres'],
  entries: ['elemento', 'elementos'],
  fields: ['campo', 'campos'],
} as const
const and = joinedBy('y')
const or = joinedBy('o')

/** Values in an example stay as they are sent. */
function exampleIn(example: string): string {
  return example === '' ? '' : `, como ${example}`
}

export const es: FaultTexts = {
  fault_said: ({ what }) => SAID[what],
  fault_is_object: ({ names }) => `Es un objeto con ${and(names)}.`,
  fault_meant: ({ name }) => `¿Quiso decir ${name}?`,
  fault_type: ({ types, example }) =>
    `Debe ser ${or(types.map((type) => TYPES[type]))}${exampleIn(example)}.`,
  fault_not_null: ({ type }) => `Debe ser ${TYPES[type]}, no null.`,
  fault_unquoted: ({ type }) => `Debe ser ${TYPES[type]}, sin comillas.`,
  fault_quote: ({ value }) => `Debe ser un texto. Ponga ${value} entre comillas.`,
  fault_object_with: ({ names }) => `Debe ser un objeto con ${and(names)}.`,
  fault_choice: ({ choices }) => `Debe ser ${or(choices)}.`,
  fault_number: ({ relation, value }) => `Debe ser ${RELATIONS[relation]} ${value}.`,
  fault_length: ({ relation, count, unit }) =>
    `Debe tener ${LENGTHS[relation]} ${count} ${UNITS[unit][count === 1 ? 0 : 1]}.`,
  fault_count: ({ count }) =>
    count === 1 ? 'Un valor no es válido; véase errors.' : `${count} valores no son válidos; véase errors.`,
}

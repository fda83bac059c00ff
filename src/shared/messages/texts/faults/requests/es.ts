import { joinedBy, type RequestFaultTexts } from '../fault-texts.ts'

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
  future:
    'Este momento todavía no ha llegado. Envíe el momento en que se dio el consentimiento; con su diferencia horaria, como -05:00, si se dio hoy.',
  future_day: 'Este día aún no ha llegado. Escriba el día en que se expidió o se confirmó.',
  list_shape: 'Debe ser una lista entre corchetes, como ["one", "two"].',
  object_shape: 'Debe ser un objeto entre llaves, como {"name": "value"}.',
  digits: 'Debe ser un número en cifras, como 7.5.',
  takes_no_body: 'Campo desconocido. Esta operación no admite cuerpo.',
  send_json:
    'Envíe un objeto JSON con Content-Type: application/json. La referencia en /docs muestra un ejemplo.',
  not_allowed: 'Este valor no está permitido aquí.',
  name_not_allowed: 'Este nombre no está permitido.',
  as_described: 'Debe escribirse como lo describe la referencia.',
  not_clean: 'Contiene un carácter que no se puede guardar (NUL o medio par sustituto). Quítelo.',
  country_form: 'Debe ser el código de un país en dos mayúsculas, como US.',
  country_unknown: 'No hay ningún país con este código. Use ISO 3166-1, como US.',
  currency: 'Debe ser el código de tres letras de una moneda, como USD.',
  language: 'Debe ser el código de un idioma, como en o pt-BR.',
  zone: 'Debe ser el nombre de una zona horaria, como Europe/Berlin.',
  coordinates: 'Envíe lat y lon juntos, o ninguno.',
  time_of_day: 'Debe ser una hora entre 00:00 y 24:00, como 09:30.',
  clock_time: 'Debe ser una hora entre 00:00 y 23:59, como 09:30.',
  window_order: 'El final debe ser posterior al inicio. Divida en dos una franja que pase de medianoche.',
  days_order: 'ends_on no debe ser anterior a starts_on.',
  key_signs: 'No debe contener corchetes ni caracteres de control.',
  key_spaces: 'No debe empezar ni terminar con un espacio.',
  key_reserved: 'No debe ser __proto__.',
  key_in_brackets: 'Indique la clave entre corchetes, como metadata[crm_id]=77.',
  too_many_keys: 'Indica demasiadas claves.',
  cursor: 'Envíe el next_cursor de la página anterior sin cambios y a la misma lista.',
  cursor_of_other_list:
    'Este cursor pertenece a una lista con otros filtros u otro orden. Envíe los parámetros de la página de la que procede, u omita cursor para empezar de nuevo.',
  request_id: 'Debe ser un Request-Id.',
  entry_id: 'Debe ser el id de una entrada.',
  event_type: 'Debe ser un tipo de evento como need.posted o need.*.',
  all_event_types: 'Para recibir todos los tipos, omítalo.',
  no_id: 'A esta dirección le falta un id. La dirección de la lista no termina en barra.',
  skill_category: 'No existe esa categoría. GET /v1/skills/categories las enumera.',
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
  keys: ['clave', 'claves'],
  bytes: ['byte', 'bytes'],
} as const
const ZONES = {
  name: 'Escriba el nombre de la base de datos IANA:',
  abbreviation: 'Una abreviatura no dice de qué lugar es la hora. Escriba la zona de una ciudad, como',
  several: 'Varios lugares tienen esta hora. Escriba la zona de una ciudad, como',
  offset: 'Una diferencia horaria no dice cuándo cambian los relojes. Escriba la zona de una ciudad, como',
}
const UNKNOWN = { field: 'Campo desconocido.', parameter: 'Parámetro desconocido.' }
const and = joinedBy('y')
const or = joinedBy('o')

/** Values in an example stay as they are sent. */
function exampleIn(example: string): string {
  return example === '' ? '' : `, como ${example}`
}

export const requestFaults: RequestFaultTexts = {
  fault_said: ({ what }) => SAID[what],
  fault_is_object: ({ names }) => `Es un objeto con ${and(names)}.`,
  fault_unknown: ({ place, meant }) =>
    `${UNKNOWN[place]} ${meant === null ? 'Quítelo.' : `¿Quiso decir ${meant}?`}`,
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
  fault_multiple: ({ divisor }) => `Debe ser múltiplo de ${divisor}.`,
  fault_one_of_two: ({ fields, areBoth }) =>
    areBoth ? `Envíe solo ${or(fields)}, no ambos.` : `Envíe ${or(fields)}.`,
  fault_id_like: ({ prefix }) => `Debe ser un id como ${prefix}_01h455vb4pex5vsknk084sn02q.`,
  fault_id_of: ({ name }) => `Este id es de otro tipo (${name}).`,
  fault_address_id: ({ prefix, given }) =>
    `Esta dirección necesita un id como ${prefix}_01h455vb4pex5vsknk084sn02q.${given === null ? '' : ` Este es de otro tipo (${given}).`}`,
  fault_zone: ({ zone, because }) => `${ZONES[because]} ${zone}.`,
  fault_not_found: ({ name }) => `No hay nada de este tipo (${name}) con este id, o usted no puede verlo.`,
  fault_json_deep: ({ most }) =>
    `Las listas y los objetos pueden anidarse como máximo ${most} niveles. Envíe los datos más profundos de forma plana o como texto.`,
  fault_json_keys: ({ most }) =>
    `Un objeto puede tener como máximo ${most} claves. Envíe solo los campos que indica la referencia.`,
  fault_after_to: ({ day }) => `No debe ser posterior a \`to\` (${day}).`,
  fault_weeks_before_to: ({ most, day }) => `Debe ser como máximo ${most} semanas antes de \`to\` (${day}).`,
  fault_event_types_of: ({ resource, types }) => `De ${resource} hay ${types.join(', ')}.`,
  fault_scopes: ({ scopes }) => `Su token puede dar: ${scopes.join(', ')}.`,
  fault_count: ({ count }) =>
    count === 1 ? 'Un valor no es válido; véase errors.' : `${count} valores no son válidos; véase errors.`,
}

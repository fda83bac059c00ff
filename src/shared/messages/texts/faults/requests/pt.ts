import { joinedBy, type RequestFaultTexts } from '../fault-texts.ts'

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
  future:
    'Este momento ainda não chegou. Envie o momento em que o consentimento foi dado; com o fuso, como -05:00, se foi dado hoje.',
  future_day: 'Este dia ainda não chegou. Escreva o dia em que foi emitido ou confirmado.',
  list_shape: 'Deve ser uma lista entre colchetes, como ["one", "two"].',
  object_shape: 'Deve ser um objeto entre chaves, como {"name": "value"}.',
  digits: 'Deve ser um número em algarismos, como 7.5.',
  takes_no_body: 'Campo desconhecido. Esta operação não aceita corpo.',
  send_json:
    'Envie um objeto JSON com Content-Type: application/json. A referência em /docs mostra um exemplo.',
  not_allowed: 'Este valor não é permitido aqui.',
  name_not_allowed: 'Este nome não é permitido.',
  as_described: 'Deve ser escrito como a referência descreve.',
  not_clean: 'Contém um caractere que não pode ser gravado (NUL ou metade de um par substituto). Retire-o.',
  country_form: 'Deve ser o código de um país em duas maiúsculas, como US.',
  country_unknown: 'Não há país com este código. Use ISO 3166-1, como US.',
  currency: 'Deve ser o código de três letras de uma moeda, como USD.',
  language: 'Deve ser o código de um idioma, como en ou pt-BR.',
  zone: 'Deve ser o nome de um fuso horário, como Europe/Berlin.',
  coordinates: 'Envie lat e lon juntos, ou nenhum dos dois.',
  time_of_day: 'Deve ser uma hora de 00:00 a 24:00, como 09:30.',
  clock_time: 'Deve ser uma hora de 00:00 a 23:59, como 09:30.',
  window_order: 'O fim deve vir depois do início. Divida em dois um período que passe da meia-noite.',
  days_order: 'ends_on não pode ser antes de starts_on.',
  key_signs: 'Não pode conter colchetes nem caracteres de controle.',
  key_spaces: 'Não pode começar nem terminar com um espaço.',
  key_reserved: 'Não pode ser __proto__.',
  key_in_brackets: 'Indique a chave entre colchetes, como metadata[crm_id]=77.',
  too_many_keys: 'Indica chaves demais.',
  cursor: 'Envie o next_cursor da página anterior sem alterações, para a mesma lista.',
  cursor_of_other_list:
    'Este cursor pertence a uma lista com outros filtros ou outra ordem. Envie os parâmetros da página de onde ele veio, ou deixe cursor de fora para recomeçar.',
  request_id: 'Deve ser um Request-Id.',
  entry_id: 'Deve ser o id de uma entrada.',
  event_type: 'Deve ser um tipo de evento como need.posted ou need.*.',
  all_event_types: 'Para receber todos os tipos, omita-o.',
  no_id: 'Falta um id neste endereço. O endereço da lista não termina com barra.',
  skill_category: 'Essa categoria não existe. GET /v1/skills/categories lista todas.',
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
  keys: ['chave', 'chaves'],
  bytes: ['byte', 'bytes'],
} as const
const ZONES = {
  name: 'Escreva o nome da base de dados IANA:',
  abbreviation: 'Uma abreviação não diz de que lugar é a hora. Escreva o fuso de uma cidade, como',
  several: 'Vários lugares têm esta hora. Escreva o fuso de uma cidade, como',
  offset: 'Uma diferença de horas não diz quando os relógios mudam. Escreva o fuso de uma cidade, como',
}
const UNKNOWN = { field: 'Campo desconhecido.', parameter: 'Parâmetro desconhecido.' }
const and = joinedBy('e')
const or = joinedBy('ou')

/** Values in an example stay as they are sent. */
function exampleIn(example: string): string {
  return example === '' ? '' : `, como ${example}`
}

export const requestFaults: RequestFaultTexts = {
  fault_said: ({ what }) => SAID[what],
  fault_is_object: ({ names }) => `É um objeto com ${and(names)}.`,
  fault_unknown: ({ place, meant }) =>
    `${UNKNOWN[place]} ${meant === null ? 'Retire-o.' : `Você quis dizer ${meant}?`}`,
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
  fault_multiple: ({ divisor }) => `Deve ser um múltiplo de ${divisor}.`,
  fault_one_of_two: ({ fields, areBoth }) =>
    areBoth ? `Envie só ${or(fields)}, não os dois.` : `Envie ${or(fields)}.`,
  fault_id_like: ({ prefix }) => `Deve ser um id como ${prefix}_01h455vb4pex5vsknk084sn02q.`,
  fault_id_of: ({ name }) => `Este id é de outro tipo (${name}).`,
  fault_address_id: ({ prefix, given }) =>
    `Este endereço precisa de um id como ${prefix}_01h455vb4pex5vsknk084sn02q.${given === null ? '' : ` Este é de outro tipo (${given}).`}`,
  fault_zone: ({ zone, because }) => `${ZONES[because]} ${zone}.`,
  fault_not_found: ({ name }) => `Não há nada deste tipo (${name}) com este id, ou você não pode vê-lo.`,
  fault_json_deep: ({ most }) =>
    `Listas e objetos podem ter no máximo ${most} níveis. Envie os dados mais profundos de forma plana ou como texto.`,
  fault_json_keys: ({ most }) =>
    `Um objeto pode ter no máximo ${most} chaves. Envie só os campos que a referência indica.`,
  fault_after_to: ({ day }) => `Não pode ser depois de \`to\` (${day}).`,
  fault_weeks_before_to: ({ most, day }) => `Deve ser no máximo ${most} semanas antes de \`to\` (${day}).`,
  fault_event_types_of: ({ resource, types }) => `De ${resource} há ${types.join(', ')}.`,
  fault_scopes: ({ scopes }) => `Seu token pode dar: ${scopes.join(', ')}.`,
  fault_count: ({ count }) =>
    count === 1 ? 'Um valor é inválido; veja errors.' : `${count} valores são inválidos; veja errors.`,
}

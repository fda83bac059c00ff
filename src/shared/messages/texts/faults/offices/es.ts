import { joinedBy, type OfficeFaultTexts } from '../fault-texts.ts'

const SAID = {
  once_each: 'Cada id puede aparecer una sola vez.',
  question_id: 'Debe tener de 1 a 40 letras minúsculas, cifras o guiones bajos.',
  resume_long: 'Debe tener como máximo 64 KiB.',
  email_shown: 'Otros socios pueden leer esto. Quite la dirección de correo.',
  phone_shown: 'Otros socios pueden leer esto. Quite el número de teléfono.',
  domain_shown: 'Otros socios pueden leer esto. Quite el dominio del correo del estudiante.',
  name_shown: 'Otros socios pueden leer esto. Quite el nombre del estudiante.',
  link_shown: 'Otros socios pueden leer esto. Quite el enlace o el nombre del perfil.',
  school_shown: 'Otros socios pueden leer esto. Quite el nombre de la escuela.',
  one_subject:
    'Un calendario trata de una organización, un ayudante o un programa, o de todos los suyos. Indique como máximo uno.',
  two_candidates: 'Indique dos estudiantes.',
  locked_once: 'Un estudiante solo puede fijarse a una necesidad.',
  pair_forbidden: 'La misma pareja está prohibida.',
  bond_opposite: 'Los mismos dos estudiantes deben colocarse juntos.',
  tie_first: 'Indique uno que siga a otro en la lista.',
  candidate_of_program: 'El programa no tiene ningún estudiante con este id.',
  need_unseen: 'No hay ninguna necesidad con este id, o no está abierta, o usted no puede verla.',
  record_unknown: 'No hay ningún registro con este id o nombre.',
  choices_twice: 'Otra fila contiene las preferencias del mismo registro. Conserve una de ellas.',
  question_unknown: 'El programa no tiene esa pregunta.',
  question_once: 'Responda a cada pregunta una vez.',
  answer_words: 'Responda a esta pregunta con palabras.',
  answer_scale: 'Responda a esta pregunta con un número del 1 al 5.',
  consent_blank:
    'El estudiante dio antes este consentimiento y aquí está vacío. Sigue dado. Escriba «no» para terminarlo.',
  options_of_tables:
    'Esto es para tablas. Un archivo JSON nombra sus campos y escribe fechas y números como la API.',
  header_blank: 'Escriba el encabezado tal como está en el archivo.',
  email_per_row: 'Cada fila necesita su propio email, porque con él se encuentra el registro.',
  email_kept: 'Un perfil no guarda datos personales. Quite la dirección de correo.',
  field_after_file: 'Ponga este campo antes del archivo, porque el formulario se lee en orden.',
  field_twice: 'Indíquelo una sola vez.',
  field_in_both: 'Indíquelo en la dirección o en el formulario, no en ambos.',
}
const ALIKE = {
  candidate: 'Varios estudiantes del programa tienen el nombre o el correo',
  need: 'Varias necesidades de la promoción tienen el título',
  organization: 'Varias de sus organizaciones tienen el nombre',
}
const or = joinedBy('o')
const and = joinedBy('y')

export const officeFaults: OfficeFaultTexts = {
  fault_of_office: ({ what }) => SAID[what],
  fault_outside_cohort: ({ name }) =>
    name === 'need' ? 'La promoción no tiene esa necesidad.' : 'La promoción no tiene ese estudiante.',
  fault_capacity: ({ most, isMinimum }) =>
    isMinimum
      ? `La necesidad admite como máximo ${most}. Así no podría cubrirse nunca.`
      : `La necesidad admite como máximo ${most} en esta promoción.`,
  fault_locked: ({ isOneNeed }) =>
    `Los dos están fijados a ${isOneNeed ? 'la misma necesidad' : 'necesidades distintas'}. Cambie esta regla o las parejas fijadas.`,
  fault_choice_closed: ({ text }) => `${text} no se puede elegir en esta promoción.`,
  fault_named_alike: ({ noun, text, ids, areMore }) =>
    `${ALIKE[noun]} «${text}». Escriba el id del correcto: ${or(areMore ? [...ids, 'otros'] : ids)}.`,
  fault_unanswered: ({ id }) => `Responda a la pregunta ${id}.`,
  fault_answer_choices: ({ choices }) => `Responda a esta pregunta con una de: ${choices.join('; ')}.`,
  fault_moves: ({ from, to }) => `El estudiante pasa del programa ${from} a ${to}.`,
  fault_approve_for: ({ roles }) => `Indique en nombre de quién aprueba: ${or(roles)}.`,
  fault_json_object: ({ example }) => `Escriba un objeto JSON, como ${example}.`,
  fault_option_of: ({ types }) => `Omítalo: solo lo admiten las importaciones de ${and(types)}.`,
  fault_no_email: ({ type }) => `Una importación de ${type} no tiene correos. Use external_id.`,
  fault_per_row: ({ column }) =>
    `Cada fila necesita su propio ${column}, así que no puede tener un valor por defecto.`,
  fault_one_default: ({ column, other }) =>
    `Dé un valor por defecto para ${column} o para ${other}, no para ambos.`,
  fault_column_unknown: ({ column, type, meant, columns }) =>
    `No hay ninguna columna «${column}» para ${type}.${meant === null ? '' : ` ¿Quiso decir ${meant}?`} Las columnas son: ${columns.join(', ')}.`,
  fault_detail_kept: ({ column }) =>
    `Un perfil no guarda datos personales. Quite ${column}; si lo comparten todas las filas de un archivo, délo como valor por defecto de esa importación.`,
  fault_profile_unknown: ({ name, meant }) =>
    `No hay ningún perfil de importación «${name}». ${meant === null ? 'PUT /v1/import-profiles/{name} guarda uno.' : `¿Quiso decir ${meant}?`}`,
  fault_profile_type: ({ name, of, wanted }) =>
    `El perfil «${name}» es para ${of}, y esta importación es de ${wanted}.`,
  fault_of_record: ({ id }) => `${id}:`,
}

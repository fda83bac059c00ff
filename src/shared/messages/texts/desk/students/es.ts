import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  lead: 'Los estudiantes de su oficina. Solo usted ve sus nombres, hasta que ellos consientan y ambas partes acepten.',
  empty: 'Todavía no hay estudiantes. Empiece por importar una lista.',
  nobody: 'No se encuentra a nadie. Busque otro nombre o identificador, o elija todos los programas.',
  import: 'Importar una lista',
  search: 'Nombre o identificador propio',
  name: 'Nombre',
  preferred_name: 'Se hace llamar',
  external_id: 'Identificador propio',
  program: 'Programa',
  majors: 'Especialidades',
  graduates: 'Se gradúa el',
  about: 'Descripción',
  consent: 'Consentimiento',
  shares_profile: 'Se puede mostrar el perfil',
  shares_contact: 'Se puede mostrar el contacto',
  recorded: 'Dado el',
  source: 'Registrado en',
  age: 'Edad',
  guardian: 'Consentimiento de un tutor',
  yes: 'Sí',
  no: 'No',
  ranked: 'Aparece en las coincidencias',
  not_ranked: 'No aparece en las coincidencias',
  disclosures: 'Divulgaciones',
  disclosures_lead: 'Qué vieron otros socios de este estudiante, y cuándo. Cada línea es un día.',
  no_disclosures: 'Nadie más ha visto a este estudiante.',
  to: 'Visto por',
  what: 'Qué',
  times: 'Veces',
  first: 'Primera vez',
  last: 'Última vez',
  export: 'Descargar todo lo que se guarda',
  erase: 'Borrar a este estudiante',
  erase_lead: 'No se puede deshacer. Esto se borrará:',
  erase_keeps: 'El registro de divulgaciones se conserva: nombra socios y días, y nada del estudiante.',
  erase_record: 'el registro con su persona y su oferta',
  erased: 'Este estudiante se borró. Solo queda el registro de divulgaciones.',
}
const STATUSES = {
  open: 'Abierto',
  paused: 'En pausa',
  closed: 'Cerrado',
}
const AGES = {
  under_16: 'Menos de 16',
  '16_17': '16 o 17',
  '18_20': 'De 18 a 20',
  '21_plus': '21 o más',
}
const SHOWN = {
  profile: 'Perfil',
  contact: 'Contacto',
}

export const es: DeskAreas['students'] = {
  actions: { student_erased: 'Borró a un estudiante' },
  refusals: {
    candidate_erased:
      'Este estudiante se borró. No queda ningún dato personal. Si vuelve, impórtelo de nuevo.',
    record_merged: 'Este registro se unió a otro. Busque al estudiante por su nombre.',
  },
  words: {
    desk_students: () => 'Estudiantes',
    desk_student: ({ word }) => WORDS[word],
    desk_student_status: ({ status }) => STATUSES[status],
    desk_student_age: ({ age }) => AGES[age],
    desk_student_shown: ({ shown }) => SHOWN[shown],
    desk_student_introductions: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'presentación', 'presentaciones')}`,
    desk_student_engagements: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'colaboración con sus horas', 'colaboraciones con sus horas')}`,
    desk_student_rows: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'fila de una importación', 'filas de importaciones')}`,
    desk_student_papers: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'acuerdo, enlace o evaluación', 'acuerdos, enlaces y evaluaciones')}`,
    desk_student_erase_sure: ({ name }) => `Borrar a ${name}`,
  },
}

import type { DeskAreas } from '../desk-texts.ts'

const NEW = {
  organization: 'Añadir una organización',
  helper: 'Añadir a quien ayuda',
  program: 'Añadir un programa',
}
const LEADS = {
  organization:
    'Una empresa, una entidad sin ánimo de lucro o alguien que trabaja por su cuenta. Después publica lo que necesita.',
  helper: 'Una persona u organización que ayuda. Después publica lo que ofrece.',
  program:
    'Las condiciones de un grupo de estudiantes: cuándo trabajan, cuánto tiempo y por cuántos créditos. Después importa a los estudiantes.',
}
const PARTIES = { organization: 'Organizaciones', helper: 'Ayudantes', program: 'Programas' }
const EMPTY = {
  organization: 'Todavía no hay organizaciones. Añada la primera o importe una lista.',
  helper: 'Todavía no hay ayudantes. Añada el primero o importe una lista.',
  program: 'Todavía no hay programas. Añada el primero y después importe a sus estudiantes.',
}
const EDIT = {
  organization: 'Editar la organización',
  helper: 'Editar a quien ayuda',
  program: 'Editar el programa',
}
const WORDS = {
  contact: 'A quién contactar',
  contact_lead: 'La otra parte lo ve cuando ambas hayan aceptado una presentación, no antes.',
  about: 'Quién es',
  place: 'Dónde',
  kind: 'Tipo',
  languages: 'Idiomas',
  time_zone: 'Zona horaria',
  url: 'Sitio web',
  public_name: 'Nombre en páginas públicas',
  public_name_hint: 'Solo si está de acuerdo. Sin él, las páginas públicas no nombran a nadie.',
  preferred_name: 'Nombre que usa',
  preferred_name_hint: 'Los demás lo ven en lugar del nombre.',
  most_hours: 'Máximo de horas por semana en total',
  school: 'Centro de estudios',
  term: 'Período lectivo',
  term_hint: 'Por ejemplo, primavera de 2027.',
  terms: 'El trabajo',
  credits: 'Créditos por un puesto',
  hours_per_credit: 'Horas de trabajo por crédito',
  proofs: 'Justificantes',
  proofs_lead: 'Lo que las necesidades pueden exigir. El inicio avisa antes de que algo caduque.',
  over_18: 'Mayor de 18 años, confirmado el',
  check_issued: 'Certificado de antecedentes, expedido el',
  check_expires: 'Certificado de antecedentes, último día',
  licences_hint: 'Una por línea, con su último día si lo tiene: notaría, 2027-05-01.',
  credit: 'Créditos',
  credit_must: 'Cada práctica debe dar créditos',
  credit_may: 'Puede dar créditos',
  kinds_allowed: 'Los estudiantes trabajan para',
  kinds_allowed_hint: 'Si no marca nada: para todas.',
  most_per_organization: 'Máximo de estudiantes por organización',
}
const ORGANIZATIONS = {
  solopreneur: 'Trabaja por su cuenta',
  small_business: 'Pequeña empresa',
  nonprofit: 'Sin ánimo de lucro',
}
const HELPERS = { person: 'Una persona', organization: 'Una organización' }

export const es: DeskAreas['parties'] = {
  actions: {
    organization_created: 'Añadió una organización',
    helper_created: 'Añadió a quien ayuda',
    program_created: 'Añadió un programa',
    organization_changed: 'Cambió una organización',
    helper_changed: 'Cambió a quien ayuda',
    program_changed: 'Cambió un programa',
  },
  refusals: {
    kept_by_candidate: 'Esto procede de la ficha de un estudiante. Cambie al estudiante con una importación.',
  },
  words: {
    desk_new_party: ({ party }) => NEW[party],
    desk_new_party_lead: ({ party }) => LEADS[party],
    desk_parties: ({ party }) => PARTIES[party],
    desk_parties_empty: ({ party }) => EMPTY[party],
    desk_edit_party: ({ party }) => EDIT[party],
    desk_party_word: ({ word }) => WORDS[word],
    desk_organization_kind: ({ kind }) => ORGANIZATIONS[kind],
    desk_helper_kind: ({ kind }) => HELPERS[kind],
    desk_language: ({ language: tag }, { language, capitalized }) => capitalized(language(tag)),
    desk_create: () => 'Añadir',
  },
}

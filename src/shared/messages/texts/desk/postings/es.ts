import type { DeskAreas } from '../desk-texts.ts'

const STATUSES = { open: 'Abierta', filled: 'Cubierta', paused: 'En pausa', closed: 'Cerrada' }
const SET = {
  open: 'Abrir de nuevo',
  filled: 'Marcar como cubierta',
  paused: 'Poner en pausa',
  closed: 'Cerrar',
}
const FITS = {
  strong: 'Encaja muy bien',
  good: 'Encaja bien',
  possible: 'Puede encajar',
  weak: 'Encaja poco',
}
const PARTY = { need: 'Organización', offer: 'Persona que ayuda' }
const POST = { need: 'Publicar una necesidad', offer: 'Publicar una oferta' }
const LEAD = {
  need: 'Lo que sus organizaciones necesitan. Abra una para ver quién podría ayudar.',
  offer: 'Lo que ofrecen las personas que ayudan. Abra una para ver dónde se necesita.',
}
const EMPTY = {
  need: 'Aún no hay necesidades. Publique la primera, con sus propias palabras.',
  offer: 'Aún no hay ofertas. Publique la primera, con sus propias palabras.',
}
const NOBODY = {
  need: 'Ninguna oferta encaja todavía. Vea abajo qué se acerca, o explique con más palabras lo que necesita.',
  offer:
    'Ninguna necesidad encaja todavía. Vea abajo qué se acerca, o explique con más palabras lo que se ofrece.',
}
const NOT_OPEN = {
  need: 'Solo se buscan coincidencias para necesidades abiertas. Ábrala de nuevo para ver quién podría ayudar.',
  offer: 'Solo se buscan coincidencias para ofertas abiertas. Ábrala de nuevo para ver dónde se necesita.',
}
const PER = { hour: 'por hora', project: 'por el proyecto', total: 'en total' }
const EDIT = { need: 'Editar la necesidad', offer: 'Editar la oferta' }
const CHOOSE = { need: '¿Qué organización necesita ayuda?', offer: '¿Quién ofrece ayuda?' }
const NO_PARTIES = {
  need: 'Aún no hay organizaciones. Añada la primera o importe una lista.',
  offer: 'Aún no hay ayudantes. Añada a la primera persona o importe una lista.',
}
const KINDS = { volunteer: 'voluntariado', intern: 'prácticas', barter: 'trueque', paid: 'ayuda pagada' }
const VISIBLE = { network: 'toda la red', partner: 'solo nosotros' }
const MOVES = {
  revenue: 'más ingresos',
  mission: 'nuestra misión',
  time_freed: 'nuestro tiempo',
  none: 'nada todavía',
}
const DECIDES = {
  decides: 'Decide quien ayuda',
  proposes: 'Quien ayuda propone y nosotros decidimos',
  follows: 'Quien ayuda sigue nuestros pasos',
}
const WHEN = {
  proofs: 'Comprobantes',
  times: 'Horas de la semana',
  times_hint: 'Por ejemplo, Lun-Mié 13:00-17:00; Vie 09:00-12:00.',
  times_zone: 'Zona horaria de estas horas',
  sessions: 'Sesiones',
  sessions_hint:
    'Para trabajo en días concretos, como un sábado de nueve a doce. Deje en blanco las filas que no necesite.',
  session_day: 'Día',
  session_start: 'Desde',
  session_end: 'Hasta',
  session_positions: 'Ayudantes',
  session_note: 'Qué conviene saber',
  requires: 'Qué debe tener quien ayuda',
  licences: 'Licencias',
  minimum_age: 'Edad mínima',
  open_to: 'Abierta a',
  open_to_hint: 'Si no marca nada: a todas, pero los voluntarios solo ayudan a entidades sin ánimo de lucro.',
  presence: 'Días concretos y días libres',
  dates: 'Solo estos días',
  not_available: 'Estos días no',
  days_hint: 'Uno por línea: 2027-03-14, o 2027-03-14 - 2027-03-21.',
  latitude: 'Latitud',
  longitude: 'Longitud',
  map_hint: 'De un mapa, como 45.52 y -122.68. Solo así se conocen las distancias.',
}
const REQUIREMENTS = {
  age_over_18: 'Debe ser mayor de 18 años',
  background_check: 'Certificado de antecedentes',
}

export const es: DeskAreas['postings'] = {
  actions: {
    introduction_proposed: 'Propuso una presentación',
    need_posted: 'Publicó una necesidad',
    need_changed: 'Cambió una necesidad',
    need_status_changed: 'Cambió el estado de una necesidad',
    offer_posted: 'Publicó una oferta',
    offer_changed: 'Cambió una oferta',
    offer_status_changed: 'Cambió el estado de una oferta',
  },
  refusals: {
    not_a_match: 'Estas dos no encajan. Vea abajo qué las separa.',
    introduction_standing:
      'Estas dos ya están presentadas, o una propuesta espera respuesta. Búsquela en las presentaciones.',
    too_many_introductions: 'Ya esperan demasiadas propuestas en un lado. Espere una respuesta o retire una.',
    too_many_proposals: 'Su mesa ha propuesto todo lo que puede por ahora. Espere primero las respuestas.',
    declined_recently: 'Esto se rechazó hace poco. Pruebe por ahora con otra persona.',
    held_in_ring:
      'Esta oferta está reservada para un círculo que se está acordando. Espere a que termine el círculo, o elija otra oferta.',
    session_not_open: 'Ninguna de las fechas de esta necesidad sigue libre. Elija otra necesidad.',
    precondition_failed:
      'Alguien lo ha cambiado desde que lo abrió. Mire en otra ventana qué dice ahora. Si lo suyo debe sustituirlo, envíelo otra vez.',
    invalid_cursor: 'Esta página de la lista es demasiado antigua. Empiece de nuevo desde el principio.',
    not_ready: 'Se están preparando las coincidencias. Inténtelo de nuevo en un minuto.',
  },
  words: {
    desk_needs: () => 'Necesidades',
    desk_offers: () => 'Ofertas',
    desk_postings_lead: ({ side }) => LEAD[side],
    desk_postings_empty: ({ side }) => EMPTY[side],
    desk_post: ({ side }) => POST[side],
    desk_party: ({ side }) => PARTY[side],
    desk_posting_status: ({ status }) => STATUSES[status],
    desk_set_status: ({ status }) => SET[status],
    desk_not_open: ({ side }) => NOT_OPEN[side],
    desk_nothing_found: () => 'Nada coincide con esta búsqueda. Pruebe con menos palabras o muestre todo.',
    desk_short_day: ({ day }, { shortDay }) => shortDay(day),
    desk_search: () => 'Buscar',
    desk_words: () => 'Palabras',
    desk_title: () => 'Título',
    desk_edit: () => 'Editar',
    desk_notices: () => 'Conviene saber',
    desk_own: () => 'también suya',
    desk_matches: () => 'Coincidencias',
    desk_matches_empty: ({ side }) => NOBODY[side],
    desk_fit: ({ fit }) => FITS[fit],
    desk_fit_name: () => 'Cómo encaja',
    desk_summary: () => 'En una frase',
    desk_cost: () => 'Coste',
    desk_cost_none: () => 'No cuesta dinero',
    desk_match_cost: ({ cost, unit }, { money }) => `${money(cost)} ${PER[unit]}`,
    desk_covered: () => 'Habilidades cubiertas',
    desk_missing: () => 'Habilidades que faltan',
    desk_why: () => 'Por qué encajan',
    desk_blocked: () => 'Qué las separa',
    desk_blocked_by: () => 'Qué separa a las demás',
    desk_near: () => 'Por poco no encajan',
    desk_near_show: () => 'Mostrar las que por poco no encajan',
    desk_near_none: () => 'Nada más se acerca.',
    desk_near_lead: ({ count }) =>
      count === 1 ? 'Encajaría si cambiara una cosa:' : 'Encajaría si cambiaran estas cosas:',
    desk_propose: () => 'Proponer',
    desk_message_hint: () =>
      'Lo que la otra parte debe saber. No incluya datos de contacto: ambas partes los ven cuando se acepta la propuesta.',
    desk_compare: () => 'Comparar',
    desk_compare_lead: () => 'Elija arriba de dos a cuatro coincidencias para verlas una al lado de otra.',
    desk_compare_choose: () => 'Comparar esta',
    desk_compare_few: () => 'Elija primero al menos dos coincidencias de esta necesidad.',
    desk_compare_most: ({ chosen, shown }) =>
      `Eligió ${chosen} coincidencias. Se muestran las primeras ${shown}.`,
    desk_edit_posting: ({ side }) => EDIT[side],
    desk_choose_party: ({ side }) => CHOOSE[side],
    desk_no_parties: ({ side }) => NO_PARTIES[side],
    desk_post_now: () => 'Publicar',
    desk_cancel: () => 'Cancelar',
    desk_preview: () => 'Ver coincidencias',
    desk_preview_lead: () =>
      'Las coincidencias aparecen aquí mientras escribe, o al pulsar «Ver coincidencias».',
    desk_preview_found: ({ count }, { number, noun }) =>
      `${number(count)} ${noun(count, 'coincidencia', 'coincidencias')}`,
    desk_preview_later: () => 'Complete lo que falta para ver coincidencias.',
    desk_readiness: ({ score }) => `Preparación: ${score} de 100`,
    desk_first_change: () => 'Lo que más ayudaría:',
    desk_when: ({ word }) => WHEN[word],
    desk_requirement: ({ which }) => REQUIREMENTS[which],
    desk_least_age: ({ age }) => `Al menos ${age}`,
    desk_form_work: () => 'El trabajo',
    desk_form_place: () => 'Dónde y cuándo',
    desk_form_terms: () => 'Condiciones',
    desk_form_terms_of: ({ kinds }, { either }) =>
      `Condiciones de ${either(kinds.map((kind) => KINDS[kind]))}`,
    desk_form_brief: () => 'Cómo trabajarán juntos',
    desk_form_brief_lead: () => 'La ayuda fracasa menos cuando esto está claro desde el principio.',
    desk_description: () => 'Descripción',
    desk_description_hint: () => 'Con sus propias palabras. De ellas también se leen las habilidades.',
    desk_lines_hint: () => 'Una en cada línea.',
    desk_skills_must: () => 'Habilidades imprescindibles',
    desk_skills_more: () => 'Otras habilidades',
    desk_currency: () => 'Moneda, como USD',
    desk_unit: () => 'Paga por',
    desk_pay_unit: ({ unit }) => PER[unit],
    desk_city: () => 'Ciudad',
    desk_region: () => 'Estado o región',
    desk_postal_code: () => 'Código postal',
    desk_country_name: () => 'País',
    desk_max_distance: () => 'Distancia máxima en km',
    desk_visibility: () => 'Quién la ve',
    desk_visible_to: ({ to }) => VISIBLE[to],
    desk_causes: () => 'Causas',
    desk_learning_goals: () => 'Quiere aprender',
    desk_hours_required: () => 'Horas exigidas en total',
    desk_credit_required: () => 'Debe dar créditos académicos',
    desk_paid_only: () => 'Solo trabajo pagado',
    desk_brief_outcome: () => 'Cómo se sabrá que está hecho',
    desk_brief_moves: () => 'Qué mejora',
    desk_brief_move: ({ moves }) => MOVES[moves],
    desk_brief_steps: () => 'Pasos',
    desk_brief_document: () => 'Dirección de un documento con los pasos',
    desk_brief_autonomy: () => 'Quién decide',
    desk_brief_decides: ({ autonomy }) => DECIDES[autonomy],
    desk_brief_check_ins: () => 'Conversaciones por semana',
    desk_brief_training: () => 'Horas previstas de formación',
    desk_brief_repeats: () => 'Cuántas veces por semana surge',
    desk_brief_gains: () => 'Qué gana quien ayuda',
  },
}

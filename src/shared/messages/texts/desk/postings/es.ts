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
    introduction_standing: 'Estas dos ya están presentadas, o una propuesta espera respuesta.',
    too_many_introductions: 'Ya esperan demasiadas propuestas en un lado. Espere una respuesta o retire una.',
    too_many_proposals: 'Su mesa ha propuesto todo lo que puede por ahora. Espere primero las respuestas.',
    declined_recently: 'Esto se rechazó hace poco. Pruebe por ahora con otra persona.',
    held_in_ring: 'Esta oferta está reservada para un círculo que se está acordando.',
    session_not_open: 'Ninguna de las fechas de esta necesidad sigue libre.',
    precondition_failed: 'Alguien lo ha cambiado desde que lo abrió. Ábralo de nuevo y repita su cambio.',
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
    desk_near_lead: () => 'Encajaría si cambiara algo:',
    desk_propose: () => 'Proponer',
    desk_message_hint: () =>
      'Lo que la otra parte debe saber. No incluya datos de contacto: ambas partes los ven cuando se acepta la propuesta.',
    desk_compare: () => 'Comparar',
    desk_compare_lead: () => 'Elija arriba de dos a cuatro coincidencias para verlas una al lado de otra.',
    desk_compare_choose: () => 'Comparar esta',
    desk_compare_few: () => 'Elija primero al menos dos coincidencias de esta necesidad.',
  },
}

import type { DeskAreas } from '../desk-texts.ts'

const STATUSES = {
  proposed: 'Espera a otras partes',
  accepted: 'Aceptado',
  declined: 'Rechazado',
  expired: 'Vencido',
  broken: 'No comenzó',
}
const OUTCOMES = {
  proposed: 'El trabajo de todas comienza cuando todas las partes hayan aceptado.',
  accepted: 'Todas las partes aceptaron y el trabajo de todas ha comenzado.',
  declined: 'Una parte rechazó: nada comienza y ya no hay nada reservado.',
  expired: 'No todas las partes respondieron a tiempo: nada comienza y ya no hay nada reservado.',
  broken: 'Todas las partes aceptaron, pero algo había cambiado entretanto: nada comienza.',
}
const REASONS = {
  not_open_any_more: 'Algo del círculo ya no está abierto',
  fully_committed: 'A quien ayuda no le quedan horas',
  introduced_already: 'Dos de las partes ya trabajan juntas',
}

export const es: DeskAreas['rings'] = {
  actions: { ring_accepted: 'Aceptó un círculo', ring_declined: 'Rechazó un círculo' },
  refusals: { ring_not_open: 'Este círculo ya ha terminado. Se puede proponer otro.' },
  words: {
    desk_rings: () => 'Círculos',
    desk_rings_lead: () => 'Cada parte da a la siguiente y recibe de la anterior, sin dinero.',
    desk_rings_empty: () =>
      'Aún no hay círculos. Publique una necesidad con lo que da a cambio, o una oferta de trueque. El círculo que encaje aparecerá aquí cuando se proponga.',
    desk_ring: ({ skills }, { list }) => (skills.length === 0 ? 'Círculo' : `Círculo: ${list(skills)}`),
    desk_ring_status: ({ status }) => STATUSES[status],
    desk_ring_outcome: ({ status }) => OUTCOMES[status],
    desk_ring_reason: ({ reason }) => REASONS[reason],
    desk_ring_swapped: () => 'Lo que circula',
    desk_ring_parties: () => 'Partes',
    desk_ring_who: () => 'Quién da qué',
    desk_ring_drawing: ({ parties }, { number }) =>
      `Un círculo de ${number(parties)} partes. La lista de abajo dice quién da qué a quién.`,
    desk_ring_gives: ({ from, skills, to }, { list }) => `${from} da ${list(skills)} a ${to}`,
    desk_ring_party: ({ number }) => `Parte ${number}`,
    desk_ring_yours: () => 'Suya',
    desk_ring_answer: ({ hasAccepted }) => (hasAccepted ? 'Ha aceptado' : 'No ha respondido'),
    desk_ring_from: () => 'Propuesto por',
    desk_ring_proposer: ({ isYou }) => (isYou ? 'Usted' : 'Otro socio'),
    desk_ring_given: () => 'De la publicación',
    desk_ring_wanted: () => 'Para la publicación',
    desk_ring_work: () => 'Abrir el trabajo',
    desk_ring_accept_lead: () =>
      'Acepta por todas sus partes. Lo que dan y buscan queda reservado hasta que termine el círculo.',
    desk_ring_decline_lead: () => 'El círculo termina para todas las partes.',
  },
}

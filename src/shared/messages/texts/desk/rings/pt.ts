import type { DeskAreas } from '../desk-texts.ts'

const STATUSES = {
  proposed: 'Espera por outras partes',
  accepted: 'Aceito',
  declined: 'Recusado',
  expired: 'Expirado',
  broken: 'Não começou',
}
const OUTCOMES = {
  proposed: 'O trabalho de todas começa quando todas as partes tiverem aceitado.',
  accepted: 'Todas as partes aceitaram, e o trabalho de todas começou.',
  declined: 'Uma parte recusou: nada começa e nada mais está reservado.',
  expired: 'Nem todas as partes responderam a tempo: nada começa e nada mais está reservado.',
  broken: 'Todas as partes aceitaram, mas nesse meio-tempo algo mudou: nada começa.',
}
const REASONS = {
  not_open_any_more: 'Algo no círculo não está mais aberto',
  fully_committed: 'Quem ajuda não tem mais horas livres',
  introduced_already: 'Duas das partes já trabalham juntas',
}

export const pt: DeskAreas['rings'] = {
  actions: { ring_accepted: 'Aceitou um círculo', ring_declined: 'Recusou um círculo' },
  refusals: { ring_not_open: 'Este círculo já terminou. Outro pode ser proposto.' },
  words: {
    desk_rings: () => 'Círculos',
    desk_rings_lead: () => 'Cada parte dá à seguinte e recebe da anterior, sem dinheiro.',
    desk_rings_empty: () =>
      'Ainda não há círculos. Publique uma necessidade com o que dá em troca, ou uma oferta de troca. Um círculo que sirva aparece aqui quando for proposto.',
    desk_ring: ({ skills }, { list }) => (skills.length === 0 ? 'Círculo' : `Círculo: ${list(skills)}`),
    desk_ring_status: ({ status }) => STATUSES[status],
    desk_ring_outcome: ({ status }) => OUTCOMES[status],
    desk_ring_reason: ({ reason }) => REASONS[reason],
    desk_ring_swapped: () => 'O que circula',
    desk_ring_parties: () => 'Partes',
    desk_ring_who: () => 'Quem dá o quê',
    desk_ring_drawing: ({ parties }, { number }) =>
      `Um círculo de ${number(parties)} partes. A lista abaixo diz quem dá o quê a quem.`,
    desk_ring_gives: ({ from, skills, to }, { list }) => `${from} dá ${list(skills)} a ${to}`,
    desk_ring_party: ({ number }) => `Parte ${number}`,
    desk_ring_yours: () => 'Sua',
    desk_ring_answer: ({ hasAccepted }) => (hasAccepted ? 'Aceitou' : 'Não respondeu'),
    desk_ring_from: () => 'Proposto por',
    desk_ring_proposer: ({ isYou }) => (isYou ? 'Você' : 'Outro parceiro'),
    desk_ring_given: () => 'Da publicação',
    desk_ring_wanted: () => 'Para a publicação',
    desk_ring_work: () => 'Abrir o trabalho',
    desk_ring_accept_lead: () =>
      'Aceita por todas as suas partes. O que dão e procuram fica reservado até o círculo terminar.',
    desk_ring_decline_lead: () => 'O círculo termina para todas as partes.',
  },
}

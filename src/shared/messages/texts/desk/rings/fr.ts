import type { DeskAreas } from '../desk-texts.ts'

const STATUSES = {
  proposed: 'Attend d’autres parties',
  accepted: 'Accepté',
  declined: 'Refusé',
  expired: 'Expiré',
  broken: 'N’a pas commencé',
}
const OUTCOMES = {
  proposed: 'Le travail de toutes commence lorsque chaque partie a accepté.',
  accepted: 'Chaque partie a accepté, et le travail de toutes a commencé.',
  declined: 'Une partie a refusé : rien ne commence et plus rien n’est réservé.',
  expired: 'Toutes les parties n’ont pas répondu à temps : rien ne commence et plus rien n’est réservé.',
  broken: 'Chaque partie a accepté, mais quelque chose avait changé entre-temps : rien ne commence.',
}
const REASONS = {
  not_open_any_more: 'Un élément du cercle n’est plus ouvert',
  fully_committed: 'Une personne qui aide n’a plus d’heures',
  introduced_already: 'Deux des parties travaillent déjà ensemble',
}

export const fr: DeskAreas['rings'] = {
  actions: { ring_accepted: 'A accepté un cercle', ring_declined: 'A refusé un cercle' },
  refusals: { ring_not_open: 'Ce cercle est déjà terminé. Un autre peut être proposé.' },
  words: {
    desk_rings: () => 'Cercles',
    desk_rings_lead: () => 'Chaque partie donne à la suivante et reçoit de la précédente, sans argent.',
    desk_rings_empty: () =>
      'Pas encore de cercle. Publiez un besoin avec ce que vous donnez en échange, ou une offre de troc. Un cercle qui convient s’affiche ici dès qu’il est proposé.',
    desk_ring: ({ skills }, { list }) => (skills.length === 0 ? 'Cercle' : `Cercle : ${list(skills)}`),
    desk_ring_status: ({ status }) => STATUSES[status],
    desk_ring_outcome: ({ status }) => OUTCOMES[status],
    desk_ring_reason: ({ reason }) => REASONS[reason],
    desk_ring_swapped: () => 'Ce qui circule',
    desk_ring_parties: () => 'Parties prenantes',
    desk_ring_who: () => 'Qui donne quoi',
    desk_ring_drawing: ({ parties }, { number }) =>
      `Un cercle de ${number(parties)} parties. La liste ci-dessous dit qui donne quoi à qui.`,
    desk_ring_gives: ({ from, skills, to }, { list }) => `${from} donne ${list(skills)} à ${to}`,
    desk_ring_party: ({ number }) => `Partie ${number}`,
    desk_ring_yours: () => 'La vôtre',
    desk_ring_answer: ({ hasAccepted }) => (hasAccepted ? 'A accepté' : 'N’a pas répondu'),
    desk_ring_from: () => 'Proposé par',
    desk_ring_proposer: ({ isYou }) => (isYou ? 'Vous' : 'Un autre partenaire'),
    desk_ring_given: () => 'De l’annonce',
    desk_ring_wanted: () => 'Pour l’annonce',
    desk_ring_work: () => 'Ouvrir le travail',
    desk_ring_accept_lead: () =>
      'Vous acceptez pour toutes vos parties. Ce qu’elles donnent et cherchent reste réservé jusqu’à la fin du cercle.',
    desk_ring_decline_lead: () => 'Le cercle se termine pour toutes les parties.',
  },
}

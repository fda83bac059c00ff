import type { DeskAreas } from '../desk-texts.ts'

const STATUSES = {
  proposed: 'Wartet auf andere',
  accepted: 'Angenommen',
  declined: 'Abgelehnt',
  expired: 'Abgelaufen',
  broken: 'Kam nicht zustande',
}
const OUTCOMES = {
  proposed: 'Die Arbeit aller beginnt, sobald alle Beteiligten angenommen haben.',
  accepted: 'Alle Beteiligten haben angenommen, und die Arbeit aller hat begonnen.',
  declined: 'Jemand hat abgelehnt: Nichts beginnt, und nichts ist mehr reserviert.',
  expired: 'Nicht alle haben rechtzeitig geantwortet: Nichts beginnt, und nichts ist mehr reserviert.',
  broken: 'Alle haben angenommen, aber inzwischen hatte sich etwas geändert: Nichts beginnt.',
}
const REASONS = {
  not_open_any_more: 'Etwas im Ring ist nicht mehr offen',
  fully_committed: 'Eine helfende Person hat keine Stunden mehr frei',
  introduced_already: 'Zwei der Beteiligten arbeiten schon zusammen',
}

export const de: DeskAreas['rings'] = {
  actions: { ring_accepted: 'Ring angenommen', ring_declined: 'Ring abgelehnt' },
  refusals: { ring_not_open: 'Dieser Ring ist schon beendet. Ein neuer kann vorgeschlagen werden.' },
  words: {
    desk_rings: () => 'Ringe',
    desk_rings_lead: () =>
      'Alle Beteiligten geben etwas an die Nächsten weiter und bekommen etwas von den Vorigen, ohne Geld.',
    desk_rings_empty: () =>
      'Noch keine Ringe. Tragen Sie ein Gesuch mit einer Gegenleistung ein oder ein Angebot zum Tausch. Ein passender Ring steht hier, sobald er vorgeschlagen ist.',
    desk_ring: ({ skills }, { list }) => (skills.length === 0 ? 'Ring' : `Ring: ${list(skills)}`),
    desk_ring_status: ({ status }) => STATUSES[status],
    desk_ring_outcome: ({ status }) => OUTCOMES[status],
    desk_ring_reason: ({ reason }) => REASONS[reason],
    desk_ring_swapped: () => 'Was im Ring weitergeht',
    desk_ring_parties: () => 'Beteiligte',
    desk_ring_who: () => 'Wer was gibt',
    desk_ring_drawing: ({ parties }, { number }) =>
      `Ein Ring mit ${number(parties)} Beteiligten. Die Liste darunter sagt, wer wem was gibt.`,
    desk_ring_gives: ({ from, skills, to }, { list }) => `${from} gibt ${list(skills)} an ${to}`,
    desk_ring_party: ({ number }) => `Beteiligte Nr. ${number}`,
    desk_ring_yours: () => 'Ihre',
    desk_ring_answer: ({ hasAccepted }) => (hasAccepted ? 'Hat angenommen' : 'Hat nicht geantwortet'),
    desk_ring_from: () => 'Vorgeschlagen von',
    desk_ring_proposer: ({ isYou }) => (isYou ? 'Ihnen' : 'Einem anderen Partner'),
    desk_ring_given: () => 'Aus der Anzeige',
    desk_ring_wanted: () => 'Für die Anzeige',
    desk_ring_work: () => 'Einsatz öffnen',
    desk_ring_accept_lead: () =>
      'Sie nehmen für alle Ihre Beteiligten an. Was sie geben und suchen, bleibt reserviert, bis der Ring endet.',
    desk_ring_decline_lead: () => 'Der Ring endet für alle Beteiligten.',
  },
}

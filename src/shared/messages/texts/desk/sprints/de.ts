import type { DeskAreas } from '../desk-texts.ts'

const STATES = { open: 'Läuft', ended: 'Beendet' }

export const de: DeskAreas['sprints'] = {
  actions: { sprint_started: 'Sprint begonnen' },
  refusals: {},
  words: {
    desk_sprints: () => 'Sprints',
    desk_sprints_lead: () =>
      'Eine Organisation nennt zwei oder drei Dinge, die sie aufhalten, und findet dafür in 72 Stunden Hilfe, die kein Geld kostet.',
    desk_sprints_empty: () =>
      'Noch keine Sprints. Beginnen Sie einen mit einer Organisation, die bei zwei oder drei Dingen nicht weiterkommt.',
    desk_sprint_start: () => 'Sprint beginnen',
    desk_sprint_of: ({ name }) => `Sprint von ${name}`,
    desk_sprint_state: ({ state }) => STATES[state],
    desk_sprint_bottlenecks: () => 'Engpässe',
    desk_sprint_bottleneck: ({ number }) => `Engpass ${number}`,
    desk_sprint_form_lead: () =>
      'Nennen Sie, was die Organisation aufhält. Aus jedem Engpass wird ein Gesuch, das nur Hilfe ohne Geld annimmt. Der zweite und der dritte dürfen leer bleiben.',
    desk_sprint_place_hint: () => 'Falls es nicht am Ort der Organisation ist',
    desk_sprint_public: () => 'Auch auf den öffentlichen Seiten zeigen',
    desk_sprint_length: () => 'Endet in',
    desk_sprint_hours: ({ hours }, { noun, number }) =>
      `${number(hours)} ${noun(hours, 'Stunde', 'Stunden')}`,
    desk_sprint_hours_left: () => 'Stunden übrig',
    desk_sprint_found: () => 'Hilfe gefunden',
    desk_sprint_found_of: ({ found, of }, { number }) => `${number(found)} von ${number(of)}`,
    desk_sprint_has_help: ({ found }) => (found ? 'Hilfe gefunden' : 'Sucht Hilfe'),
    desk_sprint_introductions: ({ proposed, accepted, declined }, { number }) =>
      `Vermittlungen: ${number(proposed)} offen, ${number(accepted)} angenommen, ${number(declined)} abgelehnt`,
    desk_sprint_deleted: () => 'Dieses Gesuch wurde gelöscht.',
    desk_sprint_nobody: () => 'Niemand passt, der kein Geld kostet.',
    desk_sprint_opens: ({ opens }, { noun, number }) =>
      `Das würde ${number(opens)} ${noun(opens, 'Angebot', 'Angebote')} öffnen.`,
    desk_sprint_need: () => 'Gesuch öffnen',
  },
}

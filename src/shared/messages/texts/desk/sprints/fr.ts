import type { DeskAreas } from '../desk-texts.ts'

const STATES = { open: 'En cours', ended: 'Terminé' }

export const fr: DeskAreas['sprints'] = {
  actions: { sprint_started: 'A lancé un sprint' },
  refusals: {},
  words: {
    desk_sprints: () => 'Sprints',
    desk_sprints_lead: () =>
      'Une organisation nomme deux ou trois choses qui la freinent et trouve en 72 heures une aide qui ne coûte pas d’argent.',
    desk_sprints_empty: () =>
      'Pas encore de sprint. Lancez-en un avec une organisation bloquée par deux ou trois choses.',
    desk_sprint_start: () => 'Lancer un sprint',
    desk_sprint_of: ({ name }) => `Sprint de ${name}`,
    desk_sprint_state: ({ state }) => STATES[state],
    desk_sprint_bottlenecks: () => 'Points de blocage',
    desk_sprint_bottleneck: ({ number }) => `Point de blocage ${number}`,
    desk_sprint_form_lead: () =>
      'Dites ce qui freine l’organisation. Chaque point devient un besoin qui n’accepte que de l’aide sans argent. Le deuxième et le troisième peuvent rester vides.',
    desk_sprint_place_hint: () => 'Si ce n’est pas là où se trouve l’organisation',
    desk_sprint_public: () => 'Le montrer aussi sur les pages publiques',
    desk_sprint_length: () => 'Se termine dans',
    desk_sprint_hours: ({ hours }, { noun, number }) => `${number(hours)} ${noun(hours, 'heure', 'heures')}`,
    desk_sprint_hours_left: () => 'Heures restantes',
    desk_sprint_found: () => 'Aide trouvée',
    desk_sprint_found_of: ({ found, of }, { number }) => `${number(found)} sur ${number(of)}`,
    desk_sprint_has_help: ({ found }) => (found ? 'Aide trouvée' : 'Cherche de l’aide'),
    desk_sprint_introductions: ({ proposed, accepted, declined }, { number }) =>
      `Mises en relation : ${number(proposed)} en attente, ${number(accepted)} acceptées, ${number(declined)} refusées`,
    desk_sprint_deleted: () => 'Ce besoin a été supprimé.',
    desk_sprint_nobody: () => 'Personne ne convient sans coûter d’argent.',
    desk_sprint_opens: ({ opens }, { noun, number }) =>
      `Cela ouvrirait ${number(opens)} ${noun(opens, 'offre', 'offres')}.`,
    desk_sprint_need: () => 'Ouvrir le besoin',
  },
}

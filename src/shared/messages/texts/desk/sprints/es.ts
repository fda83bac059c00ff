import type { DeskAreas } from '../desk-texts.ts'

const STATES = { open: 'En curso', ended: 'Terminado' }

export const es: DeskAreas['sprints'] = {
  actions: { sprint_started: 'Comenzó un sprint' },
  refusals: {},
  words: {
    desk_sprints: () => 'Sprints',
    desk_sprints_lead: () =>
      'Una organización nombra dos o tres cosas que la frenan y encuentra en 72 horas ayuda que no cuesta dinero.',
    desk_sprints_empty: () =>
      'Aún no hay sprints. Comience uno con una organización que esté atascada en dos o tres cosas.',
    desk_sprint_start: () => 'Comenzar un sprint',
    desk_sprint_of: ({ name }) => `Sprint de ${name}`,
    desk_sprint_state: ({ state }) => STATES[state],
    desk_sprint_bottlenecks: () => 'Obstáculos',
    desk_sprint_bottleneck: ({ number }) => `Obstáculo ${number}`,
    desk_sprint_form_lead: () =>
      'Diga qué frena a la organización. De cada obstáculo sale una necesidad que solo acepta ayuda sin dinero. El segundo y el tercero pueden quedar en blanco.',
    desk_sprint_place_hint: () => 'Si no es donde está la organización',
    desk_sprint_public: () => 'Mostrarlo también en las páginas públicas',
    desk_sprint_length: () => 'Termina en',
    desk_sprint_hours: ({ hours }, { noun, number }) => `${number(hours)} ${noun(hours, 'hora', 'horas')}`,
    desk_sprint_hours_left: () => 'Horas restantes',
    desk_sprint_found: () => 'Ayuda encontrada',
    desk_sprint_found_of: ({ found, of }, { number }) => `${number(found)} de ${number(of)}`,
    desk_sprint_has_help: ({ found }) => (found ? 'Ayuda encontrada' : 'Busca ayuda'),
    desk_sprint_introductions: ({ proposed, accepted, declined }, { number }) =>
      `Presentaciones: ${number(proposed)} en espera, ${number(accepted)} aceptadas, ${number(declined)} rechazadas`,
    desk_sprint_deleted: () => 'Esta necesidad se eliminó.',
    desk_sprint_nobody: () => 'Nadie que no cueste dinero encaja.',
    desk_sprint_opens: ({ opens }, { noun, number }) =>
      `Esto abriría ${number(opens)} ${noun(opens, 'oferta', 'ofertas')}.`,
    desk_sprint_need: () => 'Abrir la necesidad',
  },
}

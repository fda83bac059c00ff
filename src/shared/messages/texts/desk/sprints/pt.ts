import type { DeskAreas } from '../desk-texts.ts'

const STATES = { open: 'Em andamento', ended: 'Encerrado' }

export const pt: DeskAreas['sprints'] = {
  actions: { sprint_started: 'Iniciou um sprint' },
  refusals: {},
  words: {
    desk_sprints: () => 'Sprints',
    desk_sprints_lead: () =>
      'Uma organização diz duas ou três coisas que a travam e encontra em 72 horas ajuda que não custa dinheiro.',
    desk_sprints_empty: () =>
      'Ainda não há sprints. Inicie um com uma organização que esteja travada em duas ou três coisas.',
    desk_sprint_start: () => 'Iniciar um sprint',
    desk_sprint_of: ({ name }) => `Sprint de ${name}`,
    desk_sprint_state: ({ state }) => STATES[state],
    desk_sprint_bottlenecks: () => 'Obstáculos',
    desk_sprint_bottleneck: ({ number }) => `Obstáculo ${number}`,
    desk_sprint_form_lead: () =>
      'Diga o que trava a organização. Cada obstáculo vira uma necessidade que só aceita ajuda sem dinheiro. O segundo e o terceiro podem ficar em branco.',
    desk_sprint_place_hint: () => 'Se não for onde fica a organização',
    desk_sprint_public: () => 'Mostrar também nas páginas públicas',
    desk_sprint_length: () => 'Termina em',
    desk_sprint_hours: ({ hours }, { noun, number }) => `${number(hours)} ${noun(hours, 'hora', 'horas')}`,
    desk_sprint_hours_left: () => 'Horas restantes',
    desk_sprint_found: () => 'Ajuda encontrada',
    desk_sprint_found_of: ({ found, of }, { number }) => `${number(found)} de ${number(of)}`,
    desk_sprint_has_help: ({ found }) => (found ? 'Ajuda encontrada' : 'Procura ajuda'),
    desk_sprint_introductions: ({ proposed, accepted, declined }, { number }) =>
      `Apresentações: ${number(proposed)} à espera, ${number(accepted)} aceitas, ${number(declined)} recusadas`,
    desk_sprint_deleted: () => 'Esta necessidade foi removida.',
    desk_sprint_nobody: () => 'Ninguém que não custe dinheiro combina.',
    desk_sprint_opens: ({ opens }, { noun, number }) =>
      `Isto abriria ${number(opens)} ${noun(opens, 'oferta', 'ofertas')}.`,
    desk_sprint_need: () => 'Abrir a necessidade',
  },
}

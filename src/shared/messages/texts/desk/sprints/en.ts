import type { DeskAreas } from '../desk-texts.ts'

const STATES = { open: 'Under way', ended: 'Ended' }

export const en: DeskAreas['sprints'] = {
  actions: { sprint_started: 'Started a sprint' },
  refusals: {},
  words: {
    desk_sprints: () => 'Sprints',
    desk_sprints_lead: () =>
      'An organization names two or three things that hold it back, and finds help for them that costs no money, within 72 hours.',
    desk_sprints_empty: () =>
      'No sprints yet. Start one with an organization that is stuck on two or three things.',
    desk_sprint_start: () => 'Start a sprint',
    desk_sprint_of: ({ name }) => `Sprint of ${name}`,
    desk_sprint_state: ({ state }) => STATES[state],
    desk_sprint_bottlenecks: () => 'Bottlenecks',
    desk_sprint_bottleneck: ({ number }) => `Bottleneck ${number}`,
    desk_sprint_form_lead: () =>
      'Name what holds the organization back. Each becomes a need that accepts only help without money. The second and the third may stay blank.',
    desk_sprint_place_hint: () => "If it is not at the organization's own place",
    desk_sprint_public: () => 'Show it on the public pages too',
    desk_sprint_length: () => 'Ends in',
    desk_sprint_hours: ({ hours }, { noun, number }) => `${number(hours)} ${noun(hours, 'hour', 'hours')}`,
    desk_sprint_hours_left: () => 'Hours left',
    desk_sprint_found: () => 'Help found',
    desk_sprint_found_of: ({ found, of }, { number }) => `${number(found)} of ${number(of)}`,
    desk_sprint_has_help: ({ found }) => (found ? 'Help found' : 'Looks for help'),
    desk_sprint_introductions: ({ proposed, accepted, declined }, { number }) =>
      `Introductions: ${number(proposed)} waiting, ${number(accepted)} accepted, ${number(declined)} declined`,
    desk_sprint_deleted: () => 'This need was deleted.',
    desk_sprint_nobody: () => 'Nobody fits who costs no money.',
    desk_sprint_opens: ({ opens }, { noun, number }) =>
      `This would open ${number(opens)} ${noun(opens, 'offer', 'offers')}.`,
    desk_sprint_need: () => 'Open the need',
  },
}

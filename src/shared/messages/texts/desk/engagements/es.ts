import type { DeskAreas } from '../desk-texts.ts'

export const es: DeskAreas['engagements'] = {
  actions: {},
  refusals: {},
  words: {
    desk_engagements: () => 'Colaboraciones',
  },
}

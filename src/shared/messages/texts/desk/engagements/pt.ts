import type { DeskAreas } from '../desk-texts.ts'

export const pt: DeskAreas['engagements'] = {
  actions: {},
  refusals: {},
  words: {
    desk_engagements: () => 'Colaborações',
  },
}

import type { DeskAreas } from '../desk-texts.ts'

export const en: DeskAreas['engagements'] = {
  actions: {},
  refusals: {},
  words: {
    desk_engagements: () => 'Engagements',
  },
}

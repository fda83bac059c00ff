import type { DeskAreas } from '../desk-texts.ts'

export const fr: DeskAreas['engagements'] = {
  actions: {},
  refusals: {},
  words: {
    desk_engagements: () => 'Missions',
  },
}

import type { DeskAreas } from '../desk-texts.ts'

export const de: DeskAreas['engagements'] = {
  actions: {},
  refusals: {},
  words: {
    desk_engagements: () => 'Einsätze',
  },
}
